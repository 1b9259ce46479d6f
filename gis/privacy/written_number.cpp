// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/written_number.hpp"

#include <array>
#include <string_view>

#include "gis/privacy/character_class.hpp"

namespace anzenmap {

namespace {

int digit_of(char32_t c) {
  constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

WrittenNumber kanji_number(const FoldedText& text, std::size_t at) {
  int whole = 0;
  int last = 0;
  std::size_t end = at;
  for (; end - at < 6 && is_kanji_number(text[end]); ++end) {
    if (text[end] == U'十') {
      whole += (last == 0 ? 1 : last) * 10;
      last = 0;
    } else if (text[end] == U'百') {
      whole += (last == 0 ? 1 : last) * 100;
      last = 0;
    } else {
      last = last * 10 + digit_of(text[end]);
    }
  }
  return {end, whole + last, true};
}

}  // namespace

WrittenNumber number_at(const FoldedText& text, std::size_t at) {
  if (is_kanji_number(text[at])) return kanji_number(text, at);
  WrittenNumber number;
  std::size_t end = at;
  while (is_digit(text[end])) {
    if (end - at == 5) return {};
    number.value = number.value * 10 + static_cast<int>(text[end] - U'0');
    ++end;
  }
  if (end != at) number.end = end;
  return number;
}

std::size_t skip_blanks(const FoldedText& text, std::size_t at) {
  while (text[at] == U' ') ++at;
  return at;
}

bool counts_something(const FoldedText& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 21> words{
      U"か所", U"カ所",     U"ヶ所",   U"ヵ所",   U"ケ所", U"箇所",       U"か月",
      U"ヶ月", U"メートル", U"ミリ",   U"センチ", U"キロ", U"つ目",       U"つ",
      U"けん", U"だん",     U"ぐらい", U"くらい", U"ほど", U"パーセント", U"こ"};
  at = skip_blanks(text, at);
  for (const std::u32string_view word : words)
    if (text.starts(at, word)) return true;
  if (is_one_of(text[at], U"人台年時分本回件個枚月日秒組班階倍歳才周匹頭冊列対円%度点票校軒段割車名週限以未"))
    return true;
  return is_letter(text[at]) && is_one_of(text[at], U"mMkKcC");
}

}  // namespace anzenmap
