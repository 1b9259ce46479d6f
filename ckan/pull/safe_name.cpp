// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/safe_name.hpp"

#include <algorithm>
#include <cstdint>

#include "ckan/pull/letter_case.hpp"
#include "gis/base/utf8.hpp"

namespace anzenmap::ckan {
namespace {

/// Leaves room for "-2" and a temporary's ending below the 255 bytes of most file systems.
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestExtension = 20;
constexpr std::string_view kStandIn = "file";

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = i + 2 < text.size() && text[i] == '%' ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low < 0) {
      out.push_back(text[i]);
    } else {
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

std::string well_formed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t bad = std::min(first_invalid_utf8(text), text.size());
    out += text.substr(0, bad);
    text.remove_prefix(std::min(bad + 1, text.size()));
  }
  return out;
}

// Bytes of the character at the start of well-formed text.
std::size_t character_bytes(std::string_view text) {
  const auto lead = static_cast<std::uint8_t>(text.front());
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

unsigned code_point(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(character[at]); };
  switch (character.size()) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    case 3:
      return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    default:
      return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
             (byte(3) & 0x3FU);
  }
}

// Controls, and what turns the writing direction round or does not show: "gpj.exe" must not read "exe.jpg".
bool is_unseen(unsigned code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x61C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0xE0000 && code <= 0xE007F);
}

bool is_forbidden_on_windows(unsigned code) {
  return code < 0x80 && std::string_view("<>:\"|?*").find(static_cast<char>(code)) != std::string_view::npos;
}

std::string without_unseen(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, character_bytes(text));
    text.remove_prefix(character.size());
    const unsigned code = code_point(character);
    if (is_unseen(code)) continue;
    out += is_forbidden_on_windows(code) ? std::string_view("-") : character;
  }
  return out;
}

std::string_view trimmed(std::string_view name) {
  while (!name.empty() && (name.front() == '.' || name.front() == ' ' || name.front() == '-'))
    name.remove_prefix(1);
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.remove_suffix(1);
  return name;
}

// Where the extension starts; the name's end when it has none.
std::size_t extension_at(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const bool usable = dot != std::string_view::npos && dot > 0 && name.size() - dot <= kLongestExtension;
  return usable ? dot : name.size();
}

std::string cut(std::string_view name, std::size_t most) {
  if (name.size() <= most) return std::string(name);
  const std::string_view extension = name.substr(extension_at(name));
  std::string_view stem = name.substr(0, most - extension.size());
  while (!stem.empty() && !is_valid_utf8(stem.data(), stem.size())) stem.remove_suffix(1);
  return std::string(stem) + std::string(extension);
}

// Windows opens a device for these, whatever their extension.
bool is_device(std::string_view name) {
  std::string stem = lower_case(name.substr(0, name.find('.')));
  while (!stem.empty() && stem.back() == ' ') stem.pop_back();
  for (const std::string_view device : {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"})
    if (stem == device) return true;
  for (const std::string_view port : {"com", "lpt"}) {
    if (!stem.starts_with(port)) continue;
    const std::string_view number = std::string_view(stem).substr(port.size());
    for (const std::string_view digit :
         {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "\xC2\xB9", "\xC2\xB2", "\xC2\xB3"})
      if (number == digit) return true;
  }
  return false;
}

}  // namespace

std::string file_name_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const std::size_t slash = url.rfind('/');
  if (slash == std::string_view::npos)
    return scheme == std::string_view::npos ? percent_decoded(url) : std::string();
  return percent_decoded(url.substr(slash + 1));
}

std::string clean_file_name(std::string_view name) {
  const std::string readable = without_unseen(well_formed(name));
  const std::size_t slash = readable.find_last_of("/\\");
  std::string_view last = readable;
  if (slash != std::string::npos) last.remove_prefix(slash + 1);
  std::string out(trimmed(cut(trimmed(last), kLongestName)));
  if (out.empty()) return std::string(kStandIn);
  return is_device(out) ? '_' + out : out;
}

void FileNames::reserve(std::string_view name) { taken_.insert(lower_case(name)); }

std::string FileNames::take(std::string_view name) {
  const std::string clean = clean_file_name(name);
  std::string candidate = clean;
  for (std::size_t number = 2; !taken_.insert(lower_case(candidate)).second; ++number) {
    const std::size_t dot = extension_at(clean);
    candidate = clean.substr(0, dot) + '-' + std::to_string(number) + clean.substr(dot);
  }
  return candidate;
}

}  // namespace anzenmap::ckan
