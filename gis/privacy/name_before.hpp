// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "gis/privacy/folded_text.hpp"

namespace anzenmap {

enum class Honorific { san, kun_kanji, kun_kana, chan, sama, shi, sensei };

/// The name that ends right before an honorific.
struct NameBefore {
  std::size_t begin = 0;
  double score = 0;  ///< 0 = what stands there is no name
};

/// Looks back from `end` for a name. A word of its own (店員, 皆, おまわり) is none. さん and ちゃん make
/// any short kanji a name; 様, 氏 and 先生 also end other words, so a known family name must stand before.
[[nodiscard]] NameBefore name_before(const FoldedText& text, std::size_t end, Honorific honorific);

/// Length of the known family name that `text` has at `at`, the longest one; 0 = none.
[[nodiscard]] std::size_t surname_at(const FoldedText& text, std::size_t at);
/// Whether the kanji [begin, end) are a family name and up to three more.
[[nodiscard]] bool is_full_name(const FoldedText& text, std::size_t begin, std::size_t end);
/// Length of the longest known family name that ends at `end`, within [begin, end); 0 = none.
[[nodiscard]] std::size_t surname_before(const FoldedText& text, std::size_t begin, std::size_t end);

}  // namespace anzenmap
