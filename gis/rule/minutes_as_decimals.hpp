// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo minutes_as_decimals;

[[nodiscard]] std::unique_ptr<const BatchRule> make_minutes_as_decimals(const Survey& survey,
                                                                        const RuleOptions& options);

}  // namespace anzenmap
