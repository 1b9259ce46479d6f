// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// Something of a plan that is not so on the server.
struct Unmet {
  std::string field;
  std::string sent;  ///< JSON texts; empty = absent
  std::string kept;
  std::string key;      ///< of a resource; empty = the dataset
  bool serious = true;  ///< files, resources, visibility; else a value that the site may have rewritten
};

/// Where the server differs from what the plan makes of it.
[[nodiscard]] std::vector<Unmet> unmet(const DatasetPlan& plan, const RemoteDataset& there, bool published);

}  // namespace anzenmap::ckan
