// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ckan/dataset.hpp"
#include "ckan/http/transport.hpp"
#include "ckan/plan.hpp"

namespace anzenmap::ckan {

struct PlanOptions {
  bool remove_missing =
      false;  ///< resources of ours that the package no longer has are deleted, else left alone
  bool allow_errors = false;  ///< written records with errors may be published
  bool datastore = false;
};

/// How far applying got. Called from any thread, one at a time.
struct ApplyProgress {
  enum class Step { started, sending, done, failed } step;
  std::string dataset;
  std::uint64_t sent = 0;  ///< bytes, of `sending`
  std::uint64_t total = 0;
};

struct ApplyOptions {
  bool deletes_confirmed = false;
  bool verify_full = false;  ///< download each file that was sent and compare its bytes
  unsigned parallel = 4;     ///< datasets at a time
  std::function<void(const ApplyProgress&)> progress;
};

/// What became of one dataset.
struct DatasetResult {
  enum class State { unchanged, applied, refused, failed, not_tried } state = State::not_tried;
  std::string name;
  std::string id;
  std::string url;  ///< its page for people; empty = none
  std::vector<std::string> resource_urls;
  std::vector<std::string>
      done;  ///< keys of what was changed, in words of the plan: "dataset", "resource a-csv"
  std::vector<std::string> remaining;  ///< likewise, of what was not
  std::vector<Error> faults;           ///< why it was refused or failed; warnings of an applied one
};

struct ApplyResult {
  std::vector<DatasetResult> datasets;  ///< in the plan's order
  std::uint64_t requests = 0;
  std::uint64_t writes = 0;
};

/// What a catalogue says of itself and of the token.
struct TargetFacts {
  TargetKind kind = TargetKind::ckan;
  std::string url;
  std::string title;
  std::string version;  ///< empty = hidden
  std::vector<std::string> extensions;
  std::string user;                        ///< empty = anonymous
  std::vector<std::string> organizations;  ///< in which the token may create datasets
  std::vector<std::string> licenses;       ///< ids
  bool has_revise = true;                  ///< package_revise; else writes are guarded more weakly
};

/// One published dataset, for lists and for people.
struct PublishedResource {
  std::string key;
  std::string id;
  std::string title;
  std::string format;
  std::string url;
  std::string sha256;
  std::uint64_t bytes = 0;
};
struct PublishedDataset {
  std::string name;
  std::string id;
  std::string title;
  std::string organization;
  std::string modified;
  std::string url;
  bool is_private = false;
  std::vector<PublishedResource> resources;
};

/// A published resource checked by downloading it.
struct ResourceCheck {
  std::string dataset;
  std::string key;
  std::string url;
  enum class State { good, missing, changed, unverified } state = State::unverified;
  std::optional<Error> fault;
};

/// Where datasets are published: a CKAN, or a folder that is a static catalogue.
class Target {
 public:
  virtual ~Target() = default;

  [[nodiscard]] virtual TargetFacts facts() = 0;
  /// Compares with what is there. Reads only. Throws Error: refused (audience, errors, rights, a name that is
  /// somebody else's) or of the world.
  [[nodiscard]] virtual Plan plan(std::span<const Dataset> datasets, const PlanOptions& options) = 0;
  /// Does what the plan says and no more; each dataset stands for itself. Refuses what is stale. Faults of
  /// one dataset are in its result; throws Error only when nothing at all could be done.
  [[nodiscard]] virtual ApplyResult apply(const Plan& plan, const ApplyOptions& options) = 0;

  /// Datasets of an organisation (empty = all that the token's owner may change, or all of the folder).
  [[nodiscard]] virtual std::vector<PublishedDataset> list(const std::string& organization) = 0;
  [[nodiscard]] virtual PublishedDataset show(const std::string& name) = 0;
  /// Writes the dataset as a data package into `folder`, which is made when missing. Throws Error.
  virtual void pull(const std::string& name, const std::string& folder) = 0;
  /// A plan that deletes these datasets.
  [[nodiscard]] virtual Plan plan_withdrawal(std::span<const std::string> names) = 0;
  /// Downloads each resource and compares size and hash.
  [[nodiscard]] virtual std::vector<ResourceCheck> check(std::span<const std::string> names) = 0;
};

/// A CKAN. Throws Error.
[[nodiscard]] std::unique_ptr<Target> open_ckan(TransportSettings settings);
/// A folder, made when missing at the first apply. Throws Error.
[[nodiscard]] std::unique_ptr<Target> open_directory(const std::string& folder);

}  // namespace anzenmap::ckan
