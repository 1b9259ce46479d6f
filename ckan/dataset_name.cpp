// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "ckan/dataset.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 100;

bool is_lower_or_digit(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

// Full-width letters, digits and signs (U+FF01 to U+FF5E), as Japanese keyboards write them.
std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
    };
    const unsigned code = (byte(i) & 0x0FU) << 12U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU);
    if (byte(i) == 0xEF && code >= 0xFF01 && code <= 0xFF5E) {
      out.push_back(static_cast<char>(code - 0xFF01 + 0x21));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

}  // namespace

bool is_dataset_name(std::string_view name) {
  if (name.size() < kShortest || name.size() > kLongest) return false;
  for (const char byte : name)
    if (!is_lower_or_digit(byte) && byte != '-' && byte != '_') return false;
  return true;
}

std::string proposed_name(std::string_view text) {
  std::string out;
  for (char byte : half_width(text)) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if (is_lower_or_digit(byte) || byte == '_') {
      out.push_back(byte);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
    if (out.size() == kLongest) break;
  }
  const std::size_t first = out.find_first_not_of("-_");
  const std::size_t last = out.find_last_not_of("-_");
  if (first == std::string::npos) return {};
  out = out.substr(first, last - first + 1);
  return out.size() < kShortest ? std::string() : out;
}

}  // namespace anzenmap::ckan
