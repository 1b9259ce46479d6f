// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "importers/workbook/sheet_plan.hpp"

namespace anzenmap {

/// The merged cells that reach over the row at hand, and their values: a file has the value in the first cell
/// only. Downwards it is repeated in its own column; sideways only in columns with a name of their own that
/// hold no place (a line such as 「2班」 merged over a whole table is no latitude).
class MergedCells {
 public:
  explicit MergedCells(const SheetPlan& plan) : plan_(plan), owners_(plan.columns.size()) {}

  /// Call for each row, in order, before fill(): takes up the merged cells that begin there.
  void enter(std::int64_t row, std::span<const std::string_view> cells);

  /// Puts repeated values into the record's cells; they stay valid until the next enter(). Tells each range
  /// once, and each value that stood unseen under it.
  void fill(std::int64_t row, std::span<std::string_view> cells, std::vector<Diagnostic>& diagnostics);

 private:
  struct Owner {
    const MergedRange* range = nullptr;
    std::size_t first = 0;  ///< position of the column that has the value
    std::string value;      ///< only where first is the column itself
    bool told = false;      ///< likewise
  };

  void tell_filled(const MergedRange& range, std::string_view value, std::int64_t row, std::size_t position,
                   std::vector<Diagnostic>& diagnostics) const;

  const SheetPlan& plan_;
  std::vector<Owner> owners_;  ///< by planned column
  std::size_t next_ = 0;       ///< into SheetPlan::merges
  std::int64_t last_row_ = 0;  ///< no merged cell reaches below it
};

}  // namespace anzenmap
