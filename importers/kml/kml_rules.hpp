// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::kml {

extern const RuleInfo kml_not_kml;                ///< IN220 {file} {root}; an Error
extern const RuleInfo values_disagree;            ///< IN221 {kept}
extern const RuleInfo only_network_link;          ///< IN222 {address}
extern const RuleInfo address_without_place;      ///< IN223 {count} {first}
extern const RuleInfo network_link_not_followed;  ///< IN224 {count} {address}
extern const RuleInfo hidden_placemarks_read;     ///< IN225 {count}
extern const RuleInfo overlays_not_read;          ///< IN226 {count}
extern const RuleInfo coordinates_run_together;   ///< IN227
extern const RuleInfo coordinates_unclear;        ///< IN228
extern const RuleInfo heights_above_ground;       ///< IN229 {count}
extern const RuleInfo image_embedded;             ///< IN230
extern const RuleInfo time_span_shortened;        ///< IN231 {end}
extern const RuleInfo geometry_unknown;           ///< IN232

[[nodiscard]] std::span<const RuleInfo* const> kml_rules();

}  // namespace anzenmap::kml
