// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

extern const RuleInfo catalogue_in_use;
extern const RuleInfo catalogue_path_taken;
extern const RuleInfo catalogue_link;
extern const RuleInfo published_package_broken;
extern const RuleInfo catalogue_folder_unreadable;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> static_rules();

}  // namespace anzenmap::ckan
