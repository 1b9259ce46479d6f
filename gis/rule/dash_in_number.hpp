// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo dash_in_number;

[[nodiscard]] std::unique_ptr<const BatchRule> make_dash_in_number(const Survey& survey,
                                                                   const RuleOptions& options);

}  // namespace anzenmap
