// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

extern const RuleInfo template_exists;
extern const RuleInfo template_kind_unknown;

[[nodiscard]] std::span<const RuleInfo* const> template_rules();

}  // namespace anzenmap::cli
