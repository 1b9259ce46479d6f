// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

/// VA201: blanks around a value were taken off.
extern const RuleInfo outer_blanks;

/// `text` without the blanks around it: ASCII blanks and line breaks, U+00A0, U+1680, U+2000 to U+200B,
/// U+2028, U+2029, U+202F, U+205F, U+2060, U+3000, U+FEFF. Inner ones stay. Any bytes are fine.
[[nodiscard]] std::string_view trim_blanks(std::string_view text) noexcept;

/// Byte length of the blank that `text` starts with, 0 if it starts with none.
[[nodiscard]] std::size_t leading_blank(std::string_view text) noexcept;

}  // namespace anzenmap
