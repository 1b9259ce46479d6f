// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"
#include "gis/privacy/written_number.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kShortestName = 3;

bool is_handle(char32_t c) { return is_word(c) || c == U'.' || c == U'-'; }

/// End of a name of letters, digits, _ . and -, without a dot at its end.
std::size_t handle_end(const FoldedText& text, std::size_t at) {
  std::size_t end = at;
  while (is_handle(text[end])) ++end;
  while (end > at && is_one_of(text[end - 1], U".-")) --end;
  return end;
}

/// @hanako_0403, not the @ of an address.
void find_at_name(const FoldedText& text, Findings& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'@' || is_word(text[i - 1])) continue;
    const std::size_t end = handle_end(text, i + 1);
    if (end - i - 1 < kShortestName || is_digit(text[i + 1])) continue;
    out.push_back({Entity::sns, static_cast<int>(i), static_cast<int>(end), 0.85});
    i = end - 1;
  }
}

bool same_letters(const FoldedText& text, std::size_t at, std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = text[at + i];
    if ((is_letter(c) ? (c | 0x20U) : c) != word[i]) return false;
  }
  return true;
}

std::size_t service_end(const FoldedText& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 21> services{
      U"line",         U"ライン",  U"instagram",      U"インスタグラム", U"インスタ",       U"twitter",
      U"ツイッター",   U"tiktok",  U"ティックトック", U"facebook",       U"フェイスブック", U"discord",
      U"ディスコード", U"youtube", U"snapchat",       U"カカオ",         U"kakao",          U"skype",
      U"スカイプ",     U"switch",  U"フォートナイト"};
  for (const std::u32string_view service : services)
    if (same_letters(text, at, service) && !is_letter(text[at - 1])) return at + service.size();
  if (text[at] == U'X' && !is_word(text[at - 1]) && !is_word(text[at + 1])) return at + 1;
  return 0;
}

/// LINE ID: name, インスタのアカウントは name. Between the two only words that lead from one to the other.
void find_named(const FoldedText& text, Findings& out) {
  if (text.letters() < 4 && text.digits() < 5) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t service = service_end(text, i);
    if (service == 0) continue;
    std::size_t at = service;
    bool led = false;
    for (bool moved = true; moved;) {
      moved = false;
      for (const std::u32string_view word :
           {U"ID", U"id", U"Id", U"アイディー", U"アカウント名", U"アカウント", U"ユーザー名",
            U"ユーザーネーム", U"フレンドコード", U"名"}) {
        if (!text.starts(at, word) || is_letter(text[at + word.size()])) continue;
        at += word.size();
        moved = true;
        led = true;
      }
      while (is_one_of(text[at], U" の:=は、「(→が@")) {
        led = led || is_one_of(text[at], U":=@");
        ++at;
        moved = true;
      }
    }
    const std::size_t end = handle_end(text, at);
    bool letters = false;
    for (std::size_t k = at; k < end; ++k) letters = letters || is_word(text[k]);
    if (!led || !letters || end - at < kShortestName + 1) continue;
    out.push_back({Entity::sns, static_cast<int>(at), static_cast<int>(end), 0.85});
    i = end - 1;
  }
}

}  // namespace

void find_sns(const FoldedText& text, Findings& out) {
  if (text.letters() + text.digits() < kShortestName) return;
  find_at_name(text, out);
  find_named(text, out);
}

}  // namespace anzenmap
