// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace anzenmap {

/// How a part of a string is read (ECMA-376 part 1, 18.4.6 rPh): UTF-16 units [from, to) of the words.
struct FuriganaRun {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::string reading;
};

/// The whole string in katakana: the runs in the place of the words that they stand over, kana between them
/// as katakana. Empty when something is left that says no sound (kanji without a run) or the runs contradict
/// each other.
[[nodiscard]] std::string whole_reading(std::string_view words, std::span<const FuriganaRun> runs);

}  // namespace anzenmap
