// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// What a column's cells may hold, and the words shown beside one that is chosen.
struct CellCheck {
  enum class Kind { any, list, date, decimal, whole, length } kind = Kind::any;
  std::string list;     ///< "1,0", or a range as "'選択肢'!$A$2:$A$5"
  std::string minimum;  ///< of decimal and whole; empty = none
  std::string maximum;  ///< likewise, and of length
  std::string title;
  std::string prompt;
};

struct SpreadsheetColumn {
  double width = 12;  ///< in digits
  bool is_date = false;
  std::optional<CellCheck> check;
};

struct Spreadsheet {
  std::string name;
  std::vector<SpreadsheetColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< the first is the header
  int checked_rows = 0;                        ///< rows below the header that the checks hold for
};

/// A workbook (Office Open XML, ISO/IEC 29500) of texts, the same bytes for the same sheets. Throws Error.
[[nodiscard]] std::string workbook_bytes(const std::vector<Spreadsheet>& sheets);

/// "A", "Z", "AA" ... of a column from 0.
[[nodiscard]] std::string column_name(std::size_t column);

extern const RuleInfo template_unwritten;

}  // namespace anzenmap
