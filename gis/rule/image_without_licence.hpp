// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

extern const RuleInfo image_without_licence;

[[nodiscard]] std::unique_ptr<const BatchRule> make_image_without_licence(const Survey& survey,
                                                                          const RuleOptions& options);

}  // namespace anzenmap
