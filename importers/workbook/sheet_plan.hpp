// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"
#include "importers/workbook/sheet.hpp"
#include "importers/workbook/sheet_survey.hpp"

namespace anzenmap {

/// One column that is read.
struct PlannedColumn {
  std::uint32_t column = 0;       ///< of the sheet
  bool repeats_sideways = false;  ///< takes the value of a cell merged over it sideways
};

/// How a sheet is turned into records.
struct SheetPlan {
  std::size_t sheet = 0;  ///< index in the workbook
  Layer layer;
  std::vector<PlannedColumn> columns;  ///< parallel to Layer::headers
  std::vector<std::int32_t> position;  ///< by sheet column: index into `columns`, -1 = not read
  std::int64_t first_data_row = 1;
  std::vector<MergedRange> merges;  ///< below the header, by first row
  std::vector<Diagnostic> diagnostics;
  bool empty = true;
  bool recognised = false;        ///< the profile knows some of its headers
  bool has_place = false;         ///< some of them hold a place
  std::int32_t name_column = -1;  ///< index into `columns` of the record's name; -1 = none
  std::int32_t kana_column = -1;  ///< of how that is read
  bool wants_kana = false;        ///< the profile has a field for it
  bool has_header_row = true;     ///< false: the row that a person named is not there
};

/// `wanted_row`: the header row that a person named.
[[nodiscard]] SheetPlan plan_sheet(const Workbook& workbook, std::size_t sheet, const SheetSurvey& survey,
                                   const Profile& profile, std::optional<std::int64_t> wanted_row);

/// "5行目" and "row 5", or "5〜9行目" and "rows 5 to 9".
[[nodiscard]] Argument rows_argument(std::int64_t first, std::int64_t last);

}  // namespace anzenmap
