// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "gis/encoding/tables.hpp"

/// Reading one character, an encoding a function. `left` is at least 1. Internal to gis/encoding.
namespace anzenmap::encoding_step {

struct Step {
  enum class Kind : std::uint8_t { character, private_use, invalid, cut };  ///< cut: `left` ended within it
  char32_t character;
  std::uint8_t length;
  Kind kind;
};

constexpr Step valid(char32_t character, std::uint8_t length) {
  return {character, length, Step::Kind::character};
}
constexpr Step invalid(std::uint8_t length) { return {0xFFFD, length, Step::Kind::invalid}; }
constexpr Step cut(std::size_t length) {
  return {0xFFFD, static_cast<std::uint8_t>(length), Step::Kind::cut};
}

constexpr bool is_private_use(char32_t character) {
  return (character >= 0xE000 && character <= 0xF8FF) || (character >= 0xF0000 && character <= 0x10FFFF);
}

constexpr Step checked(char32_t character, std::uint8_t length) {
  return {character, length, is_private_use(character) ? Step::Kind::private_use : Step::Kind::character};
}

/// A pair of bytes that means nothing: an ASCII second byte is left for the next step.
constexpr Step invalid_pair(unsigned second) {
  return invalid(second < 0x80 ? std::uint8_t{1} : std::uint8_t{2});
}

inline Step cp932(const unsigned char* p, std::size_t left) {
  const unsigned lead = p[0];
  if (lead < 0x80) return valid(lead, 1);
  if (lead >= 0xA1 && lead <= 0xDF) return valid(0xFF61 + (lead - 0xA1), 1);
  if (lead == 0x80 || lead == 0xA0 || lead > 0xFC) return invalid(1);
  if (left < 2) return cut(1);
  const unsigned trail = p[1];
  if (trail < 0x40 || trail == 0x7F || trail > 0xFC) return invalid_pair(trail);
  const unsigned cell = trail - 0x40 - (trail > 0x7F ? 1 : 0);
  if (lead >= 0xF0 && lead <= 0xF9) return {0xE000 + (lead - 0xF0) * 188 + cell, 2, Step::Kind::private_use};
  const unsigned pair = lead - (lead < 0xA0 ? 0x81 : 0xC1);
  const std::uint16_t character = encoding_tables::cp932_grid[pair * 188 + cell];
  return character == 0 ? invalid_pair(trail) : valid(character, 2);
}

inline Step euc_jp(const unsigned char* p, std::size_t left) {
  const unsigned lead = p[0];
  if (lead < 0x80) return valid(lead, 1);
  if (lead != 0x8E && lead != 0x8F && (lead < 0xA1 || lead > 0xFE)) return invalid(1);
  if (left < 2) return cut(1);
  const unsigned second = p[1];
  if (second < 0xA1 || second > 0xFE) return invalid_pair(second);
  if (lead == 0x8E) return second <= 0xDF ? valid(0xFF61 + (second - 0xA1), 2) : invalid(2);
  if (lead == 0x8F) {
    if (left < 3) return cut(2);
    const unsigned third = p[2];
    if (third < 0xA1 || third > 0xFE) return invalid(third < 0x80 ? std::uint8_t{2} : std::uint8_t{3});
    const std::uint16_t character = encoding_tables::jis_x_0212_grid[(second - 0xA1) * 94 + (third - 0xA1)];
    return character == 0 ? invalid(3) : valid(character, 3);
  }
  const std::uint16_t character = encoding_tables::cp932_grid[(lead - 0xA1) * 94 + (second - 0xA1)];
  return character == 0 ? invalid(2) : valid(character, 2);
}

/// `high` and `low`: where the bytes of a unit stand (0 and 1 for big endian).
inline Step utf16(const unsigned char* p, std::size_t left, std::size_t high, std::size_t low) {
  if (left < 2) return cut(1);
  const char32_t unit = (static_cast<char32_t>(p[high]) << 8U) | p[low];
  if (unit < 0xD800 || unit > 0xDFFF) return checked(unit, 2);
  if (unit > 0xDBFF) return invalid(2);
  if (left < 4) return cut(left);
  const char32_t next = (static_cast<char32_t>(p[2 + high]) << 8U) | p[2 + low];
  if (next < 0xDC00 || next > 0xDFFF) return invalid(2);
  return checked(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00), 4);
}

/// Invalid sequences have the length of their maximal subpart (Unicode 15, section 3.9, "U+FFFD
/// substitution").
inline Step utf8(const unsigned char* p, std::size_t left) {
  const unsigned lead = p[0];
  if (lead < 0x80) return valid(lead, 1);
  if (lead < 0xC2 || lead > 0xF4) return invalid(1);
  const std::uint8_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = lead & (0x7FU >> length);
  for (std::uint8_t i = 1; i < length; ++i) {
    if (i >= left) return cut(i);
    const unsigned byte = p[i];
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (i == 1 && lead == 0xE0) low = 0xA0;
    if (i == 1 && lead == 0xED) high = 0x9F;
    if (i == 1 && lead == 0xF0) low = 0x90;
    if (i == 1 && lead == 0xF4) high = 0x8F;
    if (byte < low || byte > high) return invalid(i);
    character = (character << 6U) | (byte & 0x3FU);
  }
  return checked(character, length);
}

}  // namespace anzenmap::encoding_step
