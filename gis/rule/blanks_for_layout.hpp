// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo blanks_for_layout;

[[nodiscard]] std::unique_ptr<const BatchRule> make_blanks_for_layout(const Survey& survey,
                                                                      const RuleOptions& options);

}  // namespace anzenmap
