// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Classes of folded characters.
namespace anzenmap {

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
inline bool is_word(char32_t c) { return is_digit(c) || is_letter(c) || c == U'_'; }
inline bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x3096; }
/// The long vowel mark and small ke, as in 霞ヶ関, are katakana too.
inline bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }
inline bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x2FFFF) || c == 0x3005;
}
inline bool is_one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}
/// 一 to 九, 〇, 十, 百: parts of a number in kanji.
inline bool is_kanji_number(char32_t c) { return is_one_of(c, U"一二三四五六七八九〇十百"); }

}  // namespace anzenmap
