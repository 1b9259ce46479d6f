// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

/// Every rule of every room, in code order.
[[nodiscard]] std::vector<const RuleInfo*> all_rules();

/// By code in any case ("pl301") or by name ("place-missing"); nullptr when there is none.
[[nodiscard]] const RuleInfo* find_rule(std::string_view code_or_name);

}  // namespace anzenmap::cli
