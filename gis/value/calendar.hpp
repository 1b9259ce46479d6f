// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anzenmap {

/// A day of the Gregorian calendar; may be one that does not exist until exists() has said so.
struct Day {
  int year;
  int month;
  int day;

  friend bool operator==(const Day&, const Day&) = default;
};

/// Years that the readers of dates take: from the Gregorian reform in Japan (明治6年) to 2199.
inline constexpr int kFirstYear = 1873;
inline constexpr int kLastYear = 2199;

[[nodiscard]] bool exists(const Day& day) noexcept;
/// YYYY-MM-DD; years 0 to 9999.
[[nodiscard]] std::string to_iso(const Day& day);
/// The day `count` days later; `day` must exist.
[[nodiscard]] Day days_later(const Day& day, int count) noexcept;
/// 0 = Sunday; `day` must exist.
[[nodiscard]] int weekday_of(const Day& day) noexcept;
/// Excel's 1900 date system, which has a 29 February 1900: serial 61 = 1900-03-01. From 61 on.
[[nodiscard]] Day day_of_excel_serial(int serial) noexcept;

enum class Era : std::uint8_t { meiji, taisho, showa, heisei, reiwa };

/// Takes an era's name (令和, 令, R or r) from the front of `text`; a letter only where a digit, 元 or a
/// blank follows.
[[nodiscard]] std::optional<Era> take_era(std::string_view& text) noexcept;
/// The Gregorian year of `year` (1 = 元年) of an era.
[[nodiscard]] int gregorian_year(Era era, int year) noexcept;
/// Whether the day lies in the era. The day of a change belongs to both eras, but for 1989 and 2019, when the
/// law let the new one begin at midnight.
[[nodiscard]] bool lies_in(Era era, const Day& day) noexcept;
/// Whether any day of the Gregorian year lies in the era.
[[nodiscard]] bool year_touches(Era era, int year) noexcept;

}  // namespace anzenmap
