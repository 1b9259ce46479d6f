// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace anzenmap::ckan {

struct WordRange {
  char32_t first;
  char32_t last;
};

/// Letters, digits and '_' of every script, as Python's \w has them, in order. Made at build time.
[[nodiscard]] std::span<const WordRange> word_ranges() noexcept;

}  // namespace anzenmap::ckan
