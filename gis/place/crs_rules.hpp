// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo plane_swapped;
extern const RuleInfo grid_has_gap;
extern const RuleInfo plane_outside_zone;

}  // namespace anzenmap
