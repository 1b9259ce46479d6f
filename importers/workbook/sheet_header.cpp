// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/sheet_header.hpp"

#include <algorithm>
#include <unordered_map>

#include "importers/table/header.hpp"

namespace anzenmap {
namespace {

constexpr std::int64_t kHeaderRows = 4;  // no header of a survey is higher

using Rows = std::vector<std::vector<std::string>>;

/// The head's texts, with the text of cells that are merged downwards repeated in the rows below, so that the
/// lowest row of a header of two rows holds all names.
Rows filled_down(const SheetSurvey& survey) {
  Rows rows;
  for (const HeadRow& row : survey.head) rows.push_back(row.cells);
  for (const MergedRange& range : survey.facts.merges) {
    if (range.first_row == range.last_row) continue;
    const std::string* value = nullptr;
    for (std::size_t i = 0; i < survey.head.size(); ++i) {
      const std::int64_t number = survey.head[i].number;
      if (number < range.first_row || number >= range.first_row + kHeaderRows || number > range.last_row)
        continue;
      if (number == range.first_row) {
        if (range.first_column >= survey.head[i].cells.size()) break;
        value = &survey.head[i].cells[range.first_column];
      } else if (value != nullptr) {
        if (rows[i].size() <= range.first_column) rows[i].resize(range.first_column + 1);
        if (is_blank(rows[i][range.first_column])) rows[i][range.first_column] = *value;
      }
    }
  }
  return rows;
}

/// The rows that merged cells tie to the row found.
void stretch(SheetHeader& header, const SheetSurvey& survey) {
  const std::int64_t found = header.first_row;
  for (const MergedRange& range : survey.facts.merges) {
    if (range.first_row > found || range.last_row < found || range.first_row == range.last_row) continue;
    if (range.last_row - range.first_row >= kHeaderRows) continue;
    if (range.first_column >= survey.last_filled.size()) continue;
    header.first_row = std::min(header.first_row, range.first_row);
    header.last_row = std::max(header.last_row, range.last_row);
  }
}

/// What stands above the lowest row in a column: its own text, or that of a cell merged over it sideways.
std::string upper_name(const SheetSurvey& survey, const SheetHeader& header,
                       const std::vector<MergedRange>& merges, std::size_t column) {
  std::string name;
  for (const HeadRow& row : survey.head) {
    if (row.number < header.first_row || row.number >= header.last_row) continue;
    std::size_t from = column;
    for (const MergedRange& range : merges)
      if (range.first_row <= row.number && row.number <= range.last_row && range.first_column <= column &&
          column <= range.last_column)
        from = range.first_column;
    if (from < row.cells.size() && !is_blank(row.cells[from])) name = row.cells[from];
  }
  return name;
}

/// Names for a header of several rows: the lowest row's, with the upper one in front where that is what the
/// profile calls the column, or where the lowest alone would be ambiguous.
void join_names(SheetHeader& header, const SheetSurvey& survey, const Profile& profile) {
  constexpr std::size_t most = 2'000;  // merged cells of a header that somebody draws
  std::vector<MergedRange> merges;
  for (const MergedRange& range : survey.facts.merges)
    if (range.first_row <= header.last_row && range.last_row >= header.first_row && merges.size() < most)
      merges.push_back(range);
  std::unordered_map<std::string, int> uses;
  for (const std::string& name : header.names) ++uses[name];
  for (std::size_t column = 0; column < header.names.size(); ++column) {
    std::string& name = header.names[column];
    const std::string upper = upper_name(survey, header, merges, column);
    if (is_blank(upper) || upper == name) continue;
    if (is_blank(name)) {
      name = upper;
      continue;
    }
    const std::string joined = upper + "_" + name;
    const bool ambiguous = uses[name] > 1;
    if (ambiguous || (!profile.match(name) && profile.match(joined))) name = joined;
  }
}

}  // namespace

std::optional<SheetHeader> find_sheet_header(const SheetSurvey& survey, const Profile& profile,
                                             std::optional<std::int64_t> wanted) {
  if (survey.empty()) return std::nullopt;
  const Rows rows = filled_down(survey);
  HeaderGuess guess{0, false};
  if (wanted) {
    const auto at = std::find_if(survey.head.begin(), survey.head.end(),
                                 [&](const HeadRow& row) { return row.number == *wanted; });
    if (at == survey.head.end()) return std::nullopt;
    guess.row = static_cast<std::size_t>(at - survey.head.begin());
    guess.recognised = profile.known_headers(rows[guess.row]) != 0;
  } else if (const std::optional<HeaderGuess> found = find_header_row(rows, profile)) {
    guess = *found;
  }
  SheetHeader header;
  header.first_row = header.last_row = survey.head[guess.row].number;
  header.recognised = guess.recognised;
  stretch(header, survey);
  for (std::size_t i = 0; i < survey.head.size(); ++i)
    if (survey.head[i].number >= header.first_row && survey.head[i].number <= header.last_row)
      header.names = rows[i];
  if (header.first_row != header.last_row) {
    // A lowest row that is narrower, or missing, still has columns named above it.
    std::size_t width = header.names.size();
    for (const HeadRow& row : survey.head)
      if (row.number >= header.first_row && row.number <= header.last_row)
        width = std::max(width, row.cells.size());
    header.names.resize(width);
    join_names(header, survey, profile);
  }
  return header;
}

}  // namespace anzenmap
