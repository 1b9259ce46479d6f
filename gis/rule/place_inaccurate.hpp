// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo place_inaccurate;

[[nodiscard]] std::unique_ptr<const BatchRule> make_place_inaccurate(const Survey& survey,
                                                                     const RuleOptions& options);

}  // namespace anzenmap
