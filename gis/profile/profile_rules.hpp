// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo profile_not_found;
extern const RuleInfo profile_unreadable;
extern const RuleInfo column_unknown;
extern const RuleInfo column_missing;
extern const RuleInfo column_personal;
extern const RuleInfo column_repeated;
extern const RuleInfo keep_unknown;
extern const RuleInfo field_unknown;

[[nodiscard]] std::span<const RuleInfo* const> profile_rules();

}  // namespace anzenmap
