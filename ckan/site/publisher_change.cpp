// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "ckan/site/publisher.hpp"

namespace anzenmap::ckan {
namespace {

/// Resources whose views or DataStore come after the write that everybody sees: marked by that write, so that
/// the next run finds what is left to do. By id, or by key where there is none yet.
std::vector<std::string> to_mark(const DatasetPlan& plan) {
  std::set<std::string> names;
  for (const Action& action : plan.actions)
    if (action.change == Change::create &&
        (action.subject == Subject::view || action.subject == Subject::datastore))
      names.insert(action.id.empty() ? action.key : action.id);
  return {names.begin(), names.end()};
}

bool is_update_of_table(const Action& action) {
  return action.subject == Subject::datastore && action.change == Change::update;
}

}  // namespace

void Publisher::publish_change() {
  const Json state = Json::parse(plan_.prior);
  if (plan_.unfinished) {
    complete_half(plan_, state, plan_.modified);
    return;
  }
  const std::vector<std::string> marks = to_mark(plan_);
  RevisionExtras extras;
  for (const std::string& name : marks) {
    Json member = Json::object();
    member[kUnfinished] = run_.name;
    extras.members.emplace_back(name, std::move(member));
  }
  const Revision own = revision_of(plan_, state, plan_.modified, {});
  for (const Action& action : plan_.actions)
    if (is_update_of_table(action) && !own.empty()) {
      Json member = Json::object();
      member[kDatastoreMember] = "check:" + action.file.sha256;
      extras.members.emplace_back(action.id, std::move(member));
    }

  std::optional<RemoteDataset> now;
  if (own.empty() && extras.members.empty()) {
    // Only rows of a DataStore.
    now = look(run_.calls, plan_.id);
    if (!now || now->deleted) refuse_gone();
  } else {
    now = revise(plan_, state, plan_.modified, extras);
    verify(plan_, *now, false);
  }
  update_tables(*now);
  if (!marks.empty()) {
    const auto filled = fill_tables(*now, false);
    make_views(*now);
    std::vector<std::string> marked;
    for (const RemoteResource& resource : now->resources)
      if (is_marked(resource)) marked.push_back(resource.id);
    if (!marked.empty() || !filled.empty()) now = finish(*now, filled, marked);
  }
  check_loaded_tables(*now);
  account(&*now);
}

}  // namespace anzenmap::ckan
