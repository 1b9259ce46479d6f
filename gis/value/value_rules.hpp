// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// All rules of gis/value in code order.
[[nodiscard]] std::span<const RuleInfo* const> value_rules();

}  // namespace anzenmap
