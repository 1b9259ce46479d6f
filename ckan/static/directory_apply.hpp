// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/static/catalogue_folder.hpp"
#include "ckan/target.hpp"

namespace anzenmap::ckan {

/// Does what the plan says, under the catalogue's lock and in an order that a run killed anywhere leaves
/// repairable: first the files of all datasets, then the catalogue's pages, then each datapackage.json, which
/// is what the next run compares with. Throws Error when nothing at all could be done.
[[nodiscard]] ApplyResult apply_to_folder(const CatalogueFolder& folder, const Plan& plan,
                                          const ApplyOptions& options);

}  // namespace anzenmap::ckan
