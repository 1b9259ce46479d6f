// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo machine_dependent_sign;

[[nodiscard]] std::unique_ptr<const BatchRule> make_machine_dependent_sign(const Survey& survey,
                                                                           const RuleOptions& options);

}  // namespace anzenmap
