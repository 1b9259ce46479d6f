// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo date_beside_year;
extern const RuleInfo date_in_future;

[[nodiscard]] std::unique_ptr<const BatchRule> make_date_beside_year(const Survey& survey,
                                                                     const RuleOptions& options);
[[nodiscard]] std::unique_ptr<const BatchRule> make_date_in_future(const Survey& survey,
                                                                   const RuleOptions& options);

}  // namespace anzenmap
