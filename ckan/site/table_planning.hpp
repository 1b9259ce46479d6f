// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/site/calls.hpp"
#include "ckan/site/facts.hpp"

namespace anzenmap::ckan {

/// Fills in what only the files and the DataStore can tell: how many rows are sent, and whether any are. What
/// cannot be loaded, and what the site loads by itself, is left.
void plan_tables(Calls& calls, SiteFacts& facts, DatasetPlan& plan, const Json& wanted);

/// The site has a loader of its own, which would undo what others put into the DataStore.
[[nodiscard]] bool loads_by_itself(SiteFacts& facts);

/// The dictionary of a resource in what is sent, by key; an empty object when it is not there.
[[nodiscard]] Json wanted_resource(const Json& wanted, const std::string& key);

}  // namespace anzenmap::ckan
