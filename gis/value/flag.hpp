// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo flag_rewritten;   ///< VA270: 有, ○, TRUE ...
extern const RuleInfo flag_unreadable;  ///< VA271

/// To "1" or "0" (the municipal standard's flags). "" is plain (null).
[[nodiscard]] Conversion read_flag(std::string_view raw);

}  // namespace anzenmap
