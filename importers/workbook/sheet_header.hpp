// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/profile/profile.hpp"
#include "importers/workbook/sheet_survey.hpp"

namespace anzenmap {

/// Where the header of a sheet is and what it says. A header may take several rows, tied by merged cells.
struct SheetHeader {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  bool recognised = false;         ///< the profile knows at least one of the names
  std::vector<std::string> names;  ///< by column; empty = none
};

/// `wanted` is the row that a person named. Nothing when the sheet is empty or has no such row among the
/// head.
[[nodiscard]] std::optional<SheetHeader> find_sheet_header(const SheetSurvey& survey, const Profile& profile,
                                                           std::optional<std::int64_t> wanted);

}  // namespace anzenmap
