// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/encoding/encoding.hpp"
#include "gis/pipeline/reading.hpp"

namespace anzenmap::markup {

/// In what encoding a document is read, and who decided it.
struct EncodingChoice {
  std::string
      parser;        ///< what the parser is told: UTF-8, UTF-16LE, or a name that our own decoder answers to
  ReadingItem item;  ///< "encoding"
  std::vector<Diagnostic> diagnostics;  ///< what the file says was wrong, or a person's word contradicts it
};

/// From the byte order mark, the XML declaration and the first bytes (XML 1.0 section 4.3.3 and appendix F);
/// a person's word wins. What a file declares is not believed when its bytes say otherwise:
/// 「encoding="UTF-8"」 stays in files that an editor saved in Shift_JIS. Throws Error when nobody here knows
/// the encoding.
[[nodiscard]] EncodingChoice choose_encoding(std::string_view head, bool whole,
                                             const std::optional<std::string>& person,
                                             const std::string& file);

/// The encoding that the parser means by a name that only we know; std::nullopt when it is not ours.
[[nodiscard]] std::optional<Encoding> own_encoding(std::string_view parser_name);

/// A table for expat's unknown-encoding handler: what it asks for when characters have several bytes.
class MultiByteTable {
 public:
  explicit MultiByteTable(Encoding encoding);
  /// For each first byte: the character, -1 = none, -n = n bytes follow each other.
  [[nodiscard]] const int* map() const { return map_; }
  /// The character of a sequence of `length` bytes; -1 = none.
  [[nodiscard]] int character(const char* bytes, std::size_t length) const;

 private:
  Encoding encoding_;
  int map_[256];
  mutable std::vector<int> pairs_;  ///< of two bytes, made when it is first asked for; -2 = not yet
};

}  // namespace anzenmap::markup
