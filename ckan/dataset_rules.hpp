// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

// Of read_dataset().
extern const RuleInfo descriptor_unreadable;
extern const RuleInfo descriptor_member_unusable;
extern const RuleInfo resource_path_unsafe;
extern const RuleInfo resource_file_missing;
extern const RuleInfo resource_edited;
extern const RuleInfo resource_not_file;
extern const RuleInfo resource_doubled;
extern const RuleInfo dataset_nameless;
// Of check_for_ckan().
extern const RuleInfo dataset_name_unlawful;
extern const RuleInfo title_missing;
extern const RuleInfo organization_missing;
extern const RuleInfo license_missing;
extern const RuleInfo tag_unlawful;
extern const RuleInfo text_too_long;
extern const RuleInfo extra_doubled;
extern const RuleInfo text_has_nul;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> dataset_rules();

}  // namespace anzenmap::ckan
