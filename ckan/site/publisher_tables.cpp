// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <thread>

#include "ckan/plan_rules.hpp"
#include "ckan/site/publisher.hpp"
#include "ckan/site/table_planning.hpp"
#include "ckan/site/table_store.hpp"

namespace anzenmap::ckan {
namespace {

constexpr const char* kMapView = "recline_map_view";

bool is_new_table(const Action& action) {
  return action.subject == Subject::datastore && action.change == Change::create;
}

// The dictionary as CKAN gave it.
Json dictionary_of(const RemoteDataset& there) {
  Json out = there.fields;
  Json& resources = out["resources"] = Json::array();
  for (const RemoteResource& one : there.resources) resources.push_back(one.fields);
  return out;
}

Json map_view(const std::string& resource_id, const Table& table) {
  Json view = Json::object();
  view["resource_id"] = resource_id;
  view["view_type"] = kMapView;
  view["title"] = "地図";
  view["map_field_type"] = "lat_long";
  view["latitude_field"] = table.fields[*table.latitude].id;
  view["longitude_field"] = table.fields[*table.longitude].id;
  view["auto_zoom"] = true;
  view["cluster_markers"] = true;
  view["limit"] = 5000;
  return view;
}

bool has_map_view(Calls& calls, const std::string& resource_id) {
  Json arguments = Json::object();
  arguments["id"] = resource_id;
  const Json views = calls.read("resource_view_list", arguments);
  return std::any_of(views.begin(), views.end(), [](const Json& view) {
    return view.is_object() && view.value("view_type", std::string()) == kMapView;
  });
}

/// Number of rows, first and last row; types are the loader's own.
std::pair<std::string, std::string> loaded_otherwise(TableStore& store, const Table& table) {
  try {
    const std::uint64_t count = store.row_count();
    if (count != table.rows.size())
      return {"行の数が " + std::to_string(count) + " です（ファイルは " + std::to_string(table.rows.size()) +
                  "）",
              std::to_string(count) + " rows, the file has " + std::to_string(table.rows.size())};
    if (count == 0) return {};
    for (const std::size_t i : {std::size_t{0}, table.rows.size() - 1}) {
      const std::vector<TableRow> there = store.rows(table.fields, i, 1);
      if (there.size() != 1 || there[0] != table.rows[i])
        return {std::to_string(i + 1) + " 行目が違います", "row " + std::to_string(i + 1) + " differs"};
    }
    return {};
  } catch (const ActionError& error) {
    if (error.status() == 404) return {"まだ読み込まれていません", "it has not been loaded yet"};
    return {error.message(Language::ja), error.message(Language::en)};
  }
}

}  // namespace

std::string Publisher::resource_id(const RemoteDataset& there, const Action& action) const {
  if (!action.id.empty()) return action.id;
  for (const RemoteResource& one : there.resources)
    if (one.key == action.key) return one.id;
  // A site that drops our key: those that come are at the end, in order.
  std::vector<std::string> come;
  for (const Action& one : plan_.actions)
    if (one.subject == Subject::resource && one.change == Change::create) come.push_back(one.key);
  const auto found = std::find(come.begin(), come.end(), action.key);
  const auto from_end = static_cast<std::size_t>(come.end() - found);
  if (found == come.end() || from_end > there.resources.size()) return {};
  return there.resources[there.resources.size() - from_end].id;
}

std::vector<std::pair<std::string, Json>> Publisher::fill_tables(const RemoteDataset& there, bool fresh) {
  std::vector<std::pair<std::string, Json>> members;
  const Json wanted = Json::parse(plan_.wanted);
  for (const Action& action : plan_.actions) {
    if (!is_new_table(action)) continue;
    const std::string id = resource_id(there, action);
    const Json resource = wanted_resource(wanted, action.key);
    const Table table = read_table(action.file.path, resource);
    TableStore(run_.calls, id).fill(table, fresh);
    Json arguments = Json::object();
    for (const RemoteResource& one : there.resources)
      if (one.id == id) arguments["resource"] = one.fields;
    arguments["resource"]["datastore_active"] = true;
    arguments["create_datastore_views"] = true;
    (void)run_.calls.write("resource_create_default_resource_views", arguments);
    const bool maps = table.latitude && table.longitude && run_.facts.has_extension(kMapView);
    if (maps && !has_map_view(run_.calls, id))
      (void)run_.calls.write("resource_view_create", map_view(id, table));
    Json member = Json::object();
    member[kDatastoreMember] = action.file.sha256;
    members.emplace_back(id, std::move(member));
  }
  return members;
}

void Publisher::update_tables(const RemoteDataset& there) {
  if (plan_.wanted.empty()) return;
  const Json wanted = Json::parse(plan_.wanted);
  for (const Action& action : plan_.actions) {
    if (action.subject != Subject::datastore || action.change != Change::update) continue;
    const Table table = read_table(action.file.path, wanted_resource(wanted, action.key));
    TableStore store(run_.calls, resource_id(there, action));
    for (int attempt = 0;; ++attempt) {
      try {
        store.update(table, store.compare(table));
        break;
      } catch (const Error& error) {
        if (!try_again(error, attempt)) throw;
      }
    }
  }
}

// Those that need no DataStore, of resources that came later: package_create makes them by itself.
void Publisher::make_views(const RemoteDataset& there) {
  if (plan_.id.empty()) return;
  const bool wanted = std::any_of(plan_.actions.begin(), plan_.actions.end(), [](const Action& action) {
    return action.subject == Subject::view && action.change == Change::create;
  });
  if (!wanted) return;
  Json arguments = Json::object();
  arguments["package"] = dictionary_of(there);
  (void)run_.calls.write("package_create_default_resource_views", arguments);
}

void Publisher::check_loaded_tables(const RemoteDataset& there) {
  constexpr int kLooks = 30;
  for (const Action& action : plan_.actions) {
    const bool loaded = action.subject == Subject::datastore && action.change == Change::leave;
    if (!loaded || action.file.path.empty()) continue;
    const Table table = read_table(action.file.path, wanted_resource(Json::parse(plan_.wanted), action.key));
    TableStore store(run_.calls, resource_id(there, action));
    std::string ja;
    std::string en;
    for (int i = 0; i < kLooks; ++i) {
      if (i != 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      const auto [reason_ja, reason_en] = loaded_otherwise(store, table);
      ja = reason_ja;
      en = reason_en;
      if (ja.empty()) break;
    }
    if (ja.empty()) continue;
    result_.faults.push_back(
        Error(datastore_differs, {{"name", plan_.name, {}}, {"key", action.key, {}}, {"reason", ja, en}}));
  }
}

}  // namespace anzenmap::ckan
