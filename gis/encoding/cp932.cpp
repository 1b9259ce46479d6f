// SPDX-License-Identifier: Apache-2.0
#include "gis/encoding/encoding.hpp"
#include "gis/encoding/step.hpp"
#include "gis/encoding/tables.hpp"

namespace anzenmap {

namespace {

constexpr char32_t geta = 0x3013;  // 〓, what Japanese print puts for a type that is not there

/// CP932 has one of each of these pairs; the other comes from Macs and from strict Shift_JIS.
constexpr char32_t look_alike(char32_t character) {
  switch (character) {
    case 0x301C:
      return 0xFF5E;  // 〜 ～
    case 0x2212:
      return 0xFF0D;  // − －
    case 0x2016:
      return 0x2225;  // ‖ ∥
    case 0x2014:
      return 0x2015;  // — ―
    case 0x00A2:
      return 0xFFE0;  // ¢ ￠
    case 0x00A3:
      return 0xFFE1;  // £ ￡
    case 0x00AC:
      return 0xFFE2;  // ¬ ￢
    case 0x00A5:
      return 0xFFE5;  // ¥ ￥
    case 0x203E:
      return 0xFFE3;  // ‾ ￣
    case 0x00A6:
      return 0xFFE4;  // ¦ ￤
    case 0x00A0:
      return 0x0020;  // no-break blank
    default:
      return geta;
  }
}

}  // namespace

std::uint16_t cp932_code(char32_t character) noexcept {
  if (character < 0x80) return static_cast<std::uint16_t>(character);
  if (character > 0xFFFF) return 0;
  const std::size_t page = encoding_tables::cp932_page_of[character >> 8U];
  return encoding_tables::cp932_pages[page * 256 + (character & 0xFFU)];
}

bool cp932_has(char32_t character) noexcept { return character == 0 || cp932_code(character) != 0; }

void encode_cp932(std::string_view utf8, Bytes& out, std::vector<MissingCharacter>& missing) {
  const std::size_t start = out.size();
  // Two bytes at most for a character, even where the source is not the UTF-8 that it should be.
  out.resize(start + utf8.size() * 2);
  const auto* p = reinterpret_cast<const unsigned char*>(utf8.data());
  char* to = out.data() + start;
  std::size_t at = 0;
  while (at < utf8.size()) {
    if (p[at] < 0x80) {
      *to++ = static_cast<char>(p[at++]);
      continue;
    }
    const encoding_step::Step step = encoding_step::utf8(p + at, utf8.size() - at);
    std::uint16_t code = cp932_code(step.character);
    if (code == 0) {
      const char32_t written = look_alike(step.character);
      missing.push_back({at, step.character, written});
      code = cp932_code(written);
    }
    if (code > 0xFF) *to++ = static_cast<char>(static_cast<unsigned char>(code >> 8U));
    *to++ = static_cast<char>(static_cast<unsigned char>(code));
    at += step.length;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace anzenmap
