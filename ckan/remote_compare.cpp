// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {
namespace {

/// Plain texts of a dataset that we manage when the package says something.
constexpr const char* kTexts[] = {"title",  "notes",        "license_id", "version",         "url",
                                  "author", "author_email", "maintainer", "maintainer_email"};
constexpr const char* kDirectoryTexts[] = {"owner_org", "license_title", "license_url"};
constexpr const char* kResourceTexts[] = {"name", "description", "format", "mimetype"};
/// Members that a site may drop: that one is missing is no reason to write, else each run would.
constexpr const char* kRiding[] = {kKeyMember, "encoding", "schema"};

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const Json& object, const char* key) {
  const Json* found = member(object, key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::string written(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string lower(std::string text) {
  for (char& byte : text)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return text;
}

// Members in any order, texts that hold JSON by what they mean.
nlohmann::json meaning_of_schema(const Json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : written(value);
  return nlohmann::json::parse(text, nullptr, false);
}

std::vector<std::string> column_names(const Json& schema) {
  std::vector<std::string> names;
  const nlohmann::json parsed = meaning_of_schema(schema);
  if (!parsed.is_object() || !parsed.contains("fields") || !parsed["fields"].is_array()) return names;
  for (const auto& field : parsed["fields"])
    if (field.is_object() && field.contains("name") && field["name"].is_string())
      names.push_back(field["name"].get<std::string>());
  return names;
}

bool same_value(const char* key, const Json& now, const Json& wanted) {
  if (std::string_view(key) == "schema") return meaning_of_schema(now) == meaning_of_schema(wanted);
  if (std::string_view(key) == "format" && now.is_string())
    return lower(now.get<std::string>()) == lower(wanted.get<std::string>());
  return now == wanted;
}

void compare_member(const Json& now, const Json& wanted, const char* key, std::vector<FieldChange>& changes) {
  const Json* target = member(wanted, key);
  if (target == nullptr) return;
  const Json* present = member(now, key);
  if (present != nullptr && same_value(key, *present, *target)) return;
  changes.push_back({key, present == nullptr ? std::string() : written(*present), written(*target)});
}

std::vector<std::string> names_in(const Json& dictionary, const char* key) {
  std::vector<std::string> names;
  if (const Json* list = member(dictionary, key); list != nullptr && list->is_array())
    for (const Json& one : *list)
      if (one.is_object()) names.push_back(text_of(one, "name"));
  return names;
}

// Ours are added, others' stay: nothing says who put a tag or a group there.
void compare_names(const Json& now, const Json& wanted, const char* key, std::vector<FieldChange>& changes) {
  const std::vector<std::string> present = names_in(now, key);
  std::vector<std::string> all = present;
  for (const std::string& name : names_in(wanted, key))
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
  if (all.size() == present.size()) return;
  changes.push_back({key, present.empty() ? std::string() : written(present), written(all)});
}

void compare_extras(const Json& now, const Json& wanted, std::vector<FieldChange>& changes) {
  const Json* extras = member(wanted, "extras");
  if (extras == nullptr) return;
  for (const Json& extra : *extras) {
    const std::string key = text_of(extra, "key");
    const Json* present = nullptr;
    if (const Json* theirs = member(now, "extras"); theirs != nullptr && theirs->is_array())
      for (const Json& one : *theirs)
        if (one.is_object() && text_of(one, "key") == key) present = member(one, "value");
    // ckanext-scheming makes members of their own out of extras that it knows.
    if (present == nullptr) present = member(now, key.c_str());
    if (present != nullptr && *present == extra["value"]) continue;
    changes.push_back(
        {"extras." + key, present == nullptr ? std::string() : written(*present), written(extra["value"])});
  }
}

Action dataset_action(const Dataset& wanted, const Json& dictionary, const RemoteDataset* remote,
                      TargetKind kind) {
  Action action;
  action.key = wanted.name;
  action.title = wanted.title;
  const Json nothing = Json::object();
  const Json& now = remote == nullptr ? nothing : remote->fields;
  for (const char* key : kTexts) compare_member(now, dictionary, key, action.fields);
  if (remote == nullptr || kind == TargetKind::directory)
    for (const char* key : kDirectoryTexts) compare_member(now, dictionary, key, action.fields);
  for (const char* key : {"tags", "groups"}) compare_names(now, dictionary, key, action.fields);
  compare_extras(now, dictionary, action.fields);
  if (remote != nullptr && is_unfinished(*remote)) action.fields.push_back({"private", "true", "false"});
  if (remote == nullptr) {
    action.change = Change::create;
  } else {
    action.id = remote->id;
    if (!action.fields.empty()) action.change = Change::update;
  }
  return action;
}

PlannedFile planned_file(const Resource& resource, const RemoteResource* remote) {
  PlannedFile file{resource.file, upload_name(resource), resource.media_type, resource.bytes,
                   resource.sha256};
  // The published name stays, so that the URL does; what is a link so far gets one of ours.
  if (remote != nullptr && text_of(remote->fields, "url_type") == "upload" && !remote->file_name.empty())
    file.file_name = remote->file_name;
  return file;
}

bool same_file(const Resource& resource, const RemoteResource& remote, TargetKind kind) {
  if (remote.sha256 != resource.sha256) return false;
  if (remote.bytes != 0 && remote.bytes != resource.bytes) return false;
  return kind == TargetKind::directory || text_of(remote.fields, "url_type") == "upload";
}

void compare_columns(const RemoteResource& remote, const Resource& resource, Action& action) {
  const Json* schema = member(remote.fields, "schema");
  if (schema == nullptr || resource.columns.empty()) return;
  const std::vector<std::string> before = column_names(*schema);
  std::vector<std::string> after;
  for (const Column& column : resource.columns) after.push_back(column.name);
  const auto missing_in = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) == names.end();
  };
  std::copy_if(after.begin(), after.end(), std::back_inserter(action.columns_added),
               [&](const std::string& name) { return missing_in(before, name); });
  std::copy_if(before.begin(), before.end(), std::back_inserter(action.columns_removed),
               [&](const std::string& name) { return missing_in(after, name); });
}

Action resource_action(const Resource& resource, const Json& dictionary, const RemoteResource* remote,
                       TargetKind kind) {
  Action action;
  action.subject = Subject::resource;
  action.key = resource.key;
  action.title = text_of(dictionary, "name");
  const Json nothing = Json::object();
  const Json& now = remote == nullptr ? nothing : remote->fields;
  for (const char* key : kResourceTexts) compare_member(now, dictionary, key, action.fields);
  for (const char* key : kRiding)
    if (member(now, key) != nullptr) compare_member(now, dictionary, key, action.fields);
  if (remote == nullptr) {
    action.change = Change::create;
    action.file = planned_file(resource, nullptr);
    return action;
  }
  action.id = remote->id;
  const bool same = same_file(resource, *remote, kind);
  if (!same) {
    action.change = Change::upload;
    action.file = planned_file(resource, remote);
    action.published_sha256 = remote->sha256;
  } else if (!action.fields.empty()) {
    action.change = Change::update;
  }
  if (action.change != Change::unchanged)
    for (const char* key : kRiding)
      if (member(now, key) == nullptr) compare_member(now, dictionary, key, action.fields);
  compare_columns(*remote, resource, action);
  return action;
}

bool is_table(const Resource& resource) { return resource.format == "CSV" && !resource.columns.empty(); }

bool flag_of(const Json& object, const char* key) {
  const Json* found = member(object, key);
  return found != nullptr && found->is_boolean() && found->get<bool>();
}

// `update` where only a look at the DataStore can tell.
Change datastore_change(const Resource& resource, const RemoteResource* remote, bool same, bool unfinished) {
  if (remote == nullptr || unfinished || !flag_of(remote->fields, "datastore_active")) return Change::create;
  const bool filled = same && text_of(remote->fields, kDatastoreMember) == resource.sha256;
  return filled ? Change::unchanged : Change::update;
}

void add_table_actions(const Resource& resource, const RemoteDataset* dataset, const RemoteResource* remote,
                       bool datastore, DatasetPlan& plan) {
  const bool left_behind = remote != nullptr && is_marked(*remote);
  const bool whole_unfinished = dataset != nullptr && is_unfinished(*dataset);
  const bool same =
      plan.actions.back().change == Change::unchanged || plan.actions.back().change == Change::update;
  bool views = dataset != nullptr && (remote == nullptr || left_behind);
  if (datastore && is_table(resource)) {
    Action table;
    table.subject = Subject::datastore;
    table.key = resource.key;
    table.id = remote == nullptr ? std::string() : remote->id;
    table.change = datastore_change(resource, remote, same, left_behind || whole_unfinished);
    table.file = planned_file(resource, remote);
    if (table.change == Change::unchanged) table.file = {};
    views = views || table.change == Change::create;
    plan.actions.push_back(std::move(table));
  }
  if (!views) return;
  Action view;
  view.subject = Subject::view;
  view.change = Change::create;
  view.key = resource.key;
  view.id = remote == nullptr ? std::string() : remote->id;
  plan.actions.push_back(std::move(view));
}

void add_remote_only(const RemoteResource& remote, bool unfinished, const PlanOptions& options,
                     DatasetPlan& plan) {
  Action action;
  action.subject = Subject::resource;
  action.key = remote.id;
  action.id = remote.id;
  action.title = text_of(remote.fields, "name");
  // Of an unfinished dataset: nobody has seen it, and it has no file.
  const bool never_came = unfinished && remote.sha256.empty();
  const bool ours = !remote.key.empty() && (options.remove_missing || never_came);
  action.change = ours ? Change::remove : Change::leave;
  plan.actions.push_back(std::move(action));
}

}  // namespace

