// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::gpx {

extern const RuleInfo gpx_not_gpx;          ///< IN240 {file} {root}; an Error
extern const RuleInfo extensions_not_read;  ///< IN241 {count}
extern const RuleInfo times_left_out;       ///< IN242 {count}
extern const RuleInfo segments_left_out;    ///< IN243 {count}

[[nodiscard]] std::span<const RuleInfo* const> gpx_rules();

}  // namespace anzenmap::gpx
