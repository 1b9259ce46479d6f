// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo kana_expected;

[[nodiscard]] std::unique_ptr<const BatchRule> make_kana_expected(const Survey& survey,
                                                                  const RuleOptions& options);

}  // namespace anzenmap
