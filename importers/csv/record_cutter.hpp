// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "gis/encoding/encoding.hpp"

namespace anzenmap::csv {

/// Finds where records end in raw bytes that arrive bit by bit, by the rules of RowScanner, looking at quotes
/// only. Works on UTF-8, CP932 and EUC-JP alike, as line ends and quotes are never part of a longer character
/// there.
class RecordCutter {
 public:
  RecordCutter(char separator, Encoding encoding) : separator_(separator), encoding_(encoding) {}

  /// The bytes looked at from now on begin with a record.
  void restart();
  /// Looks on at text[0, limit); `text` goes on to `size` and has Bytes::kPadding readable bytes behind.
  /// `final`: the file ends at `size`. A quote that is open at the end of the file is forgiven then.
  void scan(const char* text, std::size_t size, std::size_t limit, bool final);
  /// Offset behind the last record that ends at or before `wanted`, else behind the first one after it;
  /// 0 while no record has ended.
  [[nodiscard]] std::size_t record_end(const char* text, std::size_t size, std::size_t wanted,
                                       bool final) const;
  [[nodiscard]] bool inside_quotes() const { return inside_; }
  [[nodiscard]] std::size_t open_quote() const { return open_; }
  /// Takes the open quote for text, as at the end of the file. False when it would not end the record either.
  bool forgive_open_quote(const char* text);

 private:
  struct Region {
    std::size_t begin;
    std::size_t end;
  };

  [[nodiscard]] bool opens(const char* text, std::size_t quote) const;
  [[nodiscard]] bool ends_cell(char byte) const { return byte == separator_ || byte == '\n' || byte == '\r'; }
  [[nodiscard]] bool is_whole_separator(const char* text, std::size_t at) const;
  void forgive();

  char separator_;
  Encoding encoding_;
  std::vector<Region> outside_;   ///< closed regions outside quotes, in order
  std::size_t region_begin_ = 0;  ///< of the region under way
  std::size_t at_ = 0;            ///< looked at up to here
  std::size_t open_ = 0;          ///< the opening quote
  bool inside_ = false;
};

}  // namespace anzenmap::csv
