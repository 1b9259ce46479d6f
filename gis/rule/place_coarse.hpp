// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo place_coarse;

[[nodiscard]] std::unique_ptr<const BatchRule> make_place_coarse(const Survey& survey,
                                                                 const RuleOptions& options);

}  // namespace anzenmap
