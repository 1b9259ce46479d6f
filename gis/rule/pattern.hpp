// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace anzenmap {

/// A constraint's pattern, matched against the whole value without recursion (std::regex can overflow the
/// stack) and in time proportional to value times pattern. The subset of ECMAScript that codes need:
/// characters, [classes] with ranges and ^, \d \w \s and escaped signs, '.', the quantifiers ? * + {n} {n,}
/// {n,m}, ^ at the start and $ at the end. No groups, alternatives or look-around. A character is a Unicode
/// code point.
class Pattern {
 public:
  /// std::nullopt when the text is outside of the subset.
  static std::optional<Pattern> compile(std::string_view text);
  [[nodiscard]] bool matches(std::string_view value) const;

 private:
  static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);
  struct Item {
    std::vector<std::pair<char32_t, char32_t>> ranges;
    std::bitset<128> ascii;  ///< the answers of takes() for ASCII, looked up instead of searched
    bool negated = false;
    std::size_t least = 1;
    std::size_t most = 1;
    void index_ascii();
    [[nodiscard]] bool takes(char32_t code) const { return code < 128 ? ascii[code] : searches(code); }
    [[nodiscard]] bool searches(char32_t code) const;
  };
  friend class PatternParser;
  [[nodiscard]] bool matches_greedily(std::string_view value) const;
  [[nodiscard]] bool matches_anyhow(std::string_view value) const;
  std::vector<Item> items_;
};

}  // namespace anzenmap
