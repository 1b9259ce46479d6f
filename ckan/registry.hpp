// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

/// All rules of ckan/.
[[nodiscard]] std::vector<const RuleInfo*> ckan_rules();

}  // namespace anzenmap::ckan
