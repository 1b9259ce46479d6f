// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/written_number.hpp"

namespace anzenmap {

namespace {

/// Behind 年: 2組, A組, 松組; the end, 0 if there is none.
std::size_t group_end(const FoldedText& text, std::size_t at) {
  at = skip_blanks(text, at);
  if (text[at] == U'の') at = skip_blanks(text, at + 1);
  const WrittenNumber number = number_at(text, at);
  std::size_t end = number.end;
  if (end == 0 && is_letter(text[at]) && !is_letter(text[at + 1])) end = at + 1;
  if (end == 0 && is_one_of(text[at], U"松竹梅桜桃菊藤月雪花星空海いろはイロハ")) end = at + 1;
  if (end == 0) return 0;
  if (text[end] == U'組') return end + 1;
  return text.starts(end, U"くみ") ? end + 2 : 0;
}

/// Behind 組: 15番, の15番; the end, `at` if there is none.
std::size_t seat_end(const FoldedText& text, std::size_t at) {
  std::size_t i = skip_blanks(text, at);
  if (text[i] == U'の') ++i;
  if (text.starts(i, U"出席番号")) i += 4;
  const WrittenNumber number = number_at(text, i);
  if (!number.found() || text[number.end] != U'番' || text[number.end + 1] == U'目') return at;
  return number.end + 1;
}

/// 出席番号12番.
void find_roll_number(const FoldedText& text, Findings& out) {
  constexpr std::u32string_view word = U"出席番号";
  for (std::size_t at = text.view().find(word); at != std::u32string_view::npos;
       at = text.view().find(word, at + 1)) {
    std::size_t i = at + word.size();
    while (is_one_of(text[i], U" :はが")) ++i;
    const WrittenNumber number = number_at(text, i);
    if (!number.found()) continue;
    const std::size_t end = text[number.end] == U'番' ? number.end + 1 : number.end;
    out.push_back({Entity::class_, static_cast<int>(at), static_cast<int>(end), 0.9});
  }
}

}  // namespace

void find_class(const FoldedText& text, Findings& out) {
  if (text.view().find_first_of(U"組番み") == std::u32string_view::npos && text.digits() == 0) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool numeral = is_digit(text[i]) || is_kanji_number(text[i]);
    if (!numeral || is_digit(text[i - 1]) || is_kanji_number(text[i - 1])) continue;
    const WrittenNumber grade = number_at(text, i);
    if (!grade.found()) continue;
    std::size_t year = grade.end;
    if (text.starts(year, U"学年")) ++year;
    const bool has_year = text[year] == U'年' || text.starts(year, U"ねん");
    if (has_year && grade.value >= 1 && grade.value <= 9) {
      std::size_t from = year + (text[year] == U'年' ? 1 : 2);
      if (text[from] == U'生') ++from;
      const std::size_t group = group_end(text, from);
      if (group != 0) {
        const std::size_t end = seat_end(text, group);
        out.push_back({Entity::class_, static_cast<int>(i), static_cast<int>(end), 0.9});
        i = end - 1;
      }
    } else if (text[grade.end] == U'組') {
      const std::size_t end = seat_end(text, grade.end + 1);
      if (end == grade.end + 1) continue;  // two teams, three pairs
      out.push_back({Entity::class_, static_cast<int>(i), static_cast<int>(end), 0.8});
      i = end - 1;
    }
  }
  find_roll_number(text, out);
}

}  // namespace anzenmap
