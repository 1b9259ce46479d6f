// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::ckan {

// Why no usable answer came.
extern const RuleInfo host_not_found;
extern const RuleInfo connection_refused;
extern const RuleInfo connection_timeout;
extern const RuleInfo proxy_fault;
extern const RuleInfo tls_untrusted;
extern const RuleInfo tls_failed;
extern const RuleInfo connection_lost;
extern const RuleInfo server_silent;
extern const RuleInfo answer_too_large;
extern const RuleInfo upload_unreadable;
extern const RuleInfo answer_cut;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> connection_rules();

}  // namespace anzenmap::ckan
