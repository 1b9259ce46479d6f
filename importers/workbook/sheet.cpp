// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/sheet.hpp"

#include <algorithm>

namespace anzenmap {

void SheetRow::put(SheetCell cell) {
  if (cells.empty() || cells.back().column < cell.column) {
    cells.push_back(cell);
    return;
  }
  const auto at =
      std::lower_bound(cells.begin(), cells.end(), cell.column,
                       [](const SheetCell& known, std::uint32_t column) { return known.column < column; });
  if (at->column == cell.column)
    *at = cell;
  else
    cells.insert(at, cell);
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest != 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::string cell_name(std::int64_t row, std::uint32_t column) {
  return column_letters(column) + std::to_string(row);
}

bool parse_cell_name(std::string_view name, std::int64_t& row, std::uint32_t& column) {
  std::size_t at = 0;
  const auto skip_dollar = [&] { at += at < name.size() && name[at] == '$' ? 1 : 0; };
  skip_dollar();
  std::uint32_t letters = 0;
  while (at < name.size() && ((name[at] >= 'A' && name[at] <= 'Z') || (name[at] >= 'a' && name[at] <= 'z'))) {
    letters = letters * 26 + static_cast<std::uint32_t>((name[at] & 0x1F));
    if (letters > kSheetColumns) return false;
    ++at;
  }
  skip_dollar();
  std::int64_t digits = 0;
  const std::size_t first_digit = at;
  while (at < name.size() && name[at] >= '0' && name[at] <= '9') {
    digits = digits * 10 + (name[at] - '0');
    if (digits > kSheetRows) return false;
    ++at;
  }
  if (letters == 0 || at == first_digit || digits == 0 || at != name.size()) return false;
  row = digits;
  column = letters - 1;
  return true;
}

bool parse_range(std::string_view name, MergedRange& range) {
  const std::size_t colon = name.find(':');
  MergedRange read;
  if (!parse_cell_name(name.substr(0, colon), read.first_row, read.first_column)) return false;
  read.last_row = read.first_row;
  read.last_column = read.first_column;
  if (colon != std::string_view::npos &&
      !parse_cell_name(name.substr(colon + 1), read.last_row, read.last_column))
    return false;
  if (read.last_row < read.first_row) std::swap(read.first_row, read.last_row);
  if (read.last_column < read.first_column) std::swap(read.first_column, read.last_column);
  range = read;
  return true;
}

void RowQueue::push(SheetRow& row) {
  if (size_ == rows_.size()) rows_.emplace_back();
  std::swap(rows_[size_++], row);
  row.clear();
}

bool RowQueue::take(SheetRow& row) {
  if (next_ == size_) {
    next_ = size_ = 0;
    return false;
  }
  SheetRow& first = rows_[next_];
  if (first.repeat > 1) {
    row = first;
    row.repeat = 1;
    ++first.number;
    --first.repeat;
    return true;
  }
  std::swap(row, first);
  ++next_;
  return true;
}

}  // namespace anzenmap
