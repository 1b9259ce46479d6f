// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/written_number.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kLongestTown = 30;

bool is_town_character(char32_t c) { return is_kanji(c) || is_katakana(c) || is_one_of(c, U"ヶケヵの"); }

bool is_particle(char32_t c) { return is_one_of(c, U"はがをにでともへや、。"); }

/// Where the address begins whose first number stands at `at`: behind the kanji and katakana before it.
std::size_t town_begin(const FoldedText& text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestTown) {
    const char32_t c = text[begin - 1];
    const bool inside = is_town_character(c) && !(c == U'の' && !is_kanji(text[begin - 2]));
    const bool number = is_digit(c) && text[begin] == U'丁';
    const bool blank = c == U' ' && is_one_of(text[begin - 2], U"都道府県市区町村郡");
    if (!inside && !number && !blank) break;
    --begin;
  }
  // "の" joins a sentence to its address, too: only what follows the last one counts.
  for (std::size_t i = begin; i < at; ++i)
    if (text[i] == U'の') begin = i + 1;
  // みなみ町: kana before a lone 町 are its name.
  if (at - begin == 1 && is_one_of(text[begin], U"町台丘通"))
    while (begin > 0 && at - begin < 7 && is_hiragana(text[begin - 1]) && !is_particle(text[begin - 1]))
      --begin;
  return begin;
}

/// Parts of a number with dashes, 1-15-1; `joiner` is what stands between them.
struct Chain {
  std::size_t parts = 0;
  std::size_t end = 0;
  int first = 0;
};

Chain chain_at(const FoldedText& text, std::size_t at, char32_t joiner) {
  Chain chain;
  for (std::size_t i = at; chain.parts < 5;) {
    const WrittenNumber number = number_at(text, i);
    if (!number.found()) break;
    if (chain.parts == 0) chain.first = number.value;
    ++chain.parts;
    chain.end = number.end;
    if (text[number.end] != joiner) break;
    i = number.end + 1;
  }
  // A dash and more digits than a house has: no address.
  if (text[chain.end] == joiner && is_digit(text[chain.end + 1])) chain.parts = 0;
  return chain;
}

/// What may follow 丁目 or 番地 up to the door: 15番1号, の15の1, -1. Its end, `at` if nothing does.
std::size_t tail_end(const FoldedText& text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t i = at;;) {
    while (is_one_of(text[i], U" -の")) ++i;
    const WrittenNumber number = number_at(text, i);
    if (!number.found()) break;
    i = number.end;
    bool unit = false;
    for (const std::u32string_view word : {U"番地", U"番", U"号", U"ばんち", U"ばん", U"ごう"}) {
      if (!text.starts(i, word)) continue;
      i += word.size();
      unit = true;
      break;
    }
    if (unit && is_one_of(text[i], U"目線館車")) break;
    if (!unit && counts_something(text, i)) break;
    end = i;
  }
  return end;
}

bool names_admin_area(const FoldedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (is_one_of(text[i], U"県市区郡") && i > begin) return true;
  return false;
}

bool has_address_word(const FoldedText& text, std::size_t at) {
  const std::size_t from = at > 14 ? at - 14 : 0;
  const std::u32string_view before = text.view().substr(from, at - from);
  for (const std::u32string_view word : {U"住所", U"所在地", U"番地", U"じゅうしょ"})
    if (before.find(word) != std::u32string_view::npos) return true;
  return false;
}

/// Kanji that stand before a range or a label and never end a town: 約10-20, 写真1-2, 時速30-40.
bool is_no_town(const FoldedText& text, std::size_t begin, std::size_t at) {
  if (is_one_of(text[at - 1],
                U"約計速前後朝夕夜昼日毎深幅高長第図表真班組年号番月時分回数均位人台生目間期版度成和治正差合"
                U"点方々行巻段列"))
    return true;
  for (const std::u32string_view word :
       {U"写真", U"資料", U"番号", U"全部", U"国道", U"県道", U"市道", U"都道", U"令和", U"平成", U"昭和",
        U"スコア", U"グループ", U"ページ", U"バス", U"トラック", U"コース", U"ルート"})
    if (text.ends(at, word)) return true;
  return begin == at;
}

/// What follows the numbers of an address that a chain of two makes doubtful.
bool ends_doubtful(const FoldedText& text, std::size_t end) {
  return counts_something(text, end) || is_one_of(text[end], U"~%°") || text.starts(end, U"号線");
}

