// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ckan/static/catalogue_folder.hpp"

// A run that is killed between putting a dataset's first files in place and writing its datapackage.json
// leaves files that nothing vouches for. Their names are noted before, so that the next run knows them as
// ours and need not take them for somebody else's.

namespace anzenmap::ckan {

inline constexpr std::string_view kUnfinishedName = ".anzenmap-unfinished.json";

[[nodiscard]] std::vector<std::string> unfinished_names(const CatalogueFolder& folder,
                                                        std::string_view dataset);
/// Adds to what an earlier run noted. Throws Error.
void note_unfinished(const CatalogueFolder& folder, std::string_view dataset,
                     const std::vector<std::string>& names);

}  // namespace anzenmap::ckan
