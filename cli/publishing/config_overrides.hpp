// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ckan/dataset.hpp"
#include "cli/config.hpp"

namespace anzenmap::cli {

/// What a person said for a package, completed by what anzenmap.json says of the NAMEs in it: the dataset's
/// name, and the office's own title, organisation, licence and tags where the package has none. Throws Error.
[[nodiscard]] ckan::DatasetOverrides with_config(ckan::DatasetOverrides said, const Config& config,
                                                 const std::string& package);

}  // namespace anzenmap::cli
