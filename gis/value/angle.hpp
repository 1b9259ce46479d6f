// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

enum class Axis : std::uint8_t { latitude, longitude };

extern const RuleInfo angle_sexagesimal;    ///< VA240: degrees, minutes and seconds were reckoned to degrees
extern const RuleInfo angle_rewritten;      ///< VA241: N, 度 or the like were taken off
extern const RuleInfo angle_decimal_comma;  ///< VA242: 34,047171
extern const RuleInfo angle_other_axis;     ///< VA243: 東経 in a latitude cell
extern const RuleInfo angle_unreadable;     ///< VA244
extern const RuleInfo angle_sixty;          ///< VA245: minutes or seconds of 60 or more
extern const RuleInfo angle_out_of_range;   ///< VA246: more than 180 degrees
extern const RuleInfo angle_pair;           ///< VA247: both coordinates in one cell

/// To decimal degrees with at most 9 decimals. Plain = is_plain_angle(). Latitudes beyond 90 pass, so that
/// swapped axes can be seen by gis/place. "" is plain (null).
[[nodiscard]] Conversion read_angle(std::string_view raw, Axis axis);

/// A JSON number without exponent within -180 and 180; sets `degrees`. No allocation.
[[nodiscard]] bool is_plain_angle(std::string_view text, double& degrees) noexcept;

/// The axis that the text itself names (北緯, 南緯, N, S or 東経, 西経, E, W); std::nullopt when none or
/// both.
[[nodiscard]] std::optional<Axis> stated_axis(std::string_view raw);

}  // namespace anzenmap
