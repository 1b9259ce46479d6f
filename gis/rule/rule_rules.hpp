// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo value_required;
extern const RuleInfo value_too_long;
extern const RuleInfo value_too_short;
extern const RuleInfo value_too_small;
extern const RuleInfo value_too_large;
extern const RuleInfo value_wrong_form;
extern const RuleInfo value_not_listed;
extern const RuleInfo value_repeated;
extern const RuleInfo id_repeated;
extern const RuleInfo id_made;
extern const RuleInfo id_alike;
extern const RuleInfo no_records;
extern const RuleInfo consent_unknown;
extern const RuleInfo not_publishable;

/// Rules of gis/rule in code order.
[[nodiscard]] std::span<const RuleInfo* const> rule_rules();

}  // namespace anzenmap
