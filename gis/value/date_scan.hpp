// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "gis/value/calendar.hpp"

namespace anzenmap {

// The pieces of a written date; the input is folded text (fold_width). Each function takes its piece off the
// front of `text` and leaves `text` alone when it is not there.

/// A written day, not yet judged.
struct WrittenDay {
  enum class Form : std::uint8_t {
    none,       ///< no date
    calendar,   ///< `day` with a Gregorian year of four digits
    era,        ///< `day`, reckoned from `era`
    serial,     ///< `serial`, days of Excel's 1900 system
    no_year,    ///< month and day
    two_digit,  ///< a/b/c, none of four digits: `day` holds the three numbers as written
    year_last,  ///< a/b/YYYY: day or month first
    two_years   ///< both calendars are written and disagree
  };
  Form form = Form::none;
  Day day{0, 0, 0};
  Era era = Era::reiwa;
  int serial = 0;
  bool first_is_month = false;  ///< year_last: the month is named in English
};

[[nodiscard]] WrittenDay take_day(std::string_view& text) noexcept;

/// (水), （水・祝）, 水曜日, Wed: 0 = Sunday.
[[nodiscard]] std::optional<int> take_weekday(std::string_view& text) noexcept;

/// A time of day: 10:30, T10:30:00Z, 午前10時30分, 1:45:10 午後 GMT+9, 0.5 of a serial is not one.
struct WrittenTime {
  int minutes = 0;  ///< since midnight
  bool midnight = false;
  std::optional<int> offset;  ///< minutes east of UTC
};
[[nodiscard]] std::optional<WrittenTime> take_time(std::string_view& text) noexcept;

}  // namespace anzenmap
