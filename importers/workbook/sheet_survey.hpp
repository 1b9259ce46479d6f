// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "importers/workbook/sheet.hpp"

namespace anzenmap {

/// One of the first rows that hold anything.
struct HeadRow {
  std::int64_t number = 0;
  bool hidden = false;
  std::vector<std::string> cells;  ///< by column; long texts are cut
};

/// What one pass over a sheet finds out, so that reading it needs no second thought: where the header may be,
/// how wide the table is, what is merged or hidden. It also proves that the part is whole before anything is
/// written.
struct SheetSurvey {
  std::vector<HeadRow> head;
  std::vector<std::int64_t> last_filled;  ///< by column: the last row with a value, 0 = none
  std::uint64_t hidden_below = 0;         ///< hidden rows with values below the head
  std::int64_t first_hidden_below = 0;
  SheetFacts facts;

  [[nodiscard]] bool empty() const noexcept { return head.empty(); }
};

/// Reads the sheet to its end. Throws Error.
[[nodiscard]] SheetSurvey survey_sheet(SheetReader& reader);

}  // namespace anzenmap
