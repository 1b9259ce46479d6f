// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace anzenmap {

/// Words out of one text, with blanks between them, to be looked up. The text must outlive the list.
class WordList {
 public:
  explicit WordList(std::u32string_view words);
  [[nodiscard]] bool has(std::u32string_view word) const;
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  std::vector<std::u32string_view> words_;  ///< sorted
  std::size_t longest_ = 0;
};

/// Family names in kanji, the frequent ones.
[[nodiscard]] const WordList& surnames();
/// Given names in kanji.
[[nodiscard]] const WordList& given_names();
/// Family and given names in hiragana; words that name other things as well (はな) are left out.
[[nodiscard]] const WordList& kana_names();
/// What さん, くん, 様 and 先生 also stand behind: 店員, 運転手, 皆, 校長 ...
[[nodiscard]] const WordList& not_names();

}  // namespace anzenmap
