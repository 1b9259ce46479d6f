// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo url_unusable;

[[nodiscard]] std::unique_ptr<const BatchRule> make_url_unusable(const Survey& survey,
                                                                 const RuleOptions& options);

}  // namespace anzenmap
