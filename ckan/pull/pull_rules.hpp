// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

extern const RuleInfo dataset_not_published;
extern const RuleInfo pull_folder_taken;
extern const RuleInfo pull_running;
extern const RuleInfo published_file_differs;
extern const RuleInfo published_file_missing;
extern const RuleInfo published_file_unverified;
extern const RuleInfo pull_without_files;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> pull_rules();

}  // namespace anzenmap::ckan
