// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "importers/workbook/sheet.hpp"

namespace anzenmap {

/// What the attributes of one table:table-cell say (OpenDocument 1.3 part 3, 19.385 office:value-type).
struct OdsCell {
  std::string type;   ///< float, percentage, currency, date, time, boolean, string; empty = none
  std::string value;  ///< office:value, office:date-value ... of that type
  bool has_formula = false;
  bool is_error = false;  ///< LibreOffice says so
};

/// Replaces `text`, the paragraphs that a person sees, by the cell's value in canonical form, from `from` on.
[[nodiscard]] SheetCell::Kind finish_ods_cell(const OdsCell& cell, std::string& text, std::size_t from);

}  // namespace anzenmap
