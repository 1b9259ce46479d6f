// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

// How a server is reached: what a person can have written wrongly.
extern const RuleInfo base_url_unusable;
extern const RuleInfo request_url_unusable;
extern const RuleInfo proxy_unusable;
extern const RuleInfo certificate_file_unusable;
extern const RuleInfo token_unusable;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> settings_rules();

}  // namespace anzenmap::ckan
