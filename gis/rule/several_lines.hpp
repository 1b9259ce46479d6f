// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo several_lines;

[[nodiscard]] std::unique_ptr<const BatchRule> make_several_lines(const Survey& survey,
                                                                  const RuleOptions& options);

}  // namespace anzenmap
