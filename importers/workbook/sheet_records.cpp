// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/sheet_records.hpp"

#include <algorithm>
#include <utility>

#include "gis/base/error.hpp"
#include "gis/base/number.hpp"
#include "importers/table/header.hpp"
#include "importers/workbook/number_format.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {
namespace {

const RuleInfo& rule_of(SheetCell::Kind kind) {
  switch (kind) {
    case SheetCell::Kind::error:
      return cell_error;
    case SheetCell::Kind::no_result:
      return formula_without_value;
    default:
      return cell_broken;
  }
}

}  // namespace

SheetRecords::SheetRecords(const SheetPlan& plan, std::uint32_t layer, std::unique_ptr<SheetReader> reader,
                           BatchLimits limits)
    : plan_(plan),
      layer_(layer),
      reader_(std::move(reader)),
      limits_(limits),
      cells_(plan.columns.size()),
      merged_(plan) {}

bool SheetRecords::fill(Batch& batch) {
  batch.layer = layer_;
  batch.raw.resize(cells_.size());
  for (TextColumn& column : batch.raw) column.clear();
  while (batch.records < limits_.records && batch.text.size() < limits_.text) {
    if (!reader_->next(row_)) return batch.records != 0;
    if (row_.number >= plan_.first_data_row) add_row(batch);
  }
  return true;
}

void SheetRecords::add_row(Batch& batch) {
  const bool blank = !collect();
  merged_.enter(row_.number, cells_);
  if (blank || tell_total(batch)) return;
  const std::size_t told = batch.diagnostics.size();
  for (const SheetCell& cell : row_.cells) {
    if (cell.column >= plan_.position.size()) continue;
    const std::int32_t position = plan_.position[cell.column];
    if (position < 0) continue;
    if (cell.kind != SheetCell::Kind::text) tell_cell(batch, cell, static_cast<std::size_t>(position));
    if (cell.percent) tell_percent(batch, cell, static_cast<std::size_t>(position));
    if (position == plan_.name_column && !cell.furigana.empty()) offer_furigana(batch, cell);
  }
  merged_.fill(row_.number, cells_, batch.diagnostics);
  for (std::size_t i = told; i < batch.diagnostics.size(); ++i) {
    batch.diagnostics[i].layer = layer_;
    batch.diagnostics[i].record = static_cast<std::int64_t>(batch.records);
  }
  append_record(batch);
}

/// Sorts the row's texts into cells_; false when there is nothing in the row.
bool SheetRecords::collect() {
  std::fill(cells_.begin(), cells_.end(), std::string_view{});
  bool filled = false;
  for (const SheetCell& cell : row_.cells) {
    if (cell.column >= plan_.position.size()) continue;
    const std::int32_t position = plan_.position[cell.column];
    if (position < 0) continue;
    if (cell.kind != SheetCell::Kind::text) {
      filled = true;
      continue;
    }
    const std::string_view text = row_.view(cell);
    cells_[static_cast<std::size_t>(position)] = text;
    filled = filled || !is_blank(text);
  }
  return filled;
}

bool SheetRecords::tell_total(Batch& batch) {
  if (!is_passed_over(cells_)) return false;
  const auto label = std::find_if_not(cells_.begin(), cells_.end(), is_blank);
  batch.diagnostics.push_back(tell_passed_over(layer_, row_.number, *label));
  return true;
}

void SheetRecords::tell_cell(Batch& batch, const SheetCell& cell, std::size_t position) const {
  Diagnostic told = make_diagnostic(rule_of(cell.kind));
  told.row = row_.number;
  told.column = plan_.layer.headers[position];
  told.value = std::string(row_.view(cell));
  told.arguments = {{"cell", cell_name(row_.number, cell.column), {}}};
  batch.diagnostics.push_back(std::move(told));
}

void SheetRecords::tell_percent(Batch& batch, const SheetCell& cell, std::size_t position) {
  percent_told_.resize(plan_.columns.size(), false);
  double value = 0;
  if (percent_told_[position] || !parse_json_number(row_.view(cell), value)) return;
  percent_told_[position] = true;
  std::string shown;
  append_plain_number(shown, value * 100);
  Diagnostic told = make_diagnostic(cell_percent);
  told.row = row_.number;
  told.column = plan_.layer.headers[position];
  told.value = std::string(row_.view(cell));
  told.arguments = {{"shown", shown + "%", {}}};
  batch.diagnostics.push_back(std::move(told));
}

/// What the keyboard's conversion left may be the name's reading, and may be wrong: it is only proposed.
void SheetRecords::offer_furigana(Batch& batch, const SheetCell& cell) {
  if (!plan_.wants_kana) return;
  const bool has_column = plan_.kana_column >= 0;
  if (has_column && !is_blank(cells_[static_cast<std::size_t>(plan_.kana_column)])) return;
  if (!has_column && std::exchange(kana_told_, true)) return;
  Diagnostic told = make_diagnostic(has_column ? furigana_offered : furigana_unused);
  told.row = row_.number;
  told.column =
      plan_.layer.headers[static_cast<std::size_t>(has_column ? plan_.kana_column : plan_.name_column)];
  told.value = has_column ? std::string() : std::string(row_.view(cell));
  told.arguments = {{"name", std::string(row_.view(cell)), {}}, {"furigana", std::string(cell.furigana), {}}};
  if (has_column) told.fix = Fix{{}, std::string(cell.furigana), FixSafety::shown};
  batch.diagnostics.push_back(std::move(told));
}

void SheetRecords::append_record(Batch& batch) {
  std::size_t bytes = 0;
  for (const std::string_view text : cells_) bytes += text.size();
  if (bytes > limits_.record)
    throw Error(row_too_long, {{"file", plan_.layer.file, {}},
                               {"sheet", plan_.layer.sheet, {}},
                               {"row", std::to_string(row_.number), {}},
                               {"limit", std::to_string(limits_.record), {}}});
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::string_view text = cells_[i];
    if (text.empty()) {
      batch.raw[i].push({}, 0);
      continue;
    }
    const std::size_t at = batch.text.append(text);
    batch.raw[i].push({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())},
                      classify(text));
  }
  batch.row.push_back(row_.number);
  ++batch.records;
}

}  // namespace anzenmap
