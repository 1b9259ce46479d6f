// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap {

/// A text as the recognisers read it: full-width letters, digits and signs and half-width kana in their NFKC
/// form, every dash as '-', also a long vowel mark between digits, blanks as ' ', without characters of no
/// width. Knows for each of its characters the code point of the raw text that it comes from. Forms that no
/// keyboard makes (mathematical digits, circled ones) stay as they are.
class FoldedText {
 public:
  /// Keeps the memory of the text before. Bytes that are no UTF-8 become U+FFFD, one each.
  void assign(std::string_view utf8);

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  /// The character at `i`; 0 outside, also for i = -1.
  [[nodiscard]] char32_t operator[](std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
  [[nodiscard]] std::u32string_view view() const { return text_; }
  [[nodiscard]] std::u32string_view from(std::size_t i) const {
    return i < text_.size() ? std::u32string_view(text_).substr(i) : std::u32string_view();
  }
  [[nodiscard]] bool starts(std::size_t i, std::u32string_view word) const {
    return from(i).substr(0, word.size()) == word;
  }
  /// Whether `word` stands right before `i`.
  [[nodiscard]] bool ends(std::size_t i, std::u32string_view word) const {
    return i >= word.size() && starts(i - word.size(), word);
  }
  /// Code points of the raw text.
  [[nodiscard]] int raw_begin(std::size_t i) const { return raw_[i]; }
  [[nodiscard]] int raw_end(std::size_t i) const { return raw_[i] + 1; }

  [[nodiscard]] std::size_t digits() const { return digits_; }    ///< how many of its characters are 0 to 9
  [[nodiscard]] std::size_t letters() const { return letters_; }  ///< ... are A to Z or a to z

 private:
  void put(char32_t c, int raw);
  void fold_dashes();

  std::u32string text_;
  std::vector<int> raw_;
  std::size_t digits_ = 0;
  std::size_t letters_ = 0;
};

/// Bytes of the character at `at`; a byte that is no UTF-8 counts as one.
[[nodiscard]] std::size_t character_length(std::string_view utf8, std::size_t at);

}  // namespace anzenmap
