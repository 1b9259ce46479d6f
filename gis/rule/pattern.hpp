// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap {

/// A constraint's pattern, matched against the whole value in linear time and without recursion (std::regex
/// can overflow the stack). The subset of ECMAScript that codes need: literals, [classes] with ranges and ^,
/// \d \w \s and escaped signs, '.', the quantifiers ? * + {n} {n,} {n,m}, ^ at the start and $ at the end. No
/// groups, alternatives or look-around. Works on bytes; '.' and classes with ^ take one byte of a longer
/// character.
class Pattern {
 public:
  /// std::nullopt when the text is outside of the subset.
  static std::optional<Pattern> compile(std::string_view text);
  [[nodiscard]] bool matches(std::string_view value) const;

 private:
  static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);
  struct Item {
    std::bitset<256> bytes;
    std::size_t least = 1;
    std::size_t most = 1;
  };
  friend class PatternParser;
  [[nodiscard]] bool matches_greedily(std::string_view value) const;
  [[nodiscard]] bool matches_anyhow(std::string_view value) const;
  std::vector<Item> items_;
};

}  // namespace anzenmap
