// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ckan/site/calls.hpp"
#include "ckan/site/facts.hpp"
#include "ckan/site/revision.hpp"
#include "ckan/site/unmet.hpp"

namespace anzenmap::ckan {

/// What the datasets of one apply share.
struct Run {
  Calls& calls;
  SiteFacts& facts;
  const ApplyOptions& options;
  std::string name;            ///< what this run calls itself in kUnfinished
  double first_pause_seconds;  ///< before a write is repeated; doubled each time
  /// The plan was made by this very program: what it wants and finds done was done by itself, by an answer
  /// lost or a request that came twice. A saved plan that finds it so is stale.
  bool own_plan;
  std::mutex telling = {};
  std::atomic<bool> lacks_revise = false;

  void tell(ApplyProgress::Step step, const std::string& dataset, std::uint64_t sent = 0,
            std::uint64_t total = 0);
};

/// The answer of a CKAN that does not know package_revise.
[[nodiscard]] bool lacks_revise(const Error& error);

/// Brings one dataset to what its plan says. One writer a dataset: used by one thread.
class Publisher {
 public:
  Publisher(Run& run, const DatasetPlan& plan) : run_(run), plan_(plan) {}

  /// Throws nothing but std::bad_alloc: faults are in the result.
  [[nodiscard]] DatasetResult publish();

 private:
  void check_files() const;
  void publish_new();
  void publish_change();
  [[nodiscard]] bool came_to_its_end();
  void complete_half(const DatasetPlan& plan, Json state, std::string modified);
  void withdraw();

  [[nodiscard]] RemoteDataset create();
  [[nodiscard]] std::optional<RemoteDataset> created_by_us();
  [[nodiscard]] RemoteDataset adopt_or_refuse();
  [[nodiscard]] bool is_half_of_ours(const RemoteDataset& there) const;
  [[nodiscard]] DatasetPlan uploads_for(const RemoteDataset& there) const;
  void check_license(const RemoteDataset& there);

  /// One package_revise, repeated where that is safe; what then is there.
  RemoteDataset revise(const DatasetPlan& plan, const Json& state, const std::string& modified,
                       const RevisionExtras& extras);
  RemoteDataset send(const Revision& revision);
  RemoteDataset finish(const RemoteDataset& there, const std::vector<std::pair<std::string, Json>>& put,
                       const std::vector<std::string>& marked);
  RemoteDataset revise_weakly(const DatasetPlan& plan, const Json& state, const RevisionExtras& extras);
  void write_resource_weakly(const DatasetPlan& plan, const Action& action, const RevisionExtras& extras);
  RemoteDataset finish_weakly(const RemoteDataset& there,
                              const std::vector<std::pair<std::string, Json>>& put,
                              const std::vector<std::string>& marked);
  void tell_weaker();
  [[noreturn]] void refuse_conflict(const FieldChange& change) const;
  [[noreturn]] void refuse_gone() const;
  [[nodiscard]] bool try_again(const Error& error, int attempt) const;
  void verify(const DatasetPlan& plan, const RemoteDataset& there, bool published);
  void verify_downloads(const RemoteDataset& there);
  void pause(int attempt) const;

  /// Fills DataStores and makes views; the members that say so, by resource id.
  std::vector<std::pair<std::string, Json>> fill_tables(const RemoteDataset& there, bool fresh);
  void update_tables(const RemoteDataset& there);
  void make_views(const RemoteDataset& there);
  void check_loaded_tables(const RemoteDataset& there);
  [[nodiscard]] std::string resource_id(const RemoteDataset& there, const Action& action) const;

  void account(const RemoteDataset* there);
  void fail(const Error& error);

  Run& run_;
  const DatasetPlan& plan_;
  DatasetResult result_;
  bool left_private_ = false;     ///< ours is there and nobody can see it
  bool bytes_uncertain_ = false;  ///< files were sent, and the answer was no answer
  std::vector<std::string> done_;
};

}  // namespace anzenmap::ckan
