// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/sheet_plan.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "importers/form/recognise.hpp"
#include "importers/table/header.hpp"
#include "importers/workbook/sheet_header.hpp"
#include "importers/workbook/workbook_rules.hpp"

namespace anzenmap {
namespace {

bool is_place(Role role) {
  return role == Role::latitude || role == Role::longitude || role == Role::easting ||
         role == Role::northing || role == Role::geometry;
}

bool holds_place(const std::string& header, const Profile& profile) {
  const std::optional<Profile::Match> match = profile.match(header);
  return match && is_place(profile.fields[match->field].role);
}

/// X and Y are no place by name alone, but together they are worth reading the sheet.
bool has_place_columns(const std::vector<std::string>& headers, const Profile& profile) {
  bool x = false;
  bool y = false;
  for (const std::string& header : headers) {
    if (holds_place(header, profile)) return true;
    const std::string name = normalise_header(header);
    x = x || name == "x" || name == "x座標";
    y = y || name == "y" || name == "y座標";
  }
  return x && y;
}

/// Makes the headers distinct and leaves out columns that have neither a name nor a value below.
void choose_columns(SheetPlan& plan, const SheetSurvey& survey, const SheetHeader& header,
                    const Profile& profile) {
  const std::size_t width = std::max(header.names.size(), survey.last_filled.size());
  std::vector<std::string> cells = header.names;
  cells.resize(width);
  const std::unique_ptr<bool[]> filled(new bool[width]());
  for (std::size_t i = 0; i < survey.last_filled.size(); ++i)
    filled[i] = survey.last_filled[i] > header.last_row;
  NamedHeaders named = name_headers(cells, std::span<const bool>(filled.get(), width), 0, header.last_row);

  plan.position.assign(width, -1);
  for (std::size_t i = 0; i < named.names.size(); ++i) {
    const bool nameless = is_blank(cells[i]);
    std::string& name = named.names[i];
    if (nameless && !filled[i]) {  // covered by a merged header, or a gap
      std::erase_if(named.diagnostics, [&](const Diagnostic& told) { return told.column == name; });
      continue;
    }
    plan.position[i] = static_cast<std::int32_t>(plan.columns.size());
    plan.columns.push_back({static_cast<std::uint32_t>(i), !nameless && !holds_place(name, profile)});
    plan.layer.headers.push_back(std::move(name));
  }
  std::move(named.diagnostics.begin(), named.diagnostics.end(), std::back_inserter(plan.diagnostics));
}

/// A person's header row wins; that another one looks more like it is told.
void tell_other_header(SheetPlan& plan, const SheetSurvey& survey, const Profile& profile,
                       std::optional<std::int64_t> wanted) {
  if (!wanted) return;
  const std::optional<SheetHeader> found = find_sheet_header(survey, profile, std::nullopt);
  if (!found || !found->recognised || (found->first_row <= *wanted && *wanted <= found->last_row)) return;
  Diagnostic told = make_diagnostic(sheet_row_contradicted);
  told.row = *wanted;
  told.arguments = {{"sheet", plan.layer.sheet, {}}, {"found", std::to_string(found->last_row), {}}};
  plan.diagnostics.push_back(std::move(told));
}

void tell_above(SheetPlan& plan, const SheetSurvey& survey, const SheetHeader& header) {
  for (const HeadRow& row : survey.head)
    if (row.number < header.first_row)
      plan.diagnostics.push_back(tell_row_above_header(0, row.number, row.cells));
  if (header.first_row != header.last_row) {
    Diagnostic told = make_diagnostic(header_joined);
    told.row = header.first_row;
    told.arguments = {rows_argument(header.first_row, header.last_row)};
    plan.diagnostics.push_back(std::move(told));
  }
  if (!header.recognised && plan.layer.dialect.empty()) {
    Diagnostic told = make_diagnostic(header_not_recognised);
    told.row = header.last_row;
    plan.diagnostics.push_back(std::move(told));
  }
}

/// The records among the first rows, a cell a column that is read.
std::vector<std::vector<std::string>> first_records(const SheetPlan& plan, const SheetSurvey& survey) {
  std::vector<std::vector<std::string>> records;
  for (const HeadRow& row : survey.head) {
    if (row.number < plan.first_data_row) continue;
    std::vector<std::string>& cells = records.emplace_back(plan.columns.size());
    for (std::size_t i = 0; i < plan.columns.size(); ++i)
      if (plan.columns[i].column < row.cells.size()) cells[i] = row.cells[plan.columns[i].column];
  }
  return records;
}

bool says_place(const std::vector<ColumnHint>& hints) {
  return std::any_of(hints.begin(), hints.end(), [](const ColumnHint& hint) {
    return hint.part == ColumnPart::latitude || hint.part == ColumnPart::geopoint ||
           hint.part == ColumnPart::shape;
  });
}

/// The field that says how the name is read, as the municipal standard calls it.
bool is_kana_field(const Field& field) { return field.name == "名称_カナ" || field.standard == "名称_カナ"; }

void find_name_columns(SheetPlan& plan, const Profile& profile) {
  plan.wants_kana = std::any_of(profile.fields.begin(), profile.fields.end(), is_kana_field);
  for (std::size_t i = 0; i < plan.layer.headers.size(); ++i) {
    const std::optional<Profile::Match> match = profile.match(plan.layer.headers[i]);
    if (!match) continue;
    const Field& field = profile.fields[match->field];
    if (field.role == Role::name && plan.name_column < 0) plan.name_column = static_cast<std::int32_t>(i);
    if (is_kana_field(field) && plan.kana_column < 0) plan.kana_column = static_cast<std::int32_t>(i);
  }
}

void tell_hidden_columns(SheetPlan& plan, const SheetFacts& facts) {
  std::string all;
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const std::uint32_t column = plan.columns[i].column;
    const bool hidden =
        std::any_of(facts.hidden_columns.begin(), facts.hidden_columns.end(),
                    [column](const auto& range) { return range.first <= column && column <= range.second; });
    if (!hidden) continue;
    Diagnostic told = make_diagnostic(hidden_columns);
    told.column = plan.layer.headers[i];
    told.arguments = {{"letter", column_letters(column), {}}};
    plan.diagnostics.push_back(std::move(told));
    plan.layer.hidden.push_back(plan.layer.headers[i]);
    if (!all.empty()) all += ", ";
    all += plan.layer.headers[i];
  }
  if (!all.empty())
    plan.layer.reading.decide("hidden_columns", all, DecidedBy::file, "かくれた列", "hidden in the sheet");
}

void tell_hidden_rows(SheetPlan& plan, const SheetSurvey& survey) {
  std::uint64_t count = survey.hidden_below;
  std::int64_t first = survey.first_hidden_below;
  for (auto row = survey.head.rbegin(); row != survey.head.rend() && row->number >= plan.first_data_row;
       ++row) {
    if (!row->hidden) continue;
    ++count;
    first = row->number;
  }
  if (count == 0) return;
  Diagnostic told = make_diagnostic(hidden_rows);
  told.row = first;
  told.arguments = {{"sheet", plan.layer.sheet, {}},
                    {"count", std::to_string(count), {}},
                    {"first", std::to_string(first), {}}};
  plan.diagnostics.push_back(std::move(told));
}

void tell_comments(SheetPlan& plan, std::uint64_t count) {
  if (count == 0) return;
  Diagnostic told = make_diagnostic(cell_comments);
  told.arguments = {{"sheet", plan.layer.sheet, {}}, {"count", std::to_string(count), {}}};
  plan.diagnostics.push_back(std::move(told));
}

}  // namespace

