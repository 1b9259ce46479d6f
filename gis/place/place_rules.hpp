// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo place_missing;
extern const RuleInfo place_half;
extern const RuleInfo place_null_island;
extern const RuleInfo place_outside_hard;
extern const RuleInfo place_outside_expected;
extern const RuleInfo place_swapped;
extern const RuleInfo place_decimals;
extern const RuleInfo place_not_degrees;
extern const RuleInfo place_not_metres;
extern const RuleInfo place_not_transformed;
extern const RuleInfo place_property_differs;
extern const RuleInfo place_shape_unreadable;
extern const RuleInfo place_shape_kept;
extern const RuleInfo place_shape_turned;

[[nodiscard]] std::span<const RuleInfo* const> place_rules();

}  // namespace anzenmap
