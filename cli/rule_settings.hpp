// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/pipeline/severities.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::cli {

/// The `rules` of a profile, found among all rules that there are. Throws Error (usage) for one that there is
/// not and for a severity that would hide what must be told.
[[nodiscard]] Severities rule_settings(const Profile& profile);

extern const RuleInfo setting_of_no_rule;
extern const RuleInfo setting_unsafe;

}  // namespace anzenmap::cli
