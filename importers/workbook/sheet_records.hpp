// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "importers/workbook/merged_cells.hpp"
#include "importers/workbook/sheet.hpp"
#include "importers/workbook/sheet_plan.hpp"

namespace anzenmap {

struct BatchLimits {
  std::size_t records = 1'200;
  std::size_t text = 256 * 1024;               ///< bytes; a batch ends with the record that reaches it
  std::size_t record = std::size_t{64} << 20;  ///< bytes of one record; longer is an Error
};

/// Makes records of the rows of one sheet: blank rows are none, totals rows are told, merged values are
/// repeated.
class SheetRecords {
 public:
  /// `plan` must outlive it; `layer` is the index that batches and diagnostics get.
  SheetRecords(const SheetPlan& plan, std::uint32_t layer, std::unique_ptr<SheetReader> reader,
               BatchLimits limits);

  /// Appends records to an empty batch until it is full; false when the sheet is at its end and it got none
  /// (it may then hold diagnostics). Throws Error.
  bool fill(Batch& batch);

 private:
  void add_row(Batch& batch);
  [[nodiscard]] bool collect();
  [[nodiscard]] bool tell_total(Batch& batch);
  void tell_cell(Batch& batch, const SheetCell& cell, std::size_t position) const;
  void tell_percent(Batch& batch, const SheetCell& cell, std::size_t position);
  void offer_furigana(Batch& batch, const SheetCell& cell);
  void append_record(Batch& batch);

  const SheetPlan& plan_;
  std::uint32_t layer_;
  std::unique_ptr<SheetReader> reader_;
  BatchLimits limits_;
  SheetRow row_;
  std::vector<std::string_view> cells_;  ///< of the record at hand, by planned column
  MergedCells merged_;
  std::vector<bool> percent_told_;  ///< by planned column
  bool kana_told_ = false;          ///< that the sheet lacks the column
};

}  // namespace anzenmap
