// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/name_before.hpp"

#include <algorithm>
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/word_list.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kLongestRun = 12;
/// Kanji that end words for what people do or are: 店員, 運転手, 魚屋.
constexpr std::u32string_view kRoleEnds =
    U"員手士師者長官屋人隊客母父兄姉妹弟婦隣皆校会社店園院署局団職生主任課部係業友供達方頭前横側先道車";

template <class Test>
std::size_t run_begin(const FoldedText& text, std::size_t end, Test inside) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestRun && inside(text[begin - 1])) --begin;
  return begin;
}

std::u32string_view cut(const FoldedText& text, std::size_t begin, std::size_t end) {
  return text.view().substr(begin, end - begin);
}

bool is_strict(Honorific honorific) {
  return honorific == Honorific::sama || honorific == Honorific::shi || honorific == Honorific::sensei;
}

NameBefore kanji_name(const FoldedText& text, std::size_t begin, std::size_t end, Honorific honorific) {
  const std::size_t length = end - begin;
  const std::u32string_view run = cut(text, begin, end);
  const auto surname_before_end = surname_before(text, begin, end);
  if (surname_before_end == length) return {begin, 0.95};
  if (length <= 6 && is_full_name(text, begin, end) && !not_names().has(run)) return {begin, 0.9};
  if (given_names().has(run)) return {begin, 0.9};
  for (std::size_t from = begin; from < end; ++from)
    // One kanji that is a word of its own (犬) also ends names (柳川).
    if ((from == begin || end - from >= 2) && not_names().has(cut(text, from, end)) &&
        surname_before_end < end - from)
      return {};
  // 同級生田中さん: the family name at the end; one kanji alone may end any word.
  if (surname_before_end >= 2) return {end - surname_before_end, 0.9};
  if (is_one_of(text[end - 1], kRoleEnds)) return {};
  if (is_strict(honorific)) return {};
  if (honorific == Honorific::kun_kanji && length < 2) return {};
  if (length > 5) return {end - 2, 0.5};
  return {begin, 0.6};
}

bool is_particle(char32_t c) { return is_one_of(c, U"のはがとにをもでやへ"); }

/// Hiragana before くん and ちゃん that are no name.
bool is_common_word(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 41> words{
      U"おじい", U"おばあ", U"おとう", U"おかあ", U"おにい", U"おねえ",   U"おじ",   U"おば",   U"あか",
      U"わん",   U"にゃん", U"ねこ",   U"いぬ",   U"ぼっ",   U"ぼ",       U"おっ",   U"じい",   U"ばあ",
      U"にい",   U"ねえ",   U"とう",   U"かあ",   U"みんな", U"みな",     U"だれも", U"もっと", U"きちん",
      U"おさる", U"ぞう",   U"うさぎ", U"くま",   U"きりん", U"らいおん", U"ぶた",   U"りす",   U"ことり",
      U"あひる", U"ひよこ", U"くるま", U"まち",   U"くん"};
  for (const std::u32string_view known : words)
    if (word == known ||
        (word.size() > known.size() && known.size() >= 3 && word.substr(word.size() - known.size()) == known))
      return true;
  return false;
}

/// 行くんだ, あるくんです, ちゃんと: no honorific at all.
bool is_other_word(const FoldedText& text, std::size_t end, Honorific honorific) {
  if (honorific == Honorific::kun_kana) return is_one_of(text[end + 2], U"だでじなよかねさ");
  return honorific == Honorific::chan && text[end + 3] == U'と';
}

NameBefore hiragana_name(const FoldedText& text, std::size_t begin, std::size_t end, Honorific honorific) {
  // みな and なな are names, too: words first.
  for (const std::u32string_view word :
       {U"みな", U"みんな", U"おとな", U"おまわり", U"となり", U"たく", U"いろ", U"おかみ"})
    if (text.ends(end, word)) return {};
  const auto begins_word = [&](std::size_t at) { return at == begin || is_particle(text[at - 1]); };
  for (std::size_t from = begin; from + 1 < end; ++from) {
    if (!begins_word(from)) continue;
    const std::u32string_view word = cut(text, from, end);
    if (is_common_word(word)) return {};
    if (kana_names().has(word)) {
      // 田中あゆみさん: with the family name before.
      const std::size_t kanji = run_begin(text, from, is_kanji);
      const std::size_t surname = from == begin ? surname_before(text, kanji, from) : 0;
      return {from - surname, 0.9};
    }
  }
  // 田中ゆうひさん, with a given name that no list has.
  if (end - begin <= 4) {
    const std::size_t kanji = run_begin(text, begin, is_kanji);
    const std::size_t surname = surname_before(text, kanji, begin);
    if (surname >= 2 && !is_particle(text[begin])) return {begin - surname, 0.7};
  }
  if (honorific != Honorific::kun_kana && honorific != Honorific::chan) return {};
  if (is_other_word(text, end, honorific)) return {};
  std::size_t from = end;
  while (from > begin && !is_particle(text[from - 1])) --from;
  const std::size_t length = end - from;
  if (length < 2 || length > 4 || is_common_word(cut(text, from, end))) return {};
  if (from == begin && from > 0 && is_kanji(text[from - 1])) return {};  // 楽しちゃん
  return {from, 0.6};
}

