// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// Text of the new datapackage.json: `made`, and of `before` (the text so far; empty = none) the members that
/// somebody else put there, of the package and of each resource that stays.
[[nodiscard]] std::string merged_descriptor(const std::string& before, Json made);

}  // namespace anzenmap::ckan