Argument rows_argument(std::int64_t first, std::int64_t last) {
  const std::string from = std::to_string(first);
  if (first == last) return {"rows", from + "行目", "row " + from};
  const std::string to = std::to_string(last);
  return {"rows", from + "〜" + to + "行目", "rows " + from + " to " + to};
}

SheetPlan plan_sheet(const Workbook& workbook, std::size_t sheet, const SheetSurvey& survey,
                     const Profile& profile, std::optional<std::int64_t> wanted_row) {
  SheetPlan plan;
  plan.sheet = sheet;
  plan.layer.file = workbook.file();
  plan.layer.sheet = workbook.sheets()[sheet].name;
  plan.empty = survey.empty();
  std::optional<SheetHeader> header = find_sheet_header(survey, profile, wanted_row);
  if (!header) {
    plan.has_header_row = !wanted_row;
    return plan;
  }
  tell_other_header(plan, survey, profile, wanted_row);
  plan.recognised = header->recognised;
  plan.first_data_row = header->last_row + 1;
  plan.layer.header_row = header->last_row;
  const std::string row = std::to_string(header->last_row);
  plan.layer.reading.decide("header_row", row, wanted_row ? DecidedBy::person : DecidedBy::detected);
  if (workbook.date_1904())
    plan.layer.reading.decide("date_system", "1904", DecidedBy::file, "1904年から数える日付",
                              "dates count from 1904");
  choose_columns(plan, survey, *header, profile);
  form::recognise(plan.layer, profile, first_records(plan, survey), "Excel");
  tell_above(plan, survey, *header);
  find_name_columns(plan, profile);
  plan.recognised = plan.recognised || !plan.layer.dialect.empty();
  plan.has_place = has_place_columns(plan.layer.headers, profile) || says_place(plan.layer.hints);
  for (const MergedRange& range : survey.facts.merges)
    if (range.first_row >= plan.first_data_row) plan.merges.push_back(range);
  std::stable_sort(plan.merges.begin(), plan.merges.end(),
                   [](const MergedRange& a, const MergedRange& b) { return a.first_row < b.first_row; });
  tell_hidden_columns(plan, survey.facts);
  tell_hidden_rows(plan, survey);
  tell_comments(plan, survey.facts.comments);
  return plan;
}

}  // namespace anzenmap
