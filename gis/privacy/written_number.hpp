// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "gis/privacy/folded_text.hpp"

namespace anzenmap {

/// A number as addresses and classes have it: up to five digits, or kanji (三十二, 一〇).
struct WrittenNumber {
  std::size_t end = 0;  ///< 0 = there is none
  int value = 0;
  bool kanji = false;
  [[nodiscard]] bool found() const { return end != 0; }
};

[[nodiscard]] WrittenNumber number_at(const FoldedText& text, std::size_t at);

/// Whether what follows at `at` counts things or time: 3人, 5年, 10m. Then the number before is no house.
[[nodiscard]] bool counts_something(const FoldedText& text, std::size_t at);

/// `at` behind the blanks that stand there.
[[nodiscard]] std::size_t skip_blanks(const FoldedText& text, std::size_t at);

}  // namespace anzenmap
