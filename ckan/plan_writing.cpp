// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "ckan/plan.hpp"
#include "ckan/plan_names.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void put(Json& object, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) object[key] = texts;
}

// Texts that hold JSON are written as JSON: a person reads the file too.
void put_json(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = Json::parse(text);
}

Json field_json(const FieldChange& change) {
  Json out = Json::object();
  out["field"] = change.field;
  put_json(out, "before", change.before);
  put_json(out, "after", change.after);
  return out;
}

Json file_json(const PlannedFile& file) {
  Json out = Json::object();
  out["path"] = file.path;
  put(out, "file_name", file.file_name);
  put(out, "media_type", file.media_type);
  out["bytes"] = file.bytes;
  out["sha256"] = file.sha256;
  return out;
}

Json action_json(const Action& action) {
  Json out = Json::object();
  out["change"] = word_of(kChangeNames, action.change);
  out["subject"] = word_of(kSubjectNames, action.subject);
  out["key"] = action.key;
  put(out, "title", action.title);
  put(out, "id", action.id);
  for (const FieldChange& change : action.fields) out["fields"].push_back(field_json(change));
  if (!action.file.path.empty()) out["file"] = file_json(action.file);
  put(out, "published_sha256", action.published_sha256);
  put(out, "columns_added", action.columns_added);
  put(out, "columns_removed", action.columns_removed);
  if (action.rows != 0) out["rows"] = action.rows;
  return out;
}

Json dataset_json(const DatasetPlan& dataset) {
  Json out = Json::object();
  out["name"] = dataset.name;
  put(out, "title", dataset.title);
  put(out, "descriptor", dataset.descriptor);
  put(out, "id", dataset.id);
  put(out, "modified", dataset.modified);
  if (dataset.audience_by_person) out["audience_by_person"] = true;
  if (dataset.stays_private) out["stays_private"] = true;
  if (dataset.unfinished) out["unfinished"] = true;
  put_json(out, "prior", dataset.prior);
  put_json(out, "wanted", dataset.wanted);
  Json& actions = out["actions"] = Json::array();
  for (const Action& action : dataset.actions) actions.push_back(action_json(action));
  return out;
}

Json counts_json(const PlanCounts& counts) {
  Json out = Json::object();
  out["create"] = counts.create;
  out["update"] = counts.update;
  out["upload"] = counts.upload;
  out["remove"] = counts.remove;
  out["unchanged"] = counts.unchanged;
  out["leave"] = counts.leave;
  return out;
}

}  // namespace

std::string plan_json(const Plan& plan) {
  Json out = Json::object();
  out["anzenmap_plan"] = kPlanVersion;
  Json& target = out["target"] = Json::object();
  target["kind"] = word_of(kKindNames, plan.kind);
  target["location"] = plan.target;
  out["datastore"] = plan.datastore;
  out["changes"] = plan.changes();
  out["counts"] = counts_json(plan.counts());
  Json& datasets = out["datasets"] = Json::array();
  for (const DatasetPlan& dataset : plan.datasets) datasets.push_back(dataset_json(dataset));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace anzenmap::ckan
