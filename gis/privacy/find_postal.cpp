// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/written_number.hpp"

namespace anzenmap {

namespace {

bool digits_at(const FoldedText& text, std::size_t at, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (!is_digit(text[at + i])) return false;
  return true;
}

/// End of NNN-NNNN or NNNNNNN, 0 if it is neither.
std::size_t code_end(const FoldedText& text, std::size_t at, bool& dashed) {
  if (!digits_at(text, at, 3)) return 0;
  std::size_t i = at + 3;
  while (text[i] == U' ') ++i;
  dashed = text[i] == U'-';
  if (dashed) ++i;
  i = skip_blanks(text, i);
  if (!dashed && i != at + 3) return 0;
  if (!digits_at(text, i, 4) || is_word(text[i + 4])) return 0;
  if (text[i + 4] == U'-' && is_digit(text[i + 5])) return 0;
  return i + 4;
}

/// A mark or word right before `at` that says what the digits are; where it begins, `at` if there is none.
std::size_t mark_before(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && is_one_of(text[i - 1], U" :=は()")) --i;
  for (const std::u32string_view word : {U"〒", U"郵便番号", U"ゆうびん番号", U"〶"})
    if (text.ends(i, word)) return i - word.size();
  return at;
}

bool is_before_place(const FoldedText& text, std::size_t end) {
  std::size_t i = end;
  while (is_one_of(text[i], U" )、,")) ++i;
  if (!is_kanji(text[i])) return false;
  // 745-0874 山口県周南市...
  for (std::size_t k = i; k < i + 9 && (is_kanji(text[k]) || is_katakana(text[k]) || is_hiragana(text[k]));
       ++k)
    if (is_one_of(text[k], U"都道府県市区郡町村")) return true;
  return false;
}

bool has_address_word(const FoldedText& text, std::size_t at) {
  const std::size_t from = at > 8 ? at - 8 : 0;
  return text.view().substr(from, at - from).find(U"住所") != std::u32string_view::npos;
}

}  // namespace

void find_postal(const FoldedText& text, Findings& out) {
  if (text.digits() < 7) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || is_word(text[i - 1]) || text[i - 1] == U'-') continue;
    bool dashed = false;
    const std::size_t end = code_end(text, i, dashed);
    if (end == 0) continue;
    const std::size_t begin = mark_before(text, i);
    const bool marked = begin != i;
    if (!marked && !(dashed && (is_before_place(text, end) || has_address_word(text, i)))) continue;
    out.push_back({Entity::postal, static_cast<int>(begin), static_cast<int>(end), marked ? 0.95 : 0.7});
    i = end - 1;
  }
}

}  // namespace anzenmap
