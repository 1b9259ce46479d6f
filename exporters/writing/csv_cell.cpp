// SPDX-License-Identifier: Apache-2.0
#include "exporters/writing/csv_cell.hpp"

#include <array>
#include <cstring>

#include "gis/batch/batch.hpp"

namespace anzenmap {
namespace {

constexpr std::uint8_t kAskAtStart = 1;
constexpr std::uint8_t kAskAtEnd = 2;
constexpr char kFullWidthLead = '\xEF';

// EF is the lead byte of the full-width signs.
constexpr std::array<std::uint8_t, 256> make_edges() {
  std::array<std::uint8_t, 256> table{};
  for (const char sign : {'=', '+', '-', '@', '\'', '\t', '\r', kFullWidthLead})
    table[static_cast<unsigned char>(sign)] = kAskAtStart;
  table[' '] = kAskAtStart | kAskAtEnd;
  table['\t'] |= kAskAtEnd;
  return table;
}
constexpr std::array<std::uint8_t, 256> kEdges = make_edges();

std::uint8_t edge(char byte) noexcept { return kEdges[static_cast<unsigned char>(byte)]; }

bool is_blank(char byte) noexcept { return byte == ' ' || byte == '\t'; }

std::size_t digits_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

bool sign_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && (text[at] == '+' || text[at] == '-');
}

// -5, +5, -0.5, -.5, +1e-3: what a spreadsheet reads as a number and nothing else.
bool is_plain_number(std::string_view text) noexcept {
  std::size_t at = sign_at(text, 0) ? 1 : 0;
  std::size_t digits = digits_at(text, at);
  at += digits;
  if (at < text.size() && text[at] == '.') {
    const std::size_t decimals = digits_at(text, at + 1);
    digits += decimals;
    at += 1 + decimals;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    at += sign_at(text, at + 1) ? 2 : 1;
    const std::size_t exponent = digits_at(text, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == text.size();
}

bool starts_full_width_sign(std::string_view text) noexcept {
  for (const std::string_view sign : {"＝", "＋", "－", "＠"})
    if (text.substr(0, sign.size()) == sign) return true;
  return false;
}

}  // namespace

bool needs_formula_guard(std::string_view text) noexcept {
  if (text.empty() || (edge(text[0]) & kAskAtStart) == 0 || text[0] == ' ') return false;
  if (text[0] == kFullWidthLead) return starts_full_width_sign(text);
  return !is_plain_number(text);
}

bool has_plain_edges(std::string_view text) noexcept {
  return ((edge(text.front()) & kAskAtStart) | (edge(text.back()) & kAskAtEnd)) == 0;
}

char* write_csv_cell(char* out, std::string_view text, bool guard) noexcept {
  const bool outer_blank = !text.empty() && (is_blank(text.front()) || is_blank(text.back()));
  const bool quoted = outer_blank || (classify(text) & cell_flag::kCsvQuote) != 0;
  if (quoted) *out++ = '"';
  if (guard) *out++ = '\'';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quote = quoted ? text.find('"', at) : std::string_view::npos;
    const std::size_t end = quote == std::string_view::npos ? text.size() : quote + 1;
    std::memcpy(out, text.data() + at, end - at);
    out += end - at;
    if (quote != std::string_view::npos) *out++ = '"';
    at = end;
  }
  if (quoted) *out++ = '"';
  return out;
}

void append_csv_cell(Bytes& out, std::string_view text) {
  const std::size_t at = out.size();
  out.resize(at + most_csv_bytes(text.size()));
  char* const begin = out.data() + at;
  out.resize(at + static_cast<std::size_t>(write_csv_cell(begin, text, needs_formula_guard(text)) - begin));
}

}  // namespace anzenmap