DatasetPlan compare(const Dataset& wanted, const RemoteDataset* remote, TargetKind kind,
                    const PlanOptions& options) {
  if (remote != nullptr && remote->deleted) remote = nullptr;
  DatasetPlan plan;
  plan.name = wanted.name;
  plan.title = wanted.title;
  plan.descriptor = wanted.descriptor;
  plan.audience_by_person = wanted.audience_by_person;
  const Json dictionary = wanted_dictionary(wanted, kind);
  if (remote != nullptr) {
    plan.id = remote->id;
    plan.modified = remote->modified;
    plan.unfinished = is_unfinished(*remote);
    plan.stays_private = remote->is_private && !plan.unfinished;
  }
  plan.actions.push_back(dataset_action(wanted, dictionary, remote, kind));
  const std::vector<RemoteResource> none;
  const std::vector<RemoteResource>& published = remote == nullptr ? none : remote->resources;
  const std::vector<int> pairs = pair_resources(wanted.resources, published);
  for (std::size_t i = 0; i < wanted.resources.size(); ++i) {
    const RemoteResource* other = pairs[i] < 0 ? nullptr : &published[static_cast<std::size_t>(pairs[i])];
    plan.actions.push_back(resource_action(wanted.resources[i], dictionary["resources"][i], other, kind));
    if (kind == TargetKind::ckan)
      add_table_actions(wanted.resources[i], remote, other, options.datastore, plan);
  }
  for (std::size_t j = 0; j < published.size(); ++j)
    if (std::find(pairs.begin(), pairs.end(), static_cast<int>(j)) == pairs.end())
      add_remote_only(published[j], plan.unfinished, options, plan);
  if (plan.changes()) {
    plan.wanted = written(dictionary);
    if (remote != nullptr) plan.prior = written(state_of(*remote));
  }
  return plan;
}

}  // namespace anzenmap::ckan
