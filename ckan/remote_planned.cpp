// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kExtra = "extras.";

Json& list_in(Json& dictionary, const char* key) {
  Json& list = dictionary[key];
  if (!list.is_array()) list = Json::array();
  return list;
}

bool has(const Json& one, const char* key, const std::string& value) {
  return one.is_object() && one.contains(key) && one[key].is_string() && one[key] == value;
}

Json* entry_with(Json& list, const char* key, const std::string& value) {
  for (Json& one : list)
    if (has(one, key, value)) return &one;
  return nullptr;
}

void set_extra(Json& dictionary, const std::string& key, const Json& value) {
  Json& extras = list_in(dictionary, "extras");
  Json* extra = entry_with(extras, "key", key);
  if (extra == nullptr) {
    extra = &extras.emplace_back(Json::object());
    (*extra)["key"] = key;
  }
  (*extra)["value"] = value;
}

void add_names(Json& dictionary, const char* key, const Json& names) {
  Json& list = list_in(dictionary, key);
  for (const Json& name : names) {
    if (entry_with(list, "name", name.get<std::string>()) != nullptr) continue;
    Json& one = list.emplace_back(Json::object());
    one["name"] = name;
  }
}

void set_dataset_field(Json& dictionary, const FieldChange& change) {
  const Json value = Json::parse(change.after);
  if (change.field.starts_with(kExtra)) {
    set_extra(dictionary, change.field.substr(kExtra.size()), value);
  } else if (change.field == "tags" || change.field == "groups") {
    add_names(dictionary, change.field.c_str(), value);
  } else {
    dictionary[change.field] = value;
  }
}

void change_resource(Json& resource, const Action& action) {
  for (const FieldChange& change : action.fields) resource[change.field] = Json::parse(change.after);
  if (action.change != Change::upload) return;
  resource["url_type"] = "upload";
  resource["url"] = action.file.file_name;
  resource["hash"] = "sha256:" + action.file.sha256;
  resource["size"] = action.file.bytes;
}

void remove_entry(Json& list, const std::string& id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (has(list[i], "id", id)) {
      list.erase(i);
      return;
    }
}

void act_on_resource(Json& dictionary, const Action& action, Json& wanted) {
  Json& resources = list_in(dictionary, "resources");
  if (action.change == Change::create) {
    const Json* made = entry_with(list_in(wanted, "resources"), kKeyMember, action.key);
    if (made != nullptr) resources.push_back(*made);
  } else if (action.change == Change::remove) {
    remove_entry(resources, action.id);
  } else if (Json* resource = entry_with(resources, "id", action.id); resource != nullptr) {
    change_resource(*resource, action);
  }
}

}  // namespace

Json planned_dictionary(const Json& before, const DatasetPlan& plan) {
  Json wanted = plan.wanted.empty() ? Json::object() : Json::parse(plan.wanted);
  if (before.is_null()) return wanted;
  Json out = before;
  for (const Action& action : plan.actions) {
    if (action.subject == Subject::resource) act_on_resource(out, action, wanted);
    if (action.subject != Subject::dataset) continue;
    for (const FieldChange& change : action.fields) set_dataset_field(out, change);
  }
  return out;
}

}  // namespace anzenmap::ckan
