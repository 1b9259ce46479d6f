// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

// What an answer that is no result means.
extern const RuleInfo answer_no_ckan;
extern const RuleInfo login_page;
extern const RuleInfo redirect_elsewhere;
extern const RuleInfo request_refused;
extern const RuleInfo values_refused;
extern const RuleInfo rights_missing;
extern const RuleInfo anonymous_refused;
extern const RuleInfo thing_not_found;
extern const RuleInfo upload_too_large;
extern const RuleInfo too_many_requests;
extern const RuleInfo server_fault;
extern const RuleInfo search_fault;
extern const RuleInfo gateway_fault;
extern const RuleInfo blocked_on_the_way;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> answer_rules();

}  // namespace anzenmap::ckan
