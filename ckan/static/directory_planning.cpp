// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/directory_planning.hpp"

#include <utility>

#include "ckan/plan_fitness.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/static/catalogue_pages.hpp"

namespace anzenmap::ckan {
namespace {

void plan_pages(const CatalogueFolder& folder, Plan& plan) {
  // Also refuses somebody else's page before anything is asked of a person.
  std::vector<FieldChange> pages = changed_pages(folder, pages_of(entries_in(folder, {})));
  if (pages.empty() || plan.changes() || plan.datasets.empty()) return;
  Action& action = plan.datasets.front().actions.front();
  action.change = Change::update;
  action.fields = std::move(pages);
}

DatasetPlan withdrawal(const CatalogueFolder& folder, const std::string& name) {
  DatasetPlan plan;
  plan.name = name;
  Action dataset;
  dataset.key = name;
  const std::optional<RemoteDataset> here = folder.look(name);
  if (here) {
    plan.title = text_member(here->fields, "title");
    plan.id = here->id;
    plan.modified = here->modified;
    plan.prior = state_of(*here).dump(-1, ' ', false, Json::error_handler_t::replace);
    dataset.id = here->id;
    dataset.title = plan.title;
    dataset.change = Change::remove;
  }
  plan.actions.push_back(std::move(dataset));
  return plan;
}

}  // namespace

Plan plan_for_folder(const CatalogueFolder& folder, std::span<const Dataset> datasets,
                     const PlanOptions& options) {
  Plan plan;
  plan.kind = TargetKind::directory;
  plan.target = folder.path();
  for (const Dataset& dataset : datasets) {
    refuse_unfit(dataset, options);  // it wants no metadata
    const std::optional<RemoteDataset> here = folder.look(dataset.name);
    DatasetPlan one = compare(dataset, here ? &*here : nullptr, TargetKind::directory, options);
    if (here) one.modified = here->modified;
    plan.datasets.push_back(std::move(one));
  }
  plan_pages(folder, plan);
  return plan;
}

Plan plan_folder_withdrawal(const CatalogueFolder& folder, std::span<const std::string> names) {
  Plan plan;
  plan.kind = TargetKind::directory;
  plan.target = folder.path();
  for (const std::string& name : names) plan.datasets.push_back(withdrawal(folder, name));
  return plan;
}

}  // namespace anzenmap::ckan
