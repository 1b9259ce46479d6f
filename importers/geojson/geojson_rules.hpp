// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo geojson_lines;               ///< IN178 {file}
extern const RuleInfo geojson_not_geojson;         ///< IN180 {file} {reason}
extern const RuleInfo geojson_too_many_columns;    ///< IN181 {file} {limit}
extern const RuleInfo geojson_nested_value;        ///< IN182 {first}
extern const RuleInfo geojson_crs_member;          ///< IN183
extern const RuleInfo geojson_crs_unknown;         ///< IN184
extern const RuleInfo geojson_member_misplaced;    ///< IN185 {member} {holder}
extern const RuleInfo geojson_member_dropped;      ///< IN186 {member}
extern const RuleInfo geojson_bbox_invalid;        ///< IN187 {reason}
extern const RuleInfo geojson_properties_invalid;  ///< IN188
extern const RuleInfo geojson_id_invalid;          ///< IN189

[[nodiscard]] std::span<const RuleInfo* const> geojson_file_rules();

}  // namespace anzenmap
