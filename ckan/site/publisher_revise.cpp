// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ckan/plan_rules.hpp"
#include "ckan/site/published_bytes.hpp"
#include "ckan/site/publisher.hpp"

namespace anzenmap::ckan {
namespace {

bool serious(const Unmet& one) { return one.serious; }

Error difference_error(const std::string& name, const Unmet& one) {
  return {upload_differs,
          {{"name", name, {}},
           {"key", one.key, {}},
           {"reason", one.field + "：送ったもの " + one.sent + "、サイト " + one.kept,
            one.field + ": sent " + one.sent + ", stored " + one.kept}}};
}

}  // namespace

void Publisher::refuse_conflict(const FieldChange& change) const {
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("—") : value; };
  throw Error(changed_meanwhile,
              {{"name", plan_.name, {}},
               {"field", change.field, {}},
               {"planned", shown(change.before), {}},
               {"now", shown(change.after), {}}},
              Error::Kind::refused);
}

void Publisher::refuse_gone() const {
  throw Error(plan_stale,
              {{"name", plan_.name, {}}, {"reason", "サイトから消えました", "it is gone from the site"}},
              Error::Kind::refused);
}

RemoteDataset Publisher::send(const Revision& revision) {
  Json answer;
  if (revision.files.empty()) {
    answer = run_.calls.write("package_revise", arguments_of(revision));
  } else {
    answer = run_.calls.write("package_revise", parts_of(revision),
                              [this](std::uint64_t sent, std::uint64_t total) {
                                run_.tell(ApplyProgress::Step::sending, plan_.name, sent, total);
                              });
  }
  return remote_dataset(std::move(answer["package"]));
}

RemoteDataset Publisher::revise(const DatasetPlan& plan, const Json& state, const std::string& modified,
                                const RevisionExtras& extras) {
  constexpr int kMostUnmatched = 3;
  if (run_.lacks_revise) return revise_weakly(plan, state, extras);
  Revision revision = revision_of(plan, state, modified, extras);
  int times_unmatched = 0;
  for (int attempt = 0;; ++attempt) {
    try {
      RemoteDataset now = send(revision);
      bytes_uncertain_ = false;
      return now;
    } catch (const Error& error) {
      if (lacks_revise(error)) {
        run_.lacks_revise = true;
        return revise_weakly(plan, state, extras);
      }
      const bool unmatched = complains_of(error, "match");
      if (!unmatched && !outcome_unknown(error)) throw;
      if (!unmatched && !revision.files.empty()) bytes_uncertain_ = true;
      std::optional<RemoteDataset> there = look(run_.calls, plan.id);
      if (!there || there->deleted)
        throw Error(
            plan_stale,
            {{"name", plan_.name, {}}, {"reason", "サイトから消えました", "it is gone from the site"}},
            Error::Kind::refused);
      // It was done: the answer was lost, or the request came twice.
      const bool by_us = attempt > 0 || !unmatched || run_.own_plan;
      if (by_us && there->modified != modified && unmet(plan, *there, extras.publish).empty()) {
        bytes_uncertain_ = false;
        return std::move(*there);
      }
      // Where only the time of the last change differs, the search (or CKAN before 2.12) had it wrong.
      const auto changed = differences(state, state_of(*there));
      if (!changed.empty()) refuse_conflict(changed.front());
      revision.match = match_of(plan.id, state_of(*there), there->modified);
      if (unmatched ? ++times_unmatched >= kMostUnmatched : !try_again(error, attempt)) throw;
    }
  }
}

RemoteDataset Publisher::finish(const RemoteDataset& there,
                                const std::vector<std::pair<std::string, Json>>& put,
                                const std::vector<std::string>& marked) {
  if (run_.lacks_revise) return finish_weakly(there, put, marked);
  std::vector<std::pair<std::string, std::string>> gone;
  for (const std::string& id : marked) gone.emplace_back(id, kUnfinished);
  Json state = state_of(there);
  Revision revision = member_revision(there.id, state, there.modified, put, gone);
  for (int attempt = 0;; ++attempt) {
    try {
      return send(revision);
    } catch (const Error& error) {
      const bool unmatched = complains_of(error, "match");
      if (!unmatched && !outcome_unknown(error)) throw;
      const std::optional<RemoteDataset> now = look(run_.calls, there.id);
      if (!now) throw;
      const bool done = std::none_of(now->resources.begin(), now->resources.end(), [&](const auto& one) {
        return std::find(marked.begin(), marked.end(), one.id) != marked.end() && is_marked(one);
      });
      if (done) return *now;
      // These members are ours alone; whatever else changed is left as it is.
      revision = member_revision(there.id, state_of(*now), now->modified, put, gone);
      if (attempt > 3 || (!unmatched && !try_again(error, attempt))) throw;
    }
  }
}

void Publisher::verify(const DatasetPlan& plan, const RemoteDataset& there, bool published) {
  for (const Unmet& one : unmet(plan, there, published)) {
    if (serious(one)) throw difference_error(plan_.name, one);
    const std::string field = one.key.empty() ? one.field : one.key + ": " + one.field;
    result_.faults.push_back(Error(value_not_kept, {{"name", plan_.name, {}},
                                                    {"field", field, {}},
                                                    {"sent", one.sent, {}},
                                                    {"kept", one.kept.empty() ? "—" : one.kept, {}}}));
  }
  if (run_.options.verify_full) verify_downloads(there);
}

void Publisher::verify_downloads(const RemoteDataset& there) {
  for (const Action& action : plan_.actions) {
    const bool sent = action.change == Change::create || action.change == Change::upload;
    if (action.subject != Subject::resource || !sent) continue;
    const std::string id = resource_id(there, action);
    const std::string url = run_.calls.transport().base_url() + "/dataset/" + there.id + "/resource/" + id +
                            "/download/" + action.file.file_name;
    const PublishedBytes bytes = download(run_.calls.transport(), url);
    if (bytes.sha256 == action.file.sha256) continue;
    throw difference_error(plan_.name, {"SHA-256", action.file.sha256, bytes.sha256, action.key, true});
  }
}

}  // namespace anzenmap::ckan
