// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gis/privacy/entity.hpp"
#include "gis/privacy/folded_text.hpp"

namespace anzenmap {

/// What kind of text is looked at: names of files and sheets hold names without honorifics.
enum class TextKind { sentence, name };

/// Finds what tells of persons in one text. Keeps its memory from text to text: one a thread.
class TextScanner {
 public:
  /// Finds in order of their place, none over another; spans in code points of `text`. `exempt` entities are
  /// left out. The result is overwritten by the next call.
  [[nodiscard]] const Findings& scan(std::string_view text, EntitySet exempt = {},
                                     TextKind kind = TextKind::sentence);

 private:
  FoldedText folded_;
  Findings raw_;
  Findings kept_;
};

/// `text` with ● for each code point of the finds that is no blank.
[[nodiscard]] std::string masked(std::string_view text, const Findings& findings);

/// ● as UTF-8.
inline constexpr std::string_view kMask = "\xE2\x97\x8F";

}  // namespace anzenmap
