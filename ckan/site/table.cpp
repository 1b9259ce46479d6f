// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ckan/plan_rules.hpp"
#include "ckan/site/table_types.hpp"
#include "gis/base/utf8.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

[[noreturn]] void refuse(const std::string& path, std::string ja, std::string en) {
  throw Error(table_unusable, {{"path", path, {}}, {"reason", std::move(ja), std::move(en)}});
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string read_utf8(const std::string& path, const Json& resource) {
  const std::string encoding = text_of(resource, "encoding");
  if (!encoding.empty() && encoding != "utf-8")
    refuse(path, "文字コードが " + encoding + " です", "its encoding is " + encoding);
  std::string text;
  if (read_small_file(path, text) != FileState::read)
    refuse(path, "読めないか、64 MiB を超えています", "it is unreadable or longer than 64 MiB");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!is_valid_utf8(text.data(), text.size())) refuse(path, "UTF-8 ではありません", "it is not UTF-8");
  if (text.find('\0') != std::string::npos) refuse(path, "NUL 文字があります", "it holds a NUL");
  return text;
}

/// What the Table Schema says of a column; empty members where it says nothing.
struct Said {
  std::string type;
  std::string title;
  std::string description;
  std::string role;
};

Said said_of(const Json& schema, const std::string& header) {
  const auto fields = schema.find("fields");
  if (fields == schema.end() || !fields->is_array()) return {};
  for (const Json& field : *fields)
    if (field.is_object() && text_of(field, "name") == header)
      return {text_of(field, "type"), text_of(field, "title"), text_of(field, "description"),
              text_of(field, "role")};
  return {};
}

bool tells_apart(const std::vector<TableRow>& rows, std::size_t column) {
  std::set<std::string_view> seen;
  return std::all_of(rows.begin(), rows.end(), [&](const TableRow& row) {
    return !row[column].empty() && seen.insert(row[column]).second;
  });
}

std::optional<std::size_t> key_of(const Json& schema, const std::vector<std::string>& headers,
                                  const std::vector<Said>& said, const std::vector<TableRow>& rows) {
  std::optional<std::size_t> key;
  for (std::size_t i = 0; i < headers.size() && !key; ++i)
    if (said[i].role == "id") key = i;
  if (const auto named = schema.find("primaryKey"); named != schema.end()) {
    const Json& name = named->is_array() && named->size() == 1 ? (*named)[0] : *named;
    const auto found =
        std::find(headers.begin(), headers.end(), name.is_string() ? name.get<std::string>() : std::string());
    if (found != headers.end()) key = static_cast<std::size_t>(found - headers.begin());
  }
  return key && tells_apart(rows, *key) ? key : std::nullopt;
}

void check_shape(const std::string& path, const std::vector<std::string>& headers,
                 const std::vector<TableRow>& rows) {
  if (std::set<std::string>(headers.begin(), headers.end()).size() != headers.size())
    refuse(path, "同じ見出しの列があります", "two columns have the same header");
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].size() != headers.size())
      refuse(path, std::to_string(i + 1) + " 件目の列の数が見出しと違います",
             "record " + std::to_string(i + 1) + " is not as long as the header");
}

}  // namespace

Table read_table(const std::string& path, const Json& resource) {
  std::optional<std::vector<TableRow>> read = csv_rows(read_utf8(path, resource));
  if (!read) refuse(path, "引用符が閉じていません", "a quote is not closed");
  if (read->empty()) refuse(path, "見出しがありません", "it has no header");
  const std::vector<std::string> headers = std::move(read->front());
  read->erase(read->begin());
  Table table;
  table.rows = std::move(*read);
  if (headers.size() > 1)  // blank lines
    std::erase_if(table.rows, [](const TableRow& row) { return row.size() == 1 && row[0].empty(); });
  check_shape(path, headers, table.rows);
  Json schema = Json::parse(text_of(resource, "schema"), nullptr, false);
  if (!schema.is_object()) schema = Json::object();
  const std::vector<std::string> ids = field_ids(headers);
  std::vector<Said> said;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    said.push_back(said_of(schema, headers[i]));
    const Said& one = said.back();
    if (one.role == "latitude") table.latitude = i;
    if (one.role == "longitude") table.longitude = i;
    table.fields.push_back({ids[i], column_type(one.type, table.rows, i),
                            one.title.empty() ? headers[i] : one.title, one.description});
  }
  table.key = key_of(schema, headers, said, table.rows);
  return table;
}

std::optional<std::vector<TableRow>> csv_rows(std::string_view text) {
  std::vector<TableRow> rows;
  TableRow row;
  std::string cell;
  bool quoted = false;
  bool any = false;  // something of the present record was read
  const auto end_cell = [&] { row.push_back(std::exchange(cell, {})); };
  const auto end_row = [&] {
    end_cell();
    rows.push_back(std::exchange(row, {}));
    any = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (quoted) {
      if (byte != '"') {
        cell += byte;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += byte;
        ++i;
      } else {
        quoted = false;
      }
    } else if (byte == '"' && cell.empty()) {
      quoted = any = true;
    } else if (byte == ',') {
      end_cell();
      any = true;
    } else if (byte == '\n' || byte == '\r') {
      if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      end_row();
    } else {
      cell += byte;
      any = true;
    }
  }
  if (quoted) return {};
  if (any) end_row();
  return rows;
}

}  // namespace anzenmap::ckan
