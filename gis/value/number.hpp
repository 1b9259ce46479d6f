// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo number_unreadable;     ///< VA203
extern const RuleInfo number_rewritten;      ///< VA204: +5, .5, 007, 1e3
extern const RuleInfo number_unit_dropped;   ///< VA205: 3m, 約50, 1,200円
extern const RuleInfo number_decimal_comma;  ///< VA206: 34,047171
extern const RuleInfo number_thousands;      ///< VA207: 1,200
extern const RuleInfo integer_unreadable;    ///< VA208: 3.5
extern const RuleInfo number_ambiguous;      ///< VA209: 4,5 / 50人以上 / 30%

/// To a JSON number without exponent. "" is plain (null).
[[nodiscard]] Conversion read_number(std::string_view raw);
/// To a JSON number without fraction or exponent.
[[nodiscard]] Conversion read_integer(std::string_view raw);

/// What read_number and read_integer leave alone; no allocation.
[[nodiscard]] bool is_plain_number(std::string_view text) noexcept;
[[nodiscard]] bool is_plain_integer(std::string_view text) noexcept;

/// `text` ("+5", ".5", "5.", "007", "3.52152E+05") written as a JSON number without exponent, digit for
/// digit; std::nullopt when it is no such number or its exponent is beyond 30.
[[nodiscard]] std::optional<std::string> canonical_decimal(std::string_view text);

}  // namespace anzenmap
