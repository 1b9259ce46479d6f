// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anzenmap {

/// What a cell's number format says about the value (ECMA-376 part 1, 18.8.30 and 18.8.31). Only what changes
/// the meaning counts: is it a moment, and do its leading zeros. Decimals, colours and units do not.
struct NumberFormat {
  enum class Kind : std::uint8_t {
    plain,
    date,      ///< 2024-05-01
    time,      ///< 09:30:00
    datetime,  ///< 2024-05-01T09:30:00
    elapsed,   ///< [h]:mm, more than 24 hours too: 25:30:00
    mask       ///< 000000 or 000-0000: digits with their leading zeros
  };
  Kind kind = Kind::plain;
  std::string code;      ///< of a mask
  bool percent = false;  ///< 0.35 is shown as 35%
};

/// Of a custom format code such as `ggge"年"m"月"d"日"`, `[$-411]ge.m.d`, `000-0000`.
[[nodiscard]] NumberFormat read_number_format(std::string_view code);

/// Of a number format that workbooks use without writing it down (ids below 164; 27 to 36 and 50 to 58 as
/// Japanese Excel has them).
[[nodiscard]] NumberFormat builtin_number_format(std::uint32_t id);

/// Appends a stored number as a person sees it. Numbers get at most 15 significant digits, as Excel shows
/// them, and no exponent between 1e-20 and 1e21. A number that is no possible date stays a number. Serial 60
/// of the 1900 system becomes "1900-02-29", the day that only Excel knows, so that nobody takes it for
/// another. False when `stored` is no number; nothing is appended then.
[[nodiscard]] bool append_number(std::string& out, std::string_view stored, const NumberFormat& format,
                                 bool date_1904);

/// Appends with at most 15 significant digits.
void append_plain_number(std::string& out, double value);

}  // namespace anzenmap
