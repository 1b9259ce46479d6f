// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

/// The rules that RuleStage runs, in the order in which they look. A new rule: its header in the .cpp, a line
/// in both tables there.
[[nodiscard]] std::span<const MakeRule> record_rule_makers();

/// What they tell, in code order.
[[nodiscard]] std::span<const RuleInfo* const> record_rules();

}  // namespace anzenmap
