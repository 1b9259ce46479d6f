// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "ckan/static/catalogue_folder.hpp"
#include "ckan/target.hpp"

namespace anzenmap::ckan {

/// Compares with what the folder has. Where only the catalogue's pages are not what they should be (a run was
/// killed, somebody deleted them, a map came), that is a change of the first dataset. Throws Error.
[[nodiscard]] Plan plan_for_folder(const CatalogueFolder& folder, std::span<const Dataset> datasets,
                                   const PlanOptions& options);

/// A plan that takes the datasets away; one that is not there is unchanged.
[[nodiscard]] Plan plan_folder_withdrawal(const CatalogueFolder& folder, std::span<const std::string> names);

}  // namespace anzenmap::ckan
