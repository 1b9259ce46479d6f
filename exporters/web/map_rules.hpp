// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo map_left_out;       ///< OU740, of the dataset; {limit}
extern const RuleInfo map_parts_missing;  ///< OU741, of the dataset, or an Error when the map was asked for
extern const RuleInfo tiles_unusable;     ///< OU742, Error; {path}, {reason}

extern const RuleInfo boundary_unusable;  ///< OU743, Error; {path}

}  // namespace anzenmap
