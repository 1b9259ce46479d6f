// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/plan.hpp"
#include "ckan/target.hpp"

// What a target has now, in the shape of CKAN's dictionaries, and the comparison that both targets share.

namespace anzenmap::ckan {

using Json = nlohmann::ordered_json;

/// Members of ours on a resource: its key in the package, and the SHA-256 of what the DataStore was filled
/// with ("check:" before it = filled by a later run, so look again).
inline constexpr const char* kKeyMember = "anzenmap_key";
inline constexpr const char* kDatastoreMember = "anzenmap_datastore";
/// Extra of a dataset (member of a resource) that an unfinished run left: its value begins with what that run
/// called itself. The last write of a run takes it away.
inline constexpr const char* kUnfinished = "anzenmap_unfinished";

struct RemoteResource {
  std::string key;  ///< our `anzenmap_key` member; of others' resources empty
  std::string id;
  std::string file_name;  ///< last part of its URL
  std::string sha256;     ///< of its `hash`, without "sha256:"; empty = unknown
  std::uint64_t bytes = 0;
  Json fields;  ///< the whole dictionary
};

struct RemoteDataset {
  std::string name;
  std::string id;
  std::string modified;
  bool is_private = false;
  bool deleted = false;
  Json fields;  ///< the whole dictionary, without resources
  std::vector<RemoteResource> resources;
};

/// A dictionary of package_show, package_search, or of the same shape.
[[nodiscard]] RemoteDataset remote_dataset(Json dictionary);
/// Left private by a run that did not come to its end.
[[nodiscard]] bool is_unfinished(const RemoteDataset& remote);
/// A resource whose views or DataStore a run has not finished.
[[nodiscard]] bool is_marked(const RemoteResource& resource);
/// Value of a dataset's extra; empty when there is none.
[[nodiscard]] std::string extra_of(const RemoteDataset& remote, std::string_view key);

/// The dictionary of a dataset that is not there yet, resources with hash and size.
[[nodiscard]] Json wanted_dictionary(const Dataset& dataset, TargetKind kind);
/// The file name that a server is told: of [a-z0-9._-], so that it stays as it is.
[[nodiscard]] std::string upload_name(const Resource& resource);
/// Table Schema of the columns as one line of JSON; empty when there are none.
[[nodiscard]] std::string schema_text(const Resource& resource);

/// For each of `wanted` the index of its published resource, or -1: by our key, else by file name among
/// those without a key, else by format and title where only one has them.
[[nodiscard]] std::vector<int> pair_resources(const std::vector<Resource>& wanted,
                                              const std::vector<RemoteResource>& published);

/// The comparison: pure, no network. `remote` is null when there is no such dataset.
[[nodiscard]] DatasetPlan compare(const Dataset& wanted, const RemoteDataset* remote, TargetKind kind,
                                  const PlanOptions& options);

/// What must still hold when a plan is applied: texts of the dataset, tags, groups, extras, and of each
/// resource what a write by somebody would change. Never metadata_modified: CKAN touches it for nothing.
[[nodiscard]] Json state_of(const RemoteDataset& remote);
/// Members that differ between two such states.
[[nodiscard]] std::vector<FieldChange> differences(const Json& before, const Json& now);

/// The dictionary as it is after the plan: `before` is the present one (null for a new dataset). Resources
/// that come are at the end, without id.
[[nodiscard]] Json planned_dictionary(const Json& before, const DatasetPlan& plan);

}  // namespace anzenmap::ckan
