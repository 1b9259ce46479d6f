// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo judgement_contradicted;

[[nodiscard]] std::unique_ptr<const BatchRule> make_judgement_contradicted(const Survey& survey,
                                                                           const RuleOptions& options);

}  // namespace anzenmap
