// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo half_width_kana;

[[nodiscard]] std::unique_ptr<const BatchRule> make_half_width_kana(const Survey& survey,
                                                                    const RuleOptions& options);

}  // namespace anzenmap
