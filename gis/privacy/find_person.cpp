// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/name_before.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/word_list.hpp"

namespace anzenmap {

namespace {

struct Mark {
  std::u32string_view text;
  Honorific kind;
};
constexpr std::array<Mark, 9> kMarks{{{U"さん", Honorific::san},
                                      {U"くん", Honorific::kun_kana},
                                      {U"君", Honorific::kun_kanji},
                                      {U"ちゃん", Honorific::chan},
                                      {U"様", Honorific::sama},
                                      {U"さま", Honorific::sama},
                                      {U"氏", Honorific::shi},
                                      {U"先生", Honorific::sensei},
                                      {U"せんせい", Honorific::sensei}}};

/// Length of the house that follows: の家, のおうち, ち, 宅; 0 = none.
std::size_t house_length(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  if (text.starts(i, U"んち")) return 2;
  if (text[i] == U'の') ++i;
  if (text[i] == U'お' || text[i] == U'ご') ++i;
  const bool joined = i > at;
  for (const std::u32string_view word : {U"家", U"宅", U"いえ", U"うち", U"自宅", U"実家"}) {
    if (!text.starts(i, word)) continue;
    const std::size_t end = i + word.size();
    // 家 also begins words: 家族, 家庭, 家具.
    if (text[end - 1] == U'家' && is_one_of(text[end], U"族庭具事賃畜")) return 0;
    if (word == U"うち" && !joined) return 0;
    return end - at;
  }
  return text[at] == U'ち' && !is_one_of(text[at + 1], U"ょゃゅがかい") ? 1 : 0;
}

bool continues_other_word(const FoldedText& text, std::size_t after, Honorific kind) {
  switch (kind) {
    case Honorific::sama:  // 様子, 様々, 様式
      return is_one_of(text[after], U"子々式相態変なに");
    case Honorific::shi:  // 氏名, 氏神
      return is_one_of(text[after], U"名神族");
    case Honorific::kun_kanji:
      return is_one_of(text[after], U"主臨達");
    default:
      return false;
  }
}

void add(const FoldedText& text, std::size_t begin, std::size_t end, double score, Findings& out) {
  const std::size_t house = house_length(text, end);
  out.push_back({house != 0 ? Entity::home : Entity::person, static_cast<int>(begin),
                 static_cast<int>(end + house), score});
}

void find_with_honorific(const FoldedText& text, Findings& out) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_one_of(text[i], U"さく君ち様氏先せ")) continue;
    for (const Mark& mark : kMarks) {
      if (text[i] != mark.text[0] || !text.starts(i, mark.text)) continue;
      const std::size_t after = i + mark.text.size();
      if (continues_other_word(text, after, mark.kind)) continue;
      const NameBefore name = name_before(text, i, mark.kind);
      if (name.score > 0) add(text, name.begin, after, name.score, out);
      break;
    }
  }
}

/// 田中宅, 田中家: the house of a known family name.
void find_house_of_family(const FoldedText& text, Findings& out) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_one_of(text[i], U"宅家") || is_one_of(text[i + 1], U"族庭具事賃畜配地")) continue;
    std::size_t begin = i;
    while (begin > 0 && is_kanji(text[begin - 1])) --begin;
    const std::size_t length = surname_before(text, begin, i);
    if (length < 2 || length != i - begin) continue;
    out.push_back({Entity::home, static_cast<int>(begin), static_cast<int>(i + 1), 0.7});
  }
}

/// ぼくの家: with its place it says where a pupil lives.
void find_own_house(const FoldedText& text, Findings& out) {
  for (const std::u32string_view who : {U"わたし", U"私", U"ぼく", U"僕", U"おれ", U"俺", U"自分", U"あたし",
                                        U"友だち", U"友達", U"ともだち"}) {
    for (std::size_t at = text.view().find(who); at != std::u32string_view::npos;
         at = text.view().find(who, at + 1)) {
      const std::size_t end = at + who.size();
      const bool possessive = text[end] == U'の' || text.starts(end, U"んち");
      const std::size_t house = possessive ? house_length(text, end) : 0;
      if (house == 0) continue;
      out.push_back({Entity::home, static_cast<int>(at), static_cast<int>(end + house), 0.7});
    }
  }
}

/// 名前：田中太郎, 担任 鈴木. Behind は only with a known family name.
void find_labelled(const FoldedText& text, Findings& out) {
  for (const std::u32string_view label : {U"名前", U"氏名", U"担任", U"記入者", U"なまえ"}) {
    for (std::size_t at = text.view().find(label); at != std::u32string_view::npos;
         at = text.view().find(label, at + 1)) {
      std::size_t i = at + label.size();
      bool sign = false;
      while (is_one_of(text[i], U" :=は「(・")) sign = is_one_of(text[i++], U" :=(") || sign;
      std::size_t end = i;
      while (is_kanji(text[end]) && end - i < 7) ++end;
      std::size_t last = end;
      if (text[end] == U' ' && end > i) {  // 田中 太郎
        std::size_t given = end + 1;
        while (is_kanji(text[given]) && given - end < 5) ++given;
        if (surnames().has(text.view().substr(i, end - i)) && given > end + 1) last = given;
      }
      if (i == at + label.size() || end == i) continue;
      const bool whole = surnames().has(text.view().substr(i, end - i));
      // 上田さやか
      for (std::size_t length = 5; whole && last == end && length >= 2; --length)
        if (kana_names().has(text.view().substr(end, length))) last = end + length;
      const bool full = end - i >= 3 && is_full_name(text, i, end) &&
                        !is_one_of(text[end - 1], U"橋園校町店駅川山池道坂峠堂館院寺社宮城所場前口角");
      if (whole || full || last != end)
        out.push_back({Entity::person, static_cast<int>(i), static_cast<int>(last), 0.8});
    }
  }
}

}  // namespace

void find_person(const FoldedText& text, Findings& out) {
  find_with_honorific(text, out);
  find_house_of_family(text, out);
  find_own_house(text, out);
  find_labelled(text, out);
}

void find_bare_name(const FoldedText& text, Findings& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_kanji(text[i]) || is_kanji(text[i - 1])) continue;
    std::size_t end = i;
    while (is_kanji(text[end])) ++end;
    for (std::size_t length = std::min(surnames().longest(), end - i - 1); length > 0; --length) {
      if (!surnames().has(text.view().substr(i, length))) continue;
      if (!given_names().has(text.view().substr(i + length, end - i - length))) continue;
      out.push_back({Entity::person, static_cast<int>(i), static_cast<int>(end), 0.7});
      break;
    }
    i = end;
  }
}

}  // namespace anzenmap
