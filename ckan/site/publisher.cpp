// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/publisher.hpp"

#include <chrono>
#include <thread>

#include "ckan/plan_rules.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

std::string words_for(const Action& action) {
  switch (action.subject) {
    case Subject::dataset:
      return "dataset";
    case Subject::resource:
      return "resource " + action.key;
    case Subject::view:
      return "view " + action.key;
    case Subject::datastore:
      return "datastore " + action.key;
  }
  return {};
}

bool is_change(const Action& action) {
  return action.change != Change::unchanged && action.change != Change::leave;
}

}  // namespace

void Run::tell(ApplyProgress::Step step, const std::string& dataset, std::uint64_t sent,
               std::uint64_t total) {
  if (!options.progress) return;
  const std::lock_guard<std::mutex> lock(telling);
  options.progress({step, dataset, sent, total});
}

DatasetResult Publisher::publish() {
  result_.name = plan_.name;
  result_.id = plan_.id;
  if (!plan_.changes()) {
    result_.state = DatasetResult::State::unchanged;
    return std::move(result_);
  }
  run_.tell(ApplyProgress::Step::started, plan_.name);
  try {
    if (plan_.removes() && !run_.options.deletes_confirmed)
      throw Error(delete_unconfirmed, {{"name", plan_.name, {}}}, Error::Kind::refused);
    const Action& dataset = plan_.actions.front();
    const bool goes = dataset.subject == Subject::dataset && dataset.change == Change::remove;
    check_files();
    if (goes) {
      withdraw();
    } else if (plan_.id.empty()) {
      publish_new();
    } else {
      publish_change();
    }
    if (result_.state == DatasetResult::State::not_tried) result_.state = DatasetResult::State::applied;
    run_.tell(ApplyProgress::Step::done, plan_.name);
  } catch (const Error& error) {
    fail(error);
    run_.tell(ApplyProgress::Step::failed, plan_.name);
  }
  return std::move(result_);
}

void Publisher::check_files() const {
  for (const Action& action : plan_.actions) {
    const PlannedFile& file = action.file;
    if (file.path.empty()) continue;
    std::uint64_t bytes = 0;
    std::string sha256;
    const FileState state = hash_file(file.path, bytes, sha256);
    if (state == FileState::read && bytes == file.bytes && sha256 == file.sha256) continue;
    const bool gone = state != FileState::read;
    throw Error(file_changed_since_plan,
                {{"path", file.path, {}},
                 {"reason", gone ? "なくなったか、読めなくなりました" : "書きかえられました",
                  gone ? "is gone or unreadable" : "was changed"}},
                Error::Kind::refused);
  }
}

void Publisher::withdraw() {
  for (int attempt = 0;; ++attempt) {
    const std::optional<RemoteDataset> there = look(run_.calls, plan_.id);
    if (!there || there->deleted) break;
    const auto changed = differences(Json::parse(plan_.prior), state_of(*there));
    if (!changed.empty()) refuse_conflict(changed.front());
    Json arguments = Json::object();
    arguments["id"] = plan_.id;
    try {
      (void)run_.calls.write("package_delete", arguments);
      break;
    } catch (const Error& error) {
      if (!try_again(error, attempt)) throw;
    }
  }
  account(nullptr);
}

bool Publisher::try_again(const Error& error, int attempt) const {
  constexpr int kAttempts = 4;
  if (!outcome_unknown(error) || attempt + 1 >= kAttempts) return false;
  pause(attempt);
  return true;
}

void Publisher::pause(int attempt) const {
  double seconds = run_.first_pause_seconds;
  for (int i = 0; i < attempt; ++i) seconds *= 2;
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

void Publisher::account(const RemoteDataset* there) {
  for (const Action& action : plan_.actions)
    if (is_change(action)) result_.done.push_back(words_for(action));
  if (there == nullptr) return;
  result_.id = there->id;
  result_.url = run_.calls.transport().base_url() + "/dataset/" + there->name;
  for (const RemoteResource& resource : there->resources) {
    const auto url = resource.fields.find("url");
    if (url != resource.fields.end() && url->is_string())
      result_.resource_urls.push_back(url->get<std::string>());
  }
}

void Publisher::fail(const Error& error) {
  const bool refused = error.kind() == Error::Kind::refused;
  result_.state = refused ? DatasetResult::State::refused : DatasetResult::State::failed;
  result_.faults.push_back(error);
  if (bytes_uncertain_) result_.faults.push_back(Error(published_file_uncertain, {{"name", plan_.name, {}}}));
  const bool of_another = &error.rule() == &changed_meanwhile || &error.rule() == &plan_stale;
  if (left_private_ && !of_another)
    result_.faults.push_back(Error(left_unfinished, {{"name", plan_.name, {}}}));
  if (!result_.done.empty()) return;
  result_.done = done_;
  for (const Action& action : plan_.actions)
    if (is_change(action)) result_.remaining.push_back(words_for(action));
}

}  // namespace anzenmap::ckan
