// SPDX-License-Identifier: Apache-2.0
#include "exporters/template/survey_template.hpp"

#include <algorithm>
#include <vector>

#include "exporters/template/form_questions.hpp"
#include "exporters/template/spreadsheet.hpp"
#include "exporters/writing/csv_cell.hpp"
#include "gis/base/bytes.hpp"
#include "gis/base/edit_distance.hpp"
#include "gis/base/number.hpp"

namespace anzenmap {

namespace {

constexpr int kRows = 1000;
constexpr std::string_view kLists = "選択肢";

std::string range_of_list(std::size_t column, std::size_t choices) {
  const std::string name = "$" + column_name(column) + "$";
  return "'" + std::string(kLists) + "'!" + name + "2:" + name + std::to_string(choices + 1);
}

CellCheck check_of(const FormQuestion& question) {
  CellCheck check;
  check.title = question.header + (question.required ? "（必ず）" : "");
  check.prompt = question.hint;
  if (question.field == nullptr) return check;
  const Constraints& limits = question.field->constraints;
  const auto numbers = [&](CellCheck::Kind kind) {
    if (!limits.minimum && !limits.maximum) return;
    check.kind = kind;
    if (limits.minimum) check.minimum = shortest(*limits.minimum);
    if (limits.maximum) check.maximum = shortest(*limits.maximum);
  };
  switch (question.kind) {
    case QuestionKind::flag:
      check.kind = CellCheck::Kind::list;
      check.list = "\"1,0\"";
      break;
    case QuestionKind::date:
      check.kind = CellCheck::Kind::date;
      break;
    case QuestionKind::number:
      numbers(CellCheck::Kind::decimal);
      break;
    case QuestionKind::whole:
      numbers(CellCheck::Kind::whole);
      break;
    case QuestionKind::text:
      if (!limits.max_length) break;
      check.kind = CellCheck::Kind::length;
      check.maximum = std::to_string(*limits.max_length);
      break;
    default:
      break;
  }
  return check;
}

std::string_view type_of(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::number:
      return "decimal";
    case QuestionKind::whole:
      return "integer";
    case QuestionKind::date:
      return "date";
    case QuestionKind::place:
      return "geopoint";
    case QuestionKind::photo:
      return "image";
    default:
      return "text";
  }
}

/// A limit in the form's own words (XPath); empty = none.
std::string constraint_of(const FormQuestion& question) {
  if (question.field == nullptr) return {};
  const Constraints& limits = question.field->constraints;
  std::string out;
  const auto add = [&out](const std::string& one) { out += (out.empty() ? "" : " and ") + one; };
  if (question.kind == QuestionKind::number || question.kind == QuestionKind::whole) {
    if (limits.minimum) add(". >= " + shortest(*limits.minimum));
    if (limits.maximum) add(". <= " + shortest(*limits.maximum));
  } else if (question.kind == QuestionKind::text && limits.max_length) {
    add("string-length(.) <= " + std::to_string(*limits.max_length));
  }
  return out;
}

std::string form_id(const Profile& profile) {
  std::string id = profile.name;
  for (char& c : id)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) c = '_';
  return "anzenmap_" + id;
}

void set_widths(Spreadsheet& sheet) {
  for (const auto& row : sheet.rows) {
    if (sheet.columns.size() < row.size()) sheet.columns.resize(row.size());
    for (std::size_t c = 0; c < row.size(); ++c)
      sheet.columns[c].width =
          std::clamp<double>(static_cast<double>(code_points(row[c])) * 2 + 2, sheet.columns[c].width, 40);
  }
}

}  // namespace

std::string template_workbook(const Profile& profile) {
  Spreadsheet survey{"調査", {}, {{}, {}}, kRows};
  Spreadsheet lists{std::string(kLists), {}, {{}}, 0};
  for (const FormQuestion& question : form_questions(profile)) {
    SpreadsheetColumn& column = survey.columns.emplace_back();
    column.is_date = question.kind == QuestionKind::date;
    column.check = check_of(question);
    survey.rows[0].push_back(question.header);
    survey.rows[1].push_back(question.example);
    if (question.choices.empty()) continue;
    const std::size_t list = lists.rows[0].size();
    // Only what the list says would be refused where several answers stand in one cell.
    if (question.kind == QuestionKind::choice) {
      column.check->kind = CellCheck::Kind::list;
      column.check->list = range_of_list(list, question.choices.size());
    }
    lists.rows[0].push_back(question.header + "の言葉");
    if (lists.rows.size() < question.choices.size() + 1) lists.rows.resize(question.choices.size() + 1);
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      lists.rows[i + 1].resize(list + 1);
      lists.rows[i + 1][list] = question.choices[i].label;
    }
  }
  set_widths(survey);
  set_widths(lists);
  std::vector<Spreadsheet> sheets{std::move(survey)};
  if (!lists.rows[0].empty()) sheets.push_back(std::move(lists));
  return workbook_bytes(sheets);
}

std::string template_csv(const Profile& profile) {
  Bytes out;
  out.append("\xEF\xBB\xBF");
  const std::vector<FormQuestion> questions = form_questions(profile);
  for (const bool header : {true, false}) {
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (i != 0) out.push_back(',');
      const std::string& text = header ? questions[i].header : questions[i].example;
      if (!text.empty()) append_csv_cell(out, text);
    }
    out.append("\r\n");
  }
  return std::string(out.view());
}

std::string template_xlsform(const Profile& profile) {
  Spreadsheet survey{
      "survey", {}, {{"type", "name", "label", "hint", "required", "constraint", "parameters"}}, 0};
  Spreadsheet choices{"choices", {}, {{"list_name", "name", "label"}}, 0};
  survey.rows.push_back({"today", "today", "", "", "", "", ""});
  bool flags = false;
  for (const FormQuestion& question : form_questions(profile)) {
    // The day is the form's own.
    if (question.field != nullptr && question.field->role == Role::date) continue;
    std::string type(type_of(question.kind));
    if (question.kind == QuestionKind::flag) {
      type = "select_one yes_no";
      flags = true;
    } else if (!question.choices.empty()) {
      type = (question.kind == QuestionKind::choices ? "select_multiple " : "select_one ") + question.name;
      for (const Choice& choice : question.choices)
        choices.rows.push_back({question.name, choice.name, choice.label});
    }
    const std::string hint =
        question.kind == QuestionKind::place ? "その場所に立って測るか、地図から選びます" : question.hint;
    survey.rows.push_back({type, question.name, question.header, hint, question.required ? "yes" : "",
                           constraint_of(question),
                           question.kind == QuestionKind::photo ? "max-pixels=1600" : ""});
  }
  if (flags) {
    choices.rows.push_back({"yes_no", "1", "はい"});
    choices.rows.push_back({"yes_no", "0", "いいえ"});
  }
  Spreadsheet settings{
      "settings", {}, {{"form_title", "form_id", "version"}, {profile.title_ja, form_id(profile), "1"}}, 0};
  for (Spreadsheet* sheet : {&survey, &choices, &settings}) set_widths(*sheet);
  return workbook_bytes({survey, choices, settings});
}

}  // namespace anzenmap
