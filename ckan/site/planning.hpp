// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "ckan/site/calls.hpp"
#include "ckan/site/facts.hpp"

namespace anzenmap::ckan {

/// The plan for a CKAN: one search, and where something changes the token's rights and the site's licences.
/// Throws Error.
[[nodiscard]] Plan plan_for_site(Calls& calls, SiteFacts& facts, std::span<const Dataset> datasets,
                                 const PlanOptions& options);
/// A plan that deletes these datasets. Throws Error.
[[nodiscard]] Plan plan_site_withdrawal(Calls& calls, std::span<const std::string> names);

/// Refuses what must not be published, before any request: not public, with errors, unlawful for CKAN.
void refuse_unpublishable(const Dataset& dataset, const PlanOptions& options);

}  // namespace anzenmap::ckan
