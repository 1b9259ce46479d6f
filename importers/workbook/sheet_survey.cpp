// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/sheet_survey.hpp"

#include <string_view>

#include "importers/table/header.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kHeadCell = 1'024;       // bytes of a cell that are kept
constexpr std::size_t kHeadBytes = 4'000'000;  // no further head rows beyond

bool has_content(const SheetRow& row, const SheetCell& cell) {
  return cell.kind != SheetCell::Kind::text || !is_blank(row.view(cell));
}

/// At most kHeadCell bytes, cut between code points.
std::string_view beginning(std::string_view text) {
  if (text.size() <= kHeadCell) return text;
  std::size_t end = kHeadCell;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::size_t keep_head(SheetSurvey& survey, const SheetRow& row) {
  HeadRow& kept = survey.head.emplace_back();
  kept.number = row.number;
  kept.hidden = row.hidden;
  std::size_t bytes = 0;
  for (const SheetCell& cell : row.cells) {
    if (cell.kind == SheetCell::Kind::no_result) continue;
    const std::string_view text = beginning(row.view(cell));
    if (kept.cells.size() <= cell.column) kept.cells.resize(cell.column + 1);
    kept.cells[cell.column] = text;
    bytes += text.size();
  }
  return bytes;
}

}  // namespace

SheetSurvey survey_sheet(SheetReader& reader) {
  SheetSurvey survey;
  SheetRow row;
  std::size_t head_bytes = 0;
  while (reader.next(row)) {
    bool filled = false;
    for (const SheetCell& cell : row.cells) {
      if (!has_content(row, cell)) continue;
      filled = true;
      if (survey.last_filled.size() <= cell.column) survey.last_filled.resize(cell.column + 1);
      survey.last_filled[cell.column] = row.number;
    }
    if (!filled) continue;
    if (survey.head.size() < kHeaderSearchRows && head_bytes < kHeadBytes) {
      head_bytes += keep_head(survey, row);
    } else if (row.hidden && survey.hidden_below++ == 0) {
      survey.first_hidden_below = row.number;
    }
  }
  survey.facts = reader.facts();
  return survey;
}

}  // namespace anzenmap
