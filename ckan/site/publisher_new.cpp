// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ckan/plan_rules.hpp"
#include "ckan/site/publisher.hpp"

namespace anzenmap::ckan {
namespace {

/// Shown to an editor who finds the private dataset on the site.
constexpr const char* kMarkWords =
    " 公開の途中です。もう一度公開すると続きから行います / publishing is not finished; publish again";

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Private, marked, and without hashes: a hash comes only together with its file.
Json first_dictionary(const DatasetPlan& plan, const std::string& run) {
  Json dictionary = Json::parse(plan.wanted);
  dictionary["private"] = true;
  Json& extras = dictionary["extras"];
  if (!extras.is_array()) extras = Json::array();
  Json& mark = extras.emplace_back(Json::object());
  mark["key"] = kUnfinished;
  mark["value"] = run + kMarkWords;
  for (Json& resource : dictionary["resources"]) {
    resource.erase("hash");
    resource.erase("size");
  }
  return dictionary;
}

bool marked_by(const RemoteDataset& remote, const std::string& run) {
  return extra_of(remote, kUnfinished).starts_with(run);
}

}  // namespace

std::optional<RemoteDataset> Publisher::created_by_us() {
  std::optional<RemoteDataset> there = look(run_.calls, plan_.name);
  if (!there || there->deleted || !marked_by(*there, run_.name)) return {};
  return there;
}

RemoteDataset Publisher::create() {
  const Json dictionary = first_dictionary(plan_, run_.name);
  for (int attempt = 0;; ++attempt) {
    try {
      return remote_dataset(run_.calls.write("package_create", dictionary));
    } catch (const Error& error) {
      const bool name_taken = complains_of(error, "name");
      if (!name_taken && !outcome_unknown(error)) throw;
      // The name may be ours: an answer was lost on its way, or the request came twice.
      if (std::optional<RemoteDataset> ours = created_by_us()) return std::move(*ours);
      if (name_taken) return adopt_or_refuse();
      if (!try_again(error, attempt)) throw;
    }
  }
}

// Made by the same package: only its files have not come.
bool Publisher::is_half_of_ours(const RemoteDataset& there) const {
  if (!is_unfinished(there)) return false;
  const std::vector<Unmet> missing = unmet(plan_, there, false);
  return std::all_of(missing.begin(), missing.end(),
                     [](const Unmet& one) { return one.field == "hash" || one.field == "size"; });
}

// The search may lag behind, and a run that was killed may still have been at work when the plan was made:
// what is there as it is wanted is no conflict, and a half is completed. Two runs that do so at once are told
// apart by the match of package_revise.
RemoteDataset Publisher::adopt_or_refuse() {
  std::optional<RemoteDataset> there = look(run_.calls, plan_.name);
  if (there && !there->deleted && run_.own_plan) {
    if (is_half_of_ours(*there)) return std::move(*there);
    if (!there->is_private && unmet(plan_, *there, true).empty()) {
      result_.state = DatasetResult::State::unchanged;
      return std::move(*there);
    }
  }
  throw Error(
      plan_stale,
      {{"name", plan_.name, {}},
       {"reason", "同じ名前のデータセットが、もうあります", "a dataset of that name is there already"}},
      Error::Kind::refused);
}

DatasetPlan Publisher::uploads_for(const RemoteDataset& there) const {
  DatasetPlan uploads;
  uploads.name = plan_.name;
  uploads.id = there.id;
  uploads.wanted = plan_.wanted;
  uploads.actions.push_back(plan_.actions.front());
  uploads.actions.front().fields.clear();
  uploads.actions.front().change = Change::update;
  for (const Action& action : plan_.actions) {
    if (action.subject != Subject::resource || action.change != Change::create) continue;
    Action upload = action;
    upload.change = Change::upload;
    upload.fields.clear();
    upload.id = resource_id(there, action);
    uploads.actions.push_back(std::move(upload));
  }
  return uploads;
}

// Looked at while nobody else can see the dataset: CKAN takes any licence and shows its id as its title.
void Publisher::check_license(const RemoteDataset& there) {
  const std::string id = text_of(there.fields, "license_id");
  const std::string title = text_of(there.fields, "license_title");
  if (id.empty() || (!title.empty() && title != id)) return;
  const auto& listed = run_.facts.licenses();
  if (std::find(listed.begin(), listed.end(), id) != listed.end()) return;
  std::string known;
  for (const std::string& one : listed) known += (known.empty() ? "" : ", ") + one;
  throw Error(license_not_listed, {{"name", plan_.name, {}}, {"license", id, {}}, {"known", known, {}}},
              Error::Kind::refused);
}

void Publisher::publish_new() {
  const RemoteDataset there = create();
  if (result_.state == DatasetResult::State::unchanged) {
    result_.id = there.id;
    return;
  }
  left_private_ = true;
  result_.id = there.id;
  check_license(there);
  if (!marked_by(there, run_.name)) {
    complete_half(uploads_for(there), state_of(there), there.modified);
    return;
  }
  const DatasetPlan uploads = uploads_for(there);
  RevisionExtras extras;
  extras.publish = true;
  extras.members = fill_tables(there, true);
  const RemoteDataset now = revise(uploads, state_of(there), there.modified, extras);
  left_private_ = false;
  verify(plan_, now, true);
  check_loaded_tables(now);
  account(&now);
}

// The last write of the run that was killed was still on its way when the plan was made.
bool Publisher::came_to_its_end() {
  const std::optional<RemoteDataset> there = look(run_.calls, plan_.name);
  if (!run_.own_plan || !there || there->deleted || !unmet(plan_, *there, true).empty()) return false;
  left_private_ = false;
  account(&*there);
  return true;
}

// Another run's half, made whole. Nobody but its editors has seen it.
void Publisher::complete_half(const DatasetPlan& plan, Json state, std::string modified) {
  left_private_ = true;
  RevisionExtras extras;
  extras.publish = true;
  const bool tables = std::any_of(plan_.actions.begin(), plan_.actions.end(), [](const Action& action) {
    return action.subject == Subject::datastore && action.change == Change::create;
  });
  if (tables) {
    // Ours first: the run that left it, if it lives on, is refused by its match and does not publish it.
    DatasetPlan claim;
    claim.id = plan.id;
    claim.name = plan.name;
    Action mark;
    mark.change = Change::update;
    mark.fields.push_back({std::string("extras.") + kUnfinished, {}, Json(run_.name + kMarkWords).dump()});
    claim.actions.push_back(std::move(mark));
    RemoteDataset ours;
    try {
      ours = revise(claim, state, modified, {});
    } catch (const Error& error) {
      if (&error.rule() != &changed_meanwhile || !came_to_its_end()) throw;
      return;
    }
    state = state_of(ours);
    modified = ours.modified;
    extras.members = fill_tables(ours, false);
    make_views(ours);
  }
  const RemoteDataset now = revise(plan, state, modified, extras);
  left_private_ = false;
  verify(plan_, now, true);
  check_loaded_tables(now);
  account(&now);
}

}  // namespace anzenmap::ckan
