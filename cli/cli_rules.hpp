// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

extern const RuleInfo command_missing;
extern const RuleInfo command_unknown;
extern const RuleInfo option_unknown;
extern const RuleInfo option_repeated;
extern const RuleInfo value_missing;
extern const RuleInfo choice_unknown;
extern const RuleInfo number_unreadable;
extern const RuleInfo argument_missing;
extern const RuleInfo argument_surplus;
extern const RuleInfo area_unusable;
extern const RuleInfo code_unknown;
extern const RuleInfo result_unwritable;
extern const RuleInfo memory_exhausted;
extern const RuleInfo result_unshown;
extern const RuleInfo internal_fault;

}  // namespace anzenmap::cli

namespace anzenmap {

/// The faults of the command line and of the program as a whole, in code order.
[[nodiscard]] std::span<const RuleInfo* const> cli_rules();

}  // namespace anzenmap
