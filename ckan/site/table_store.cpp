// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/table_store.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace anzenmap::ckan {
namespace {

/// Rows and bytes of one call: CKAN puts a call into one transaction, which may not take a minute.
constexpr std::size_t kRowsAtATime = 5000;
constexpr std::size_t kBytesAtATime = std::size_t{4} << 20U;
/// What CKAN gives at most, unless it is set up otherwise.
constexpr std::uint64_t kPage = 32000;

// As texts: PostgreSQL makes numbers of them without losing a digit.
Json record_of(const Table& table, const TableRow& row) {
  Json record = Json::object();
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    Json& value = record[table.fields[i].id];
    if (!row[i].empty()) value = row[i];
  }
  return record;
}

std::size_t bytes_of(const TableRow& row) {
  return std::accumulate(row.begin(), row.end(), std::size_t{0},
                         [](std::size_t sum, const std::string& cell) { return sum + cell.size() + 16; });
}

Json fields_json(const Table& table) {
  Json out = Json::array();
  for (const TableField& field : table.fields) {
    Json& one = out.emplace_back(Json::object());
    one["id"] = field.id;
    one["type"] = field.type;
    Json& info = one["info"] = Json::object();
    info["label"] = field.label;
    if (!field.notes.empty()) info["notes"] = field.notes;
  }
  return out;
}

// PostgreSQL writes t and f.
void put_flags_right(const std::vector<TableField>& fields, std::vector<TableRow>& rows) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].type == "bool")
      for (TableRow& row : rows)
        if (i < row.size() && !row[i].empty()) row[i] = row[i] == "t" ? "true" : "false";
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

TableDifference compare_by_key(const Table& table, const std::vector<TableRow>& there) {
  TableDifference out;
  const std::size_t key = *table.key;
  std::map<std::string_view, const TableRow*> by_key;
  for (const TableRow& row : there) by_key.emplace(row[key], &row);
  if (by_key.size() != there.size()) out.structure = true;  // it has no key there
  std::set<std::string_view> kept;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    kept.insert(table.rows[i][key]);
    const auto found = by_key.find(table.rows[i][key]);
    if (found == by_key.end() || *found->second != table.rows[i]) out.changed.push_back(i);
  }
  for (const TableRow& row : there)
    if (!kept.contains(row[key])) out.gone.push_back(row[key]);
  return out;
}

}  // namespace

Json TableStore::head() const {
  Json arguments = Json::object();
  arguments["resource_id"] = id_;
  arguments["force"] = true;
  return arguments;
}

void TableStore::drop() {
  try {
    (void)calls_->write("datastore_delete", head());
  } catch (const ActionError& error) {
    if (error.status() != 404) throw;
  }
}

void TableStore::fill(const Table& table, bool fresh) {
  if (!fresh) drop();
  try {
    create(table);
  } catch (const Error& error) {
    // Half of it may be there, or rows that a run which was killed had still on their way: from the start.
    if (!outcome_unknown(error) && (fresh || !complains_of(error, "records"))) throw;
    drop();
    create(table);
  }
}

void TableStore::create(const Table& table) {
  Json arguments = head();
  arguments["fields"] = fields_json(table);
  if (table.key) arguments["primary_key"] = Json::array({table.fields[*table.key].id});
  Json& records = arguments["records"] = Json::array();
  std::size_t bytes = 0;
  std::size_t next = 0;
  for (; next < table.rows.size() && next < kRowsAtATime && bytes < kBytesAtATime; ++next) {
    bytes += bytes_of(table.rows[next]);
    records.push_back(record_of(table, table.rows[next]));
  }
  if (next == table.rows.size()) arguments["calculate_record_count"] = true;
  (void)calls_->write("datastore_create", arguments);
  std::vector<std::size_t> all(table.rows.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  add_rows(table, all, next, "insert");
}

void TableStore::add_rows(const Table& table, const std::vector<std::size_t>& which, std::size_t first,
                          const char* method) {
  while (first < which.size()) {
    Json arguments = head();
    arguments["method"] = method;
    Json& records = arguments["records"] = Json::array();
    std::size_t bytes = 0;
    for (; first < which.size() && records.size() < kRowsAtATime && bytes < kBytesAtATime; ++first) {
      bytes += bytes_of(table.rows[which[first]]);
      records.push_back(record_of(table, table.rows[which[first]]));
    }
    if (first == which.size()) arguments["calculate_record_count"] = true;
    (void)calls_->write("datastore_upsert", arguments);
  }
}

Json TableStore::search(const Json& more) {
  Json arguments = Json::object();
  arguments["resource_id"] = id_;
  arguments.update(more);
  return calls_->read("datastore_search", arguments);
}

std::uint64_t TableStore::row_count() {
  Json arguments = Json::object();
  arguments["limit"] = 0;
  const Json total = search(arguments).value("total", Json(0));
  return total.is_number_unsigned() ? total.get<std::uint64_t>() : 0;
}

bool TableStore::same_fields(const Table& table) {
  Json arguments = Json::object();
  arguments["limit"] = 0;
  std::vector<TableField> there;
  for (const Json& field : search(arguments).value("fields", Json::array())) {
    const std::string id = text_of(field, "id");
    if (id == "_id") continue;
    const Json info = field.value("info", Json::object());
    there.push_back({id, text_of(field, "type"), text_of(info, "label"), text_of(info, "notes")});
  }
  return there == table.fields;
}

std::vector<TableRow> TableStore::rows(const std::vector<TableField>& fields, std::uint64_t first,
                                       std::uint64_t count) {
  Json arguments = Json::object();
  Json& names = arguments["fields"] = Json::array();
  for (const TableField& field : fields) names.push_back(field.id);
  arguments["records_format"] = "csv";
  arguments["sort"] = "_id";
  arguments["limit"] = count;
  arguments["offset"] = first;
  arguments["include_total"] = false;
  const Json page = search(arguments);
  std::vector<TableRow> out = csv_rows(text_of(page, "records")).value_or(std::vector<TableRow>());
  put_flags_right(fields, out);
  for (const TableRow& row : out)
    if (row.size() != fields.size()) return {};
  return out;
}

std::vector<TableRow> TableStore::all_rows(const Table& table) {
  std::vector<TableRow> out;
  for (;;) {
    std::vector<TableRow> page = rows(table.fields, out.size(), kPage);
    if (page.empty()) return out;
    const bool full = page.size() >= kPage;
    std::move(page.begin(), page.end(), std::back_inserter(out));
    // A site may give shorter pages; one that is as long as the table ends it.
    if (!full && out.size() >= table.rows.size()) return out;
  }
}

TableDifference TableStore::compare(const Table& table) {
  TableDifference out;
  if (!same_fields(table)) {
    out.structure = true;
    return out;
  }
  const std::vector<TableRow> there = all_rows(table);
  if (table.key) return compare_by_key(table, there);
  out.structure = there != table.rows;
  return out;
}

void TableStore::update(const Table& table, const TableDifference& difference) {
  if (difference.none()) return;
  if (difference.structure || !table.key) {
    fill(table, false);
    return;
  }
  add_rows(table, difference.changed, 0, "upsert");
  if (difference.gone.empty()) return;
  Json arguments = head();
  Json& filters = arguments["filters"] = Json::object();
  filters[table.fields[*table.key].id] = difference.gone;
  arguments["calculate_record_count"] = true;
  (void)calls_->write("datastore_delete", arguments);
}

}  // namespace anzenmap::ckan
