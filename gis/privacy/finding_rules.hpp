// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "gis/privacy/entity.hpp"

namespace anzenmap {

extern const RuleInfo phone_in_text;
extern const RuleInfo email_in_text;
extern const RuleInfo postal_in_text;
extern const RuleInfo address_in_text;
extern const RuleInfo person_in_text;
extern const RuleInfo class_in_text;
extern const RuleInfo plate_in_text;
extern const RuleInfo sns_in_text;
extern const RuleInfo mynumber_in_text;
extern const RuleInfo home_in_text;
extern const RuleInfo account_in_text;
extern const RuleInfo device_in_text;
/// A find that was masked or whose cell was emptied, as a person asked.
extern const RuleInfo text_hidden;

/// The rule that tells finds of an entity.
[[nodiscard]] const RuleInfo& rule_of(Entity entity);
[[nodiscard]] std::span<const RuleInfo* const> finding_rules();

}  // namespace anzenmap
