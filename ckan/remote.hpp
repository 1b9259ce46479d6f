// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "ckan/plan.hpp"
#include "ckan/target.hpp"

// What a target has now, in the shape of CKAN's dictionaries, and the comparison that both targets share.

namespace anzenmap::ckan {

using Json = nlohmann::ordered_json;

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

/// The comparison: pure, no network. `remote` is null when there is no such dataset.
[[nodiscard]] DatasetPlan compare(const Dataset& wanted, const RemoteDataset* remote, TargetKind kind,
                                  const PlanOptions& options);

}  // namespace anzenmap::ckan
