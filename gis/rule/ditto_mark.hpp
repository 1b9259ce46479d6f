// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo ditto_mark;

[[nodiscard]] std::unique_ptr<const BatchRule> make_ditto_mark(const Survey& survey,
                                                               const RuleOptions& options);

}  // namespace anzenmap
