// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo cell_garbled;

[[nodiscard]] std::unique_ptr<const BatchRule> make_cell_garbled(const Survey& survey,
                                                                 const RuleOptions& options);

}  // namespace anzenmap
