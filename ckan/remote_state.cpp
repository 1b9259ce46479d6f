// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {
namespace {

/// Told by CKAN from other members, or touched for nothing.
constexpr std::array<std::string_view, 7> kDerived = {
    "metadata_modified", "metadata_created", "license_title", "license_url",
    "creator_user_id",   "relationships",    "isopen"};
constexpr std::array<std::string_view, 4> kResourceDerived = {"metadata_modified", "created",
                                                              "cache_last_updated", "package_id"};

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Json sorted_names(const Json& fields, const char* key) {
  std::set<std::string> names;
  if (const auto list = fields.find(key); list != fields.end() && list->is_array())
    for (const Json& one : *list)
      if (one.is_object() && one.contains("name") && one["name"].is_string())
        names.insert(one["name"].get<std::string>());
  return Json(names);
}

Json extras_of(const Json& fields) {
  Json out = Json::object();
  if (const auto list = fields.find("extras"); list != fields.end() && list->is_array())
    for (const Json& one : *list)
      if (one.is_object() && one.contains("key") && one["key"].is_string() && one.contains("value"))
        out[one["key"].get<std::string>()] = one["value"];
  return out;
}

Json resource_state(const RemoteResource& resource) {
  Json out = Json::object();
  out["id"] = resource.id;
  for (const auto& [key, value] : resource.fields.items()) {
    const bool counts = value.is_string() || value.is_number() || value.is_null();
    // CKAN sets "position" by the order of the list, "datastore_active" by itself.
    if (counts && key != "position" && !is_in(kResourceDerived, key)) out[key] = value;
  }
  return out;
}

std::string written(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

void differ(const std::string& place, const Json& before, const Json& now, std::vector<FieldChange>& out) {
  if (before.is_object() && now.is_object()) {
    const std::string lead = place.empty() ? std::string() : place + '.';
    for (const auto& [key, value] : before.items()) {
      const auto other = now.find(key);
      if (other != now.end()) {
        differ(lead + key, value, *other, out);
      } else if (!value.is_null()) {
        out.push_back({lead + key, written(value), {}});
      }
    }
    for (const auto& [key, value] : now.items())
      if (!before.contains(key) && !value.is_null()) out.push_back({lead + key, {}, written(value)});
    return;
  }
  if (before != now) out.push_back({place, written(before), written(now)});
}

}  // namespace

Json state_of(const RemoteDataset& remote) {
  Json out = Json::object();
  for (const auto& [key, value] : remote.fields.items()) {
    const bool counts = value.is_string() || value.is_null() || key == "private";
    if (counts && !is_in(kDerived, key)) out[key] = value;
  }
  out["tags"] = sorted_names(remote.fields, "tags");
  out["groups"] = sorted_names(remote.fields, "groups");
  out["extras"] = extras_of(remote.fields);
  Json& resources = out["resources"] = Json::object();
  for (const RemoteResource& resource : remote.resources) resources[resource.id] = resource_state(resource);
  return out;
}

std::vector<FieldChange> differences(const Json& before, const Json& now) {
  std::vector<FieldChange> out;
  differ({}, before, now, out);
  return out;
}

}  // namespace anzenmap::ckan
