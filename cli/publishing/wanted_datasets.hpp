// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ckan/dataset.hpp"
#include "cli/config.hpp"

namespace anzenmap::cli {

/// Reads the packages, with what anzenmap.json says of them. Throws Error: unreadable, or two of one name.
[[nodiscard]] std::vector<ckan::Dataset> wanted_datasets(const std::vector<std::string>& packages,
                                                         const ckan::DatasetOverrides& said,
                                                         const Config& config);

}  // namespace anzenmap::cli
