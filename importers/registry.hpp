// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "importers/importer.hpp"

namespace anzenmap {

/// Rules of all importers, in code order.
[[nodiscard]] std::span<const RuleInfo* const> importer_rules();

extern const RuleInfo file_empty;
extern const RuleInfo format_unknown;
extern const RuleInfo format_not_named;

}  // namespace anzenmap
