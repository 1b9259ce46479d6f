// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anzenmap {

// Numbers to and from text, the same on every machine: no locale, correctly rounded. The one place that knows
// fast_float and fmt (the floating std::from_chars is missing in some standard libraries).

/// A JSON number (RFC 8259 section 6) without exponent: optional '-', "0" or digits without leading zero,
/// optional '.' and digits. False for anything else and for what no double can hold; `value` is then
/// unchanged.
[[nodiscard]] bool parse_plain_decimal(std::string_view text, double& value) noexcept;

/// A JSON number with or without exponent. False also when it is too large for a double.
[[nodiscard]] bool parse_json_number(std::string_view text, double& value) noexcept;

/// Whether `text` is a JSON number token, whatever its size.
[[nodiscard]] bool is_json_number(std::string_view text) noexcept;

/// Bytes that write_fixed7 may write.
inline constexpr std::size_t kFixed7Bytes = 24;

/// Writes `value` with at most 7 decimals, trailing zeros and dot trimmed, never "-0"; returns the end.
/// Exact for every number of 7 decimals below 2e8. NaN and |value| > 1e9 become `null`.
char* write_fixed7(char* out, double value) noexcept;

/// The shortest text that reads back as `value`, a JSON number; `null` for NaN and infinities.
[[nodiscard]] std::string shortest(double value);

}  // namespace anzenmap
