// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {

bool is_hex(char32_t c) { return is_digit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F'); }

/// 00:1B:44:11:3A:B7
std::size_t mac_end(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  const char32_t between = text[at + 2];
  if (between != U':' && between != U'-') return 0;
  for (int pair = 0; pair < 6; ++pair) {
    if (pair != 0 && text[i++] != between) return 0;
    if (!is_hex(text[i]) || !is_hex(text[i + 1])) return 0;
    i += 2;
  }
  return is_word(text[i]) || text[i] == between ? 0 : i;
}

/// collect:a1B2c3D4e5F6g7H8 (ODK Collect), ee.example.org:a1B2c3D4e5F6g7H8 (Enketo).
std::size_t form_tool_end(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  while (is_word(text[i]) || text[i] == U'.' || text[i] == U'-') ++i;
  const std::u32string_view prefix = text.view().substr(at, i - at);
  const bool known = prefix == U"collect" || prefix == U"enketo" || prefix == U"imei" ||
                     prefix == U"deviceid" || prefix.substr(0, 3) == U"ee.";
  if (!known || text[i] != U':') return 0;
  std::size_t end = i + 1;
  while (is_word(text[end])) ++end;
  return end - i - 1 >= 14 ? end : 0;
}

bool luhn_fits(const FoldedText& text, std::size_t at, std::size_t count) {
  int sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    int digit = static_cast<int>(text[at + count - 1 - i] - U'0');
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

/// 15 digits with the check digit of an IMEI.
std::size_t imei_end(const FoldedText& text, std::size_t at) {
  std::size_t end = at;
  while (is_digit(text[end])) ++end;
  return end - at == 15 && !is_word(text[end]) && luhn_fits(text, at, 15) ? end : 0;
}

}  // namespace

void find_device(const FoldedText& text, Findings& out) {
  if (text.letters() + text.digits() < 12) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_word(text[i]) || is_word(text[i - 1])) continue;
    std::size_t end = is_hex(text[i]) ? mac_end(text, i) : 0;
    if (end == 0) end = form_tool_end(text, i);
    if (end == 0 && is_digit(text[i])) end = imei_end(text, i);
    if (end == 0) continue;
    out.push_back({Entity::device, static_cast<int>(i), static_cast<int>(end), 0.9});
    i = end - 1;
  }
}

}  // namespace anzenmap
