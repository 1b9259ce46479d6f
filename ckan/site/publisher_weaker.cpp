// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "ckan/plan_rules.hpp"
#include "ckan/site/publisher.hpp"

// For a CKAN without package_revise: several requests, and the server itself refuses nothing. In an order
// that shows a new dataset only when it is whole, and that the next run completes.

namespace anzenmap::ckan {
namespace {

std::string written(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Part text_part(const std::string& name, const Json& value) {
  Part part;
  part.name = name;
  part.text = value.is_string() ? value.get<std::string>() : written(value);
  return part;
}

Part file_part(const PlannedFile& file) {
  Part part;
  part.name = "upload";
  part.path = file.path;
  part.file_name = file.file_name;
  part.content_type = file.media_type;
  return part;
}

std::vector<Part> resource_parts(const Json& members, const PlannedFile& file) {
  std::vector<Part> parts;
  for (const auto& [name, value] : members.items()) parts.push_back(text_part(name, value));
  if (!file.path.empty()) parts.push_back(file_part(file));
  return parts;
}

Json members_for(const RevisionExtras& extras, const std::string& name) {
  for (const auto& [one, members] : extras.members)
    if (one == name) return members;
  return Json::object();
}

Json dictionary_of(const DatasetPlan& plan, const std::string& key) {
  const Json wanted = plan.wanted.empty() ? Json::object() : Json::parse(plan.wanted);
  for (const Json& resource : wanted.value("resources", Json::array()))
    if (resource.value(kKeyMember, std::string()) == key) return resource;
  return Json::object();
}

/// What package_patch is sent: whole lists, as it replaces them.
Json dataset_members(const DatasetPlan& plan, const RemoteDataset& there, bool publish) {
  DatasetPlan of_dataset;
  for (const Action& action : plan.actions)
    if (action.subject == Subject::dataset) of_dataset.actions.push_back(action);
  const Json after = planned_dictionary(there.fields, of_dataset);
  Json out = Json::object();
  for (const auto& [key, value] : after.items())
    if (!there.fields.contains(key) || there.fields[key] != value) out[key] = value;
  out.erase("private");
  if (!publish) return out;
  out["private"] = false;
  Json& extras = out["extras"] = Json::array();
  for (const Json& extra : after.value("extras", Json::array()))
    if (extra.value("key", std::string()) != kUnfinished) extras.push_back(extra);
  return out;
}

}  // namespace

bool lacks_revise(const Error& error) {
  const auto* action = dynamic_cast<const ActionError*>(&error);
  return action != nullptr && action->status() == 400 && action->fields().is_null();
}

void Publisher::tell_weaker() {
  const bool told = std::any_of(result_.faults.begin(), result_.faults.end(),
                                [](const Error& fault) { return &fault.rule() == &guard_weaker; });
  if (!told) result_.faults.push_back(Error(guard_weaker, {{"name", plan_.name, {}}}));
}

void Publisher::write_resource_weakly(const DatasetPlan& plan, const Action& action,
                                      const RevisionExtras& extras) {
  const bool comes = action.change == Change::create;
  Json members = comes ? dictionary_of(plan, action.key) : Json::object();
  members.update(members_for(extras, comes ? action.key : action.id));
  if (action.change == Change::remove) {
    members["id"] = action.id;
    (void)run_.calls.write("resource_delete", members);
    return;
  }
  for (const FieldChange& change : action.fields) members[change.field] = Json::parse(change.after);
  members.erase("size");
  members[comes ? "package_id" : "id"] = comes ? plan.id : action.id;
  if (action.change == Change::upload) members["hash"] = "sha256:" + action.file.sha256;
  if (action.file.path.empty()) {
    (void)run_.calls.write("resource_patch", members);
    return;
  }
  (void)run_.calls.write(comes ? "resource_create" : "resource_patch", resource_parts(members, action.file),
                         [this](std::uint64_t sent, std::uint64_t total) {
                           run_.tell(ApplyProgress::Step::sending, plan_.name, sent, total);
                         });
}

RemoteDataset Publisher::revise_weakly(const DatasetPlan& plan, const Json& state,
                                       const RevisionExtras& extras) {
  tell_weaker();
  std::optional<RemoteDataset> there = look(run_.calls, plan.id);
  if (!there || there->deleted) refuse_gone();
  const std::vector<FieldChange> changed = differences(state, state_of(*there));
  if (!changed.empty()) refuse_conflict(changed.front());
  std::vector<std::string> written_to;
  for (const Action& action : plan.actions) {
    const bool acts = action.change != Change::unchanged && action.change != Change::leave;
    if (action.subject != Subject::resource || !acts) continue;
    write_resource_weakly(plan, action, extras);
    written_to.push_back(action.id);
  }
  for (const auto& [id, members] : extras.members) {
    const bool is_there = std::any_of(there->resources.begin(), there->resources.end(),
                                      [&id = id](const RemoteResource& one) { return one.id == id; });
    if (!is_there || std::find(written_to.begin(), written_to.end(), id) != written_to.end()) continue;
    Json arguments = members;
    arguments["id"] = id;
    (void)run_.calls.write("resource_patch", arguments);
  }
  Json arguments = dataset_members(plan, *there, extras.publish);
  if (!arguments.empty()) {
    arguments["id"] = plan.id;
    (void)run_.calls.write("package_patch", arguments);
  }
  there = look(run_.calls, plan.id);
  if (!there) refuse_gone();
  return std::move(*there);
}

RemoteDataset Publisher::finish_weakly(const RemoteDataset& there,
                                       const std::vector<std::pair<std::string, Json>>& put,
                                       const std::vector<std::string>& marked) {
  tell_weaker();
  for (const RemoteResource& resource : there.resources) {
    // Whole, as only resource_update takes a member away.
    Json arguments = resource.fields;
    for (const auto& [id, members] : put)
      if (id == resource.id) arguments.update(members);
    if (std::find(marked.begin(), marked.end(), resource.id) != marked.end()) arguments.erase(kUnfinished);
    if (arguments != resource.fields) (void)run_.calls.write("resource_update", arguments);
  }
  std::optional<RemoteDataset> now = look(run_.calls, there.id);
  if (!now) refuse_gone();
  return std::move(*now);
}

}  // namespace anzenmap::ckan
