// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

// Of planning.
extern const RuleInfo audience_not_public;
extern const RuleInfo audience_unsaid;
extern const RuleInfo written_with_errors;
extern const RuleInfo license_not_listed;
extern const RuleInfo token_without_right;
extern const RuleInfo name_of_another;
// Of applying.
extern const RuleInfo changed_meanwhile;
extern const RuleInfo plan_stale;
extern const RuleInfo file_changed_since_plan;
extern const RuleInfo delete_unconfirmed;
extern const RuleInfo plan_of_another_target;
extern const RuleInfo upload_differs;
extern const RuleInfo published_file_uncertain;
extern const RuleInfo guard_weaker;
extern const RuleInfo value_not_kept;
extern const RuleInfo left_unfinished;
// Of the DataStore.
extern const RuleInfo datastore_differs;
extern const RuleInfo table_unusable;
// Of read_plan().
extern const RuleInfo plan_unreadable;
extern const RuleInfo plan_of_another_version;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> plan_rules();

}  // namespace anzenmap::ckan
