// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/planning.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "ckan/plan_fitness.hpp"
#include "ckan/plan_rules.hpp"
#include "ckan/site/table_planning.hpp"

namespace anzenmap::ckan {
namespace {

/// Licences that CKAN itself brings. A site may have replaced its list, so what a dataset says of its licence
/// once it is there (still private) is looked at as well; for others the list is asked first.
constexpr std::array<std::string_view, 6> kUsualLicenses = {"cc-by",  "cc-by-sa", "cc-zero",
                                                            "odc-by", "odc-odbl", "odc-pddl"};

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string owner_of(const RemoteDataset& remote) {
  const auto found = remote.fields.find("organization");
  return found != remote.fields.end() && found->is_object() ? text_of(*found, "name") : std::string();
}

void refuse_of_another(const Dataset& wanted, const RemoteDataset& remote) {
  const std::string owner = owner_of(remote);
  if (wanted.organization.empty() || owner == wanted.organization ||
      text_of(remote.fields, "owner_org") == wanted.organization)
    return;
  throw Error(name_of_another,
              {{"name", wanted.name, {}}, {"owner", owner.empty() ? std::string("—") : owner, {}}},
              Error::Kind::refused);
}

void refuse_without_right(SiteFacts& facts, const std::string& organization, bool is_new) {
  const auto& own = facts.organizations();
  if (own.empty())
    throw Error(token_without_right,
                {{"organization", organization, {}},
                 {"reason", "トークンがない、まちがっている、期限が切れている、または編集者ではありません",
                  "no token, a wrong or expired one, or its owner is no editor"}},
                Error::Kind::refused);
  if (!is_new || organization.empty() || facts.may_create_in(organization)) return;
  std::string list;
  for (const OwnOrganization& one : own) list += (list.empty() ? "" : ", ") + one.name;
  throw Error(token_without_right,
              {{"organization", organization, {}},
               {"reason", "公開できるのは次の組織だけです：" + list, "it may publish in: " + list}},
              Error::Kind::refused);
}

// A licence that the site knows has a title there.
bool vouched(const std::vector<RemoteDataset>& there, const std::string& license) {
  return std::any_of(there.begin(), there.end(), [&](const RemoteDataset& one) {
    const std::string title = text_of(one.fields, "license_title");
    return text_of(one.fields, "license_id") == license && !title.empty() && title != license;
  });
}

void refuse_unlisted_license(SiteFacts& facts, const Dataset& wanted,
                             const std::vector<RemoteDataset>& there) {
  if (wanted.license.empty() || vouched(there, wanted.license)) return;
  if (std::find(kUsualLicenses.begin(), kUsualLicenses.end(), wanted.license) != kUsualLicenses.end()) return;
  const auto& listed = facts.licenses();
  if (std::find(listed.begin(), listed.end(), wanted.license) != listed.end()) return;
  std::string known;
  for (const std::string& one : listed) known += (known.empty() ? "" : ", ") + one;
  throw Error(license_not_listed,
              {{"name", wanted.name, {}}, {"license", wanted.license, {}}, {"known", known, {}}},
              Error::Kind::refused);
}

/// What is there of each name. CKAN indexes before it commits: what a create that failed or is not over left
/// in the index is asked of the database, as is a name that the index has twice.
std::map<std::string, RemoteDataset> found_by_name(Calls& calls, const std::vector<RemoteDataset>& there) {
  std::map<std::string, RemoteDataset> by_name;
  std::set<std::string> doubtful;
  for (const RemoteDataset& one : there) {
    if (is_unfinished(one) || by_name.contains(one.name)) doubtful.insert(one.name);
    by_name.emplace(one.name, one);
  }
  for (const std::string& name : doubtful) {
    by_name.erase(name);
    if (std::optional<RemoteDataset> real = look(calls, name)) by_name.emplace(name, std::move(*real));
  }
  return by_name;
}

bool sets_license(const DatasetPlan& plan) {
  const auto& fields = plan.actions.front().fields;
  return std::any_of(fields.begin(), fields.end(),
                     [](const FieldChange& change) { return change.field == "license_id"; });
}

}  // namespace

void refuse_unpublishable(const Dataset& dataset, const PlanOptions& options) {
  refuse_unfit(dataset, options);
  const std::vector<Error> faults = check_for_ckan(dataset);
  if (!faults.empty()) throw faults.front();
}

Plan plan_for_site(Calls& calls, SiteFacts& facts, std::span<const Dataset> datasets,
                   const PlanOptions& options) {
  for (const Dataset& dataset : datasets) refuse_unpublishable(dataset, options);
  std::vector<std::string> names;
  for (const Dataset& dataset : datasets) names.push_back(dataset.name);
  const std::vector<RemoteDataset> there = search(calls, names);
  const std::map<std::string, RemoteDataset> by_name = found_by_name(calls, there);

  Plan plan;
  plan.target = calls.transport().base_url();
  plan.datastore = options.datastore;
  for (const Dataset& dataset : datasets) {
    const auto found = by_name.find(dataset.name);
    const RemoteDataset* remote = found == by_name.end() ? nullptr : &found->second;
    if (remote != nullptr && !remote->deleted) refuse_of_another(dataset, *remote);
    DatasetPlan one = compare(dataset, remote, TargetKind::ckan, options);
    if (options.datastore) {
      plan_tables(calls, facts, one, wanted_dictionary(dataset, TargetKind::ckan));
      if (!one.changes()) one.prior = one.wanted = {};
    }
    if (one.changes()) {
      refuse_without_right(facts, dataset.organization, one.id.empty());
      if (sets_license(one)) refuse_unlisted_license(facts, dataset, there);
    }
    plan.datasets.push_back(std::move(one));
  }
  return plan;
}

Plan plan_site_withdrawal(Calls& calls, std::span<const std::string> names) {
  Plan plan;
  plan.target = calls.transport().base_url();
  for (const std::string& name : names) {
    Json arguments = Json::object();
    arguments["id"] = name;
    const RemoteDataset remote = remote_dataset(calls.read("package_show", arguments));
    DatasetPlan one;
    one.name = name;
    Action action;
    action.key = name;
    if (!remote.deleted) {
      one.name = remote.name;
      one.title = text_of(remote.fields, "title");
      one.id = remote.id;
      one.modified = remote.modified;
      one.prior = state_of(remote).dump(-1, ' ', false, Json::error_handler_t::replace);
      action.key = remote.name;
      action.id = remote.id;
      action.title = one.title;
      action.change = Change::remove;
    }
    one.actions.push_back(std::move(action));
    plan.datasets.push_back(std::move(one));
  }
  return plan;
}

}  // namespace anzenmap::ckan
