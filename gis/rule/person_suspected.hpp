// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo person_suspected;

[[nodiscard]] std::unique_ptr<const BatchRule> make_person_suspected(const Survey& survey,
                                                                     const RuleOptions& options);

}  // namespace anzenmap
