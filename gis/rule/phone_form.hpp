// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo phone_form;

[[nodiscard]] std::unique_ptr<const BatchRule> make_phone_form(const Survey& survey,
                                                               const RuleOptions& options);

}  // namespace anzenmap
