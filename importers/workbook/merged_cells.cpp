// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/merged_cells.hpp"

#include <algorithm>

#include "importers/table/header.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kLongest = 4 * 32'767;  // bytes; Excel's longest cell. Longer ones are not repeated

std::string range_name(const MergedRange& range) {
  return cell_name(range.first_row, range.first_column) + ":" + cell_name(range.last_row, range.last_column);
}

}  // namespace

void MergedCells::enter(std::int64_t row, std::span<const std::string_view> cells) {
  for (; next_ < plan_.merges.size() && plan_.merges[next_].first_row <= row; ++next_) {
    const MergedRange& range = plan_.merges[next_];
    if (range.first_row != row || range.first_column >= plan_.position.size()) continue;
    const std::int32_t first = plan_.position[range.first_column];
    if (first < 0) continue;
    const auto at = static_cast<std::size_t>(first);
    if (is_blank(cells[at]) || cells[at].size() > kLongest) continue;
    owners_[at].value = cells[at];
    owners_[at].told = false;
    const std::size_t end = std::min<std::size_t>(std::size_t{range.last_column} + 1, plan_.position.size());
    for (std::size_t column = range.first_column; column < end; ++column) {
      const std::int32_t position = plan_.position[column];
      if (position < 0) continue;
      const auto covered = static_cast<std::size_t>(position);
      if (covered != at && !plan_.columns[covered].repeats_sideways) continue;
      owners_[covered].range = &range;
      owners_[covered].first = at;
    }
    last_row_ = std::max(last_row_, range.last_row);
  }
}

void MergedCells::fill(std::int64_t row, std::span<std::string_view> cells,
                       std::vector<Diagnostic>& diagnostics) {
  if (row > last_row_) return;
  for (std::size_t position = 0; position < owners_.size(); ++position) {
    Owner& owner = owners_[position];
    if (owner.range == nullptr) continue;
    if (row > owner.range->last_row) {
      owner.range = nullptr;
      continue;
    }
    Owner& source = owners_[owner.first];
    if (row == owner.range->first_row && position == owner.first) continue;
    if (!is_blank(cells[position]) && cells[position] != source.value) {
      Diagnostic told = make_diagnostic(merged_hidden_value);
      told.row = row;
      told.column = plan_.layer.headers[position];
      told.value = std::string(cells[position]);
      told.arguments = {{"range", range_name(*owner.range), {}},
                        {"cell", cell_name(row, plan_.columns[position].column), {}},
                        {"shown", source.value, {}}};
      diagnostics.push_back(std::move(told));
    }
    cells[position] = source.value;
    if (!source.told) tell_filled(*owner.range, source.value, row, position, diagnostics);
    source.told = true;
  }
}

void MergedCells::tell_filled(const MergedRange& range, std::string_view value, std::int64_t row,
                              std::size_t position, std::vector<Diagnostic>& diagnostics) const {
  Diagnostic told = make_diagnostic(merged_filled);
  told.row = row;
  told.column = plan_.layer.headers[position];
  told.value = std::string(value);
  told.arguments = {{"range", range_name(range), {}}, rows_argument(row, range.last_row)};
  diagnostics.push_back(std::move(told));
}

}  // namespace anzenmap
