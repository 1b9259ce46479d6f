// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

extern const RuleInfo metadata_unusable;
extern const RuleInfo config_unreadable;
extern const RuleInfo config_member_unusable;
extern const RuleInfo config_member_unknown;
extern const RuleInfo config_has_token;

/// In code order.
[[nodiscard]] std::span<const RuleInfo* const> config_rules();

}  // namespace anzenmap::cli