class AddressFinder {
 public:
  AddressFinder(const FoldedText& text, Findings& out) : text_(text), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool numeral = is_digit(text_[i]) || is_kanji_number(text_[i]);
      if (!numeral || is_digit(text_[i - 1]) || is_kanji_number(text_[i - 1])) continue;
      if (is_letter(text_[i - 1]) || is_one_of(text_[i - 1], U"-./:_#")) continue;
      const std::size_t end = address_end(i);
      if (end == 0) continue;
      out_.push_back({Entity::address, static_cast<int>(begin_), static_cast<int>(end), score_});
      i = end - 1;
    }
  }

 private:
  /// End of the address whose first number is at `at`; sets where it begins and how sure it is.
  std::size_t address_end(std::size_t at) {
    begin_ = town_begin(text_, at);
    const WrittenNumber number = number_at(text_, at);
    if (!number.found()) return 0;
    score_ = 0.9;
    if (const std::size_t end = with_units(number); end != 0) return end;
    score_ = 0.8;
    if (const std::size_t end = with_dashes(at); end != 0) return end;
    if (const std::size_t end = room(number); end != 0) return end;
    return bare(at, number);
  }

  /// 3丁目15番1号, 15番地の2, 5番12号.
  std::size_t with_units(const WrittenNumber& number) const {
    const std::size_t i = number.end;
    for (const std::u32string_view word : {U"丁目", U"丁"}) {
      if (!text_.starts(i, word)) continue;
      const std::size_t from = i + word.size();
      const std::size_t end = tail_end(text_, from);
      return end == from ? 0 : end;
    }
    for (const std::u32string_view word : {U"番地", U"ばんち"})
      if (text_.starts(i, word)) return tail_end(text_, i + word.size());
    if (text_[i] != U'番') return 0;
    std::size_t from = i + 1;
    if (text_[from] == U'の') ++from;
    const WrittenNumber house = number_at(text_, from);
    if (house.found() && text_[house.end] == U'号' && !is_one_of(text_[house.end + 1], U"線車館"))
      return house.end + 1;
    // 大字大潮1234番: a lot of three digits and more, right behind its town.
    const bool lot = number.value >= 100 && !number.kanji && begin_ != number.end &&
                     !is_one_of(text_[from], U"目線地台") && is_kanji(text_[number_begin(number) - 1]);
    return lot && !is_no_town(text_, begin_, number_begin(number)) ? from : 0;
  }

  [[nodiscard]] std::size_t number_begin(const WrittenNumber& number) const {
    std::size_t i = number.end;
    while (i > 0 && (number.kanji ? is_kanji_number(text_[i - 1]) : is_digit(text_[i - 1]))) --i;
    return i;
  }

  /// 周陽1-15-1, 鼓海一の三百二十四の二十三, 若草町6-33.
  std::size_t with_dashes(std::size_t at) {
    if (!is_digit(text_[at]) || text_[at] == U'0') return 0;
    Chain chain = chain_at(text_, at, U'-');
    if (chain.parts < 2) {
      chain = chain_at(text_, at, U'の');
      if (chain.parts < 3) return 0;
    }
    const bool year = chain.first >= 1900 && chain.first <= 2100;
    if (year || chain.first == 0) return 0;
    const bool asked = has_address_word(text_, at);
    const char32_t before = text_[at - 1] == U' ' ? text_[at - 2] : text_[at - 1];
    const bool behind_town = is_kanji(before) || (is_katakana(before) && before != U'ー') ||
                             (is_hiragana(before) && !is_particle(before) && chain.parts >= 3);
    if (!asked && (!behind_town || is_no_town(text_, begin_, text_[at - 1] == U' ' ? at - 1 : at))) {
      const bool kana_town = chain.parts >= 3 && is_hiragana(before) && !is_particle(before);
      if (!kana_town) return 0;
    }
    if (!asked && ends_doubtful(text_, chain.end)) return 0;
    std::size_t end = chain.end;
    for (const std::u32string_view word : {U"号室", U"番地", U"号", U"番"})
      if (text_.starts(end, word)) return end + word.size();
    if (chain.parts == 2 && !asked) {
      score_ = 0.6;
      if (text_[at - 1] == U' ' || is_katakana(before)) return 0;
    }
    return end;
  }

  /// 201号室
  std::size_t room(const WrittenNumber& number) {
    if (!text_.starts(number.end, U"号室")) return 0;
    score_ = 0.7;
    return number.end + 2;
  }

  /// 周南市孝田町9, 大字大潮1234.
  std::size_t bare(std::size_t at, const WrittenNumber& number) {
    if (number.kanji || counts_something(text_, number.end) || begin_ == at) return 0;
    if (is_one_of(text_[number.end], U"丁号番-.,:") || is_letter(text_[number.end])) return 0;
    if (text_[number.end] == U'の' && number_at(text_, number.end + 1).found()) return 0;
    score_ = 0.7;
    const std::u32string_view town = text_.view().substr(begin_, at - begin_);
    const std::size_t oaza = town.find(U"大字");
    if (oaza != std::u32string_view::npos && town.size() > oaza + 2) return number.end;
    const bool ends_as_town = is_one_of(text_[at - 1], U"町通字台丘");
    return ends_as_town && names_admin_area(text_, begin_, at - 1) ? number.end : 0;
  }

  const FoldedText& text_;
  Findings& out_;
  std::size_t begin_ = 0;
  double score_ = 0;
};

}  // namespace

void find_address(const FoldedText& text, Findings& out) { AddressFinder(text, out).run(); }

}  // namespace anzenmap