NameBefore katakana_name(const FoldedText& text, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return {};
  constexpr std::array<std::u32string_view, 33> words{
      U"ボランティア", U"スタッフ", U"パトロール",   U"タクシー", U"コンビニ", U"スーパー", U"ペット",
      U"ガード",       U"ワン",     U"ニャン",       U"トラック", U"バス",     U"クラス",   U"グループ",
      U"パン",         U"ケーキ",   U"アナウンサー", U"レジ",     U"ゴミ",     U"ガス",     U"パート",
      U"アルバイト",   U"リーダー", U"オバ",         U"オジ",     U"オトウ",   U"オカア",   U"タク",
      U"ミナ",         U"ライオン", U"ウサギ",       U"ゾウ",     U"サル"};
  const std::u32string_view run = cut(text, begin, end);
  for (const std::u32string_view word : words)
    if (run.size() >= word.size() && run.substr(run.size() - word.size()) == word) return {};
  for (const std::u32string_view ending : {U"バー", U"パー", U"ナー", U"マン", U"ター", U"ジャー", U"ラー"})
    if (text.ends(end, ending)) return {};
  return {begin, 0.7};
}

}  // namespace

std::size_t surname_at(const FoldedText& text, std::size_t at) {
  for (std::size_t length = surnames().longest(); length > 0; --length)
    if (at + length <= text.size() && surnames().has(cut(text, at, at + length))) return length;
  return 0;
}

std::size_t surname_before(const FoldedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t length = std::min(surnames().longest(), end - begin); length > 0; --length)
    if (surnames().has(cut(text, end - length, end))) return length;
  return 0;
}

bool is_full_name(const FoldedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t length = std::min(surnames().longest(), end - begin - 1); length > 0; --length) {
    if (!surnames().has(cut(text, begin, begin + length))) continue;
    const std::size_t rest = end - begin - length;
    if (given_names().has(cut(text, begin + length, end))) return true;
    if (length >= 2 && rest >= 1 && rest <= 3 && !is_one_of(text[end - 1], kRoleEnds)) return true;
  }
  return false;
}

NameBefore name_before(const FoldedText& text, std::size_t end, Honorific honorific) {
  std::size_t last = end;
  if (text[last - 1] == U' ') --last;  // 田中 さん
  const char32_t c = text[last - 1];
  if (is_kanji(c)) {
    const std::size_t begin = run_begin(text, last, is_kanji);
    NameBefore name = kanji_name(text, begin, last, honorific);
    // 行くんだ, 書くんです: a verb's kanji.
    if (honorific == Honorific::kun_kana) {
      const bool lone = last - begin == 1 && name.score < 0.95;
      if ((lone || name.score <= 0.6) && is_other_word(text, end, honorific)) return {};
      if (lone && name.score < 0.9) return {};
    }
    // 田中 太郎さん
    if (name.score > 0 && name.begin == begin && text[begin - 1] == U' ') {
      const std::size_t family = run_begin(text, begin - 1, is_kanji);
      if (surname_before(text, family, begin - 1) == begin - 1 - family && family < begin - 1)
        name.begin = family;
    }
    return name;
  }
  if (is_hiragana(c)) {
    NameBefore name = hiragana_name(text, run_begin(text, last, is_hiragana), last, honorific);
    return is_strict(honorific) && name.score < 0.9 ? NameBefore{} : name;
  }
  if (is_katakana(c)) {
    NameBefore name = katakana_name(text, run_begin(text, last, is_katakana), last);
    return is_strict(honorific) && honorific != Honorific::sensei ? NameBefore{} : name;
  }
  if (is_letter(c) && !is_strict(honorific)) {
    const std::size_t begin = run_begin(text, last, is_letter);
    // A さん and B さん are nobody; AED さん neither.
    const bool name = last - begin >= 3 && text[begin + 1] >= U'a';
    return name ? NameBefore{begin, 0.7} : NameBefore{};
  }
  return {};
}

}  // namespace anzenmap
