// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo code_rewritten;                  ///< VA260: full width to half width
extern const RuleInfo code_zero_restored;              ///< VA261: 92011 -> 092011
extern const RuleInfo code_check_digit_added;          ///< VA262: 35215 -> 352152
extern const RuleInfo code_exponent;                   ///< VA263: 3.52152E+05 in a code
extern const RuleInfo code_exponent_undone;            ///< VA264: ... put back, as its check digit is right
extern const RuleInfo code_is_date;                    ///< VA265: 2月3日 where 2-3 was typed
extern const RuleInfo municipality_code_unreadable;    ///< VA266
extern const RuleInfo municipality_check_digit_wrong;  ///< VA267

/// A code or ID (its zeros count): half width, without outer blanks. What Excel damaged is unreadable with a
/// proposal. "" is plain (null).
[[nodiscard]] Conversion read_code(std::string_view raw);

/// 全国地方公共団体コード, 6 digits with check digit (JIS X 0401 and 0402). A lost leading zero is put back
/// when that is the only reading; five digits without check digit get it under the same condition.
[[nodiscard]] Conversion read_municipality_code(std::string_view raw);

/// 番地以下 and the like: a person's words, plain unless Excel made a date of them (2-3 -> 2月3日).
[[nodiscard]] Conversion read_block_number(std::string_view raw);

/// Check digit of five ASCII digits; '\0' for anything else.
[[nodiscard]] char municipality_check_digit(std::string_view five) noexcept;
/// Whether `six` is six ASCII digits of a prefecture 01 to 47, the last being the check digit.
[[nodiscard]] bool municipality_check_digit_ok(std::string_view six) noexcept;

}  // namespace anzenmap
