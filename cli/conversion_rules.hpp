// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

extern const RuleInfo crs_contradicted;
extern const RuleInfo reading_unsettled;
extern const RuleInfo name_unlawful;
extern const RuleInfo output_is_input;
extern const RuleInfo rejects_renumbered;
extern const RuleInfo day_unusable;

[[nodiscard]] std::span<const RuleInfo* const> conversion_rules();

}  // namespace anzenmap::cli
