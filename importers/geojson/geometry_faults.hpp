// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo feature_not_object;      ///< GE400
extern const RuleInfo feature_type_invalid;    ///< GE401 {found}
extern const RuleInfo geometry_not_object;     ///< GE402
extern const RuleInfo geometry_type_invalid;   ///< GE403 {found}
extern const RuleInfo coordinates_missing;     ///< GE404
extern const RuleInfo position_too_short;      ///< GE405
extern const RuleInfo coordinate_not_number;   ///< GE406
extern const RuleInfo coordinates_nesting;     ///< GE407 {kind}
extern const RuleInfo line_too_short;          ///< GE408 {count}
extern const RuleInfo ring_too_short;          ///< GE409 {count}
extern const RuleInfo ring_not_closed;         ///< GE410 {first} {last}
extern const RuleInfo latitude_beyond_pole;    ///< GE411
extern const RuleInfo ring_winding;            ///< GE420
extern const RuleInfo collection_nested;       ///< GE421
extern const RuleInfo collection_single;       ///< GE422
extern const RuleInfo collection_uniform;      ///< GE423 {kind}
extern const RuleInfo position_too_long;       ///< GE424
extern const RuleInfo coordinate_decimals;     ///< GE425
extern const RuleInfo vertex_doubled;          ///< GE426
extern const RuleInfo geometry_empty;          ///< GE427
extern const RuleInfo feature_member_missing;  ///< GE428 {member}

[[nodiscard]] std::span<const RuleInfo* const> geojson_geometry_rules();

}  // namespace anzenmap
