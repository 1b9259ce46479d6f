// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/folded_text.hpp"

#include <utf8proc.h>

#include "gis/privacy/character_class.hpp"

namespace anzenmap {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool has_no_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2501 || c == 0xFE58 ||
         c == 0xFE63 || c == 0x2043;
}

/// The character at `at`; -1 where there is no well-formed one. Its bytes, at least one, go to `length`.
utf8proc_int32_t character_at(std::string_view utf8, std::size_t at, std::size_t& length) {
  utf8proc_int32_t code = -1;
  const utf8proc_ssize_t read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()) + at,
                                                 static_cast<utf8proc_ssize_t>(utf8.size() - at), &code);
  length = read > 0 ? static_cast<std::size_t>(read) : 1;
  return read > 0 ? code : -1;
}

/// Half-width kana as they are usually written; voiced ones keep their mark apart.
char32_t full_width_kana(char32_t c) {
  constexpr std::u32string_view kana =
      U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメ"
      U"モヤユヨラリルレロワン";
  return kana[c - 0xFF61];
}

}  // namespace

std::size_t character_length(std::string_view utf8, std::size_t at) {
  std::size_t length = 0;
  character_at(utf8, at, length);
  return length;
}

void FoldedText::put(char32_t c, int raw) {
  if (is_dash(c)) c = U'-';
  text_.push_back(c);
  raw_.push_back(raw);
}

void FoldedText::assign(std::string_view utf8) {
  text_.clear();
  raw_.clear();
  digits_ = 0;
  letters_ = 0;
  int raw = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < utf8.size(); at += length, ++raw) {
    const utf8proc_int32_t code = character_at(utf8, at, length);
    const char32_t c = code >= 0 ? static_cast<char32_t>(code) : kReplacement;
    if (c >= 0xFF01 && c <= 0xFF5E) {
      put(c - 0xFEE0, raw);
    } else if (c == 0x3000 || c < 0x20 || c == 0x7F || c == 0xA0) {
      put(U' ', raw);
    } else if (c >= 0xFF61 && c <= 0xFF9D) {
      put(full_width_kana(c), raw);
    } else if (!has_no_width(c)) {
      put(c, raw);
    }
  }
  fold_dashes();
}

/// Long vowel marks between digits are dashes: 0834ー22ー8211.
void FoldedText::fold_dashes() {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    char32_t& c = text_[i];
    const char32_t before = (*this)[i - 1];
    const char32_t after = (*this)[i + 1];
    const bool long_vowel = c == 0x30FC || c == 0x3030;
    if (long_vowel && (is_digit(before) || before == U')') && is_digit(after)) c = U'-';
    if (is_digit(c)) ++digits_;
    if (is_letter(c)) ++letters_;
  }
}

}  // namespace anzenmap
