// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::photo {

extern const RuleInfo photo_unreadable;     ///< IN300 {file} {reason}
extern const RuleInfo photo_without_place;  ///< IN301 {file}
extern const RuleInfo place_broken;         ///< IN302 {file} {said}
extern const RuleInfo hemisphere_missing;   ///< IN303 {file}
extern const RuleInfo datum_unknown;        ///< IN304 {file} {datum}
extern const RuleInfo clock_differs;        ///< IN305 {file} {camera} {gps} {minutes}
extern const RuleInfo files_passed_over;    ///< IN306 {count} {first}
extern const RuleInfo file_name_inside;     ///< IN307

// Told where a record names its photo.
extern const RuleInfo place_from_photo;    ///< IN308 {file}
extern const RuleInfo photo_far;           ///< IN309 {file} {distance} {said} {found}
extern const RuleInfo photo_of_other_day;  ///< IN310 {file} {said} {found}

[[nodiscard]] std::span<const RuleInfo* const> photo_rules();

}  // namespace anzenmap::photo
