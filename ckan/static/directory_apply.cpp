// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/directory_apply.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "ckan/plan_rules.hpp"
#include "ckan/static/catalogue_lock.hpp"
#include "ckan/static/catalogue_pages.hpp"
#include "ckan/static/placing.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::ckan {
namespace {

using State = DatasetResult::State;
using Step = ApplyProgress::Step;

std::string words_of(const Action& action) {
  return action.subject == Subject::dataset ? "dataset" : "resource " + action.key;
}

std::vector<std::string> changed_things(const DatasetPlan& plan) {
  std::vector<std::string> out;
  for (const Action& action : plan.actions)
    if (action.change != Change::unchanged && action.change != Change::leave) out.push_back(words_of(action));
  return out;
}

std::uint64_t bytes_to_send(const DatasetPlan& plan) {
  std::uint64_t bytes = 0;
  for (const Action& action : plan.actions)
    if (action.subject == Subject::resource) bytes += action.file.bytes;
  return bytes;
}

class FolderApplication {
 public:
  FolderApplication(const CatalogueFolder& folder, const Plan& plan, const ApplyOptions& options)
      : folder_(folder), plan_(plan), options_(options), placed_(plan.datasets.size()) {
    for (const DatasetPlan& dataset : plan.datasets) {
      DatasetResult& result = result_.datasets.emplace_back();
      result.name = result.id = dataset.name;
      result.remaining = changed_things(dataset);
      if (result.remaining.empty()) result.state = State::unchanged;
    }
  }

  ApplyResult run() {
    for (std::size_t i = 0; i < placed_.size(); ++i)
      if (result_.datasets[i].state == State::not_tried) place(i);
    try {
      write_pages();
    } catch (const Error& error) {
      for (std::size_t i = 0; i < placed_.size(); ++i)
        if (placed_[i]) fail(i, error);
      return std::move(result_);
    }
    for (std::size_t i = 0; i < placed_.size(); ++i)
      if (placed_[i]) finish(i);
    return std::move(result_);
  }

 private:
  void tell(Step step, std::size_t i, std::uint64_t sent = 0) const {
    const DatasetPlan& dataset = plan_.datasets[i];
    if (options_.progress) options_.progress({step, dataset.name, sent, bytes_to_send(dataset)});
  }

  void fail(std::size_t i, const Error& error) {
    placed_[i].reset();
    result_.datasets[i].state = error.kind() == Error::Kind::world ? State::failed : State::refused;
    result_.datasets[i].faults.push_back(error);
    tell(Step::failed, i);
  }

  void refuse_unfit(std::size_t i) const {
    const DatasetPlan& dataset = plan_.datasets[i];
    if (dataset.removes() && !options_.deletes_confirmed)
      throw Error(delete_unconfirmed, {{"name", dataset.name, {}}}, Error::Kind::refused);
    for (std::size_t j = 0; j < i; ++j)
      if (plan_.datasets[j].name == dataset.name)
        throw Error(plan_stale,
                    {{"name", dataset.name, {}},
                     {"reason", "同じ名前が計画に二回あります", "the plan has this name twice"}},
                    Error::Kind::refused);
  }

  void place(std::size_t i) {
    tell(Step::started, i);
    std::uint64_t sent = 0;
    try {
      refuse_unfit(i);
      placed_[i] = place_files(folder_, plan_.datasets[i], [&](std::uint64_t bytes) {
        sent += bytes;
        tell(Step::sending, i, sent);
      });
      result_.writes += placed_[i]->placed.size();
    } catch (const Error& error) {
      fail(i, error);
    }
  }

  // Made of what is there and of what is in place already: a dataset that failed is shown as it was.
  void write_pages() {
    std::vector<std::string> handled;
    std::vector<Entry> entries;
    for (const std::optional<PlacedDataset>& one : placed_) {
      if (!one) continue;
      handled.push_back(one->plan->name);
      if (!one->withdrawn)
        entries.push_back(entry_of(one->dataset, one->files, folder_.maps_of(one->plan->name)));
    }
    if (handled.empty()) return;
    std::vector<Entry> others = entries_in(folder_, handled);
    std::move(others.begin(), others.end(), std::back_inserter(entries));
    const std::vector<CataloguePage> pages = pages_of(std::move(entries));
    const std::vector<FieldChange> changes = changed_pages(folder_, pages);
    if (changes.empty()) return;
    OutputSet set(folder_.path());
    for (const CataloguePage& page : pages)
      if (std::any_of(changes.begin(), changes.end(),
                      [&](const FieldChange& change) { return change.field == page.name; }))
        set.create(std::string(page.name)).write(page.text);
    set.commit();
    result_.writes += changes.size();
  }

  void verify(const PlacedDataset& placed) const {
    for (std::size_t i = 0; i < placed.files.size(); ++i) {
      std::uint64_t bytes = 0;
      std::string sha256;
      const std::string path = folder_.path_of(placed.plan->name, placed.files[i].path);
      if (hash_file(path, bytes, sha256) == FileState::read && sha256 == placed.files[i].sha256) continue;
      throw Error(upload_differs, {{"name", placed.plan->name, {}},
                                   {"key", placed.dataset.resources[i].key, {}},
                                   {"reason", "中身が違います", "its content differs"}});
    }
  }

  void finish(std::size_t i) {
    DatasetResult& result = result_.datasets[i];
    try {
      result_.writes += finish_dataset(folder_, *placed_[i]);
      if (options_.verify_full) verify(*placed_[i]);
    } catch (const Error& error) {
      fail(i, error);
      return;
    }
    result.state = State::applied;
    result.done = std::move(result.remaining);
    result.remaining.clear();
    if (!placed_[i]->withdrawn) {
      result.url = folder_.path_of("index.html") + '#' + result.name;
      for (const PackagedFile& file : placed_[i]->files)
        result.resource_urls.push_back(folder_.path_of(result.name, file.path));
    }
    tell(Step::done, i);
  }

  const CatalogueFolder& folder_;
  const Plan& plan_;
  const ApplyOptions& options_;
  std::vector<std::optional<PlacedDataset>> placed_;
  ApplyResult result_;
};

}  // namespace

ApplyResult apply_to_folder(const CatalogueFolder& folder, const Plan& plan, const ApplyOptions& options) {
  if (plan.kind != TargetKind::directory || plan.target != folder.path())
    throw Error(plan_of_another_target, {{"planned", plan.target, {}}, {"target", folder.path(), {}}},
                Error::Kind::refused);
  FolderApplication application(folder, plan, options);
  if (!plan.changes()) return application.run();
  const OutputSet made(folder.path());  // the folder itself, and nothing that a killed run left in it
  const CatalogueLock lock(folder.path());
  static_cast<void>(changed_pages(folder, pages_of({})));  // refuses somebody else's pages first
  return application.run();
}

}  // namespace anzenmap::ckan
