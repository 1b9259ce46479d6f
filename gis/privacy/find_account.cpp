// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {
constexpr std::size_t kShortest = 3;
}

void find_account(const FoldedText& text, Findings& out) {
  if (text.digits() + text.letters() < kShortest) return;
  constexpr std::array<std::u32string_view, 17> words{
      U"ユーザー名", U"ユーザ名",   U"ユーザーID", U"ユーザID",   U"アカウント名", U"アカウントID",
      U"ログインID", U"ログイン名", U"ログイン",   U"パスワード", U"暗証番号",     U"学籍番号",
      U"児童番号",   U"生徒番号",   U"会員番号",   U"password",   U"username"};
  for (const std::u32string_view word : words) {
    for (std::size_t at = text.view().find(word); at != std::u32string_view::npos;
         at = text.view().find(word, at + 1)) {
      std::size_t i = at + word.size();
      while (is_one_of(text[i], U" :=は「がの→")) ++i;
      std::size_t end = i;
      while (text[end] > U' ' && text[end] < 0x7F && !is_one_of(text[end], U",;\"")) ++end;
      while (end > i && is_one_of(text[end - 1], U".)")) --end;
      const bool long_enough = text.letters() >= 4 || text.digits() >= 5 || word.ends_with(U"番号");
      if (i == at + word.size() || end - i < kShortest || !long_enough) continue;
      out.push_back({Entity::account, static_cast<int>(i), static_cast<int>(end), 0.85});
    }
  }
}

}  // namespace anzenmap
