// SPDX-License-Identifier: Apache-2.0
#include "gis/value/calendar.hpp"

#include <array>
#include <chrono>

namespace anzenmap {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day civil(const Day& day) noexcept {
  return chrono::year{day.year} / chrono::month{static_cast<unsigned>(day.month)} /
         chrono::day{static_cast<unsigned>(day.day)};
}

Day from_civil(const chrono::year_month_day& date) noexcept {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

struct EraInfo {
  std::string_view name;
  std::string_view short_name;
  char letter;
  int first_year;
  Day first;
  Day last;
};

constexpr std::array<EraInfo, 5> kEras = {{
    {"明治", "明", 'm', 1868, {kFirstYear, 1, 1}, {1912, 7, 30}},
    {"大正", "大", 't', 1912, {1912, 7, 30}, {1926, 12, 25}},
    {"昭和", "昭", 's', 1926, {1926, 12, 25}, {1989, 1, 7}},
    {"平成", "平", 'h', 1989, {1989, 1, 8}, {2019, 4, 30}},
    {"令和", "令", 'r', 2019, {2019, 5, 1}, {kLastYear, 12, 31}},
}};

const EraInfo& info(Era era) noexcept { return kEras[static_cast<std::size_t>(era)]; }

bool before(const Day& a, const Day& b) noexcept {
  if (a.year != b.year) return a.year < b.year;
  return a.month != b.month ? a.month < b.month : a.day < b.day;
}

bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

bool exists(const Day& day) noexcept {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31 && civil(day).ok();
}

std::string to_iso(const Day& day) {
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t at, int digits, int value) {
    for (int i = digits - 1; i >= 0; --i, value /= 10)
      out[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, day.year);
  put(5, 2, day.month);
  put(8, 2, day.day);
  return out;
}

Day days_later(const Day& day, int count) noexcept {
  return from_civil(chrono::year_month_day{chrono::sys_days{civil(day)} + chrono::days{count}});
}

int weekday_of(const Day& day) noexcept {
  return static_cast<int>(chrono::weekday{chrono::sys_days{civil(day)}}.c_encoding());
}

Day day_of_excel_serial(int serial) noexcept { return days_later({1899, 12, 30}, serial); }

std::optional<Era> take_era(std::string_view& text) noexcept {
  for (std::size_t i = 0; i < kEras.size(); ++i) {
    const EraInfo& era = kEras[i];
    std::size_t length = 0;
    if (starts_with(text, era.name)) {
      length = era.name.size();
    } else if (starts_with(text, era.short_name)) {
      length = era.short_name.size();
    } else if (!text.empty() && (text.front() | 0x20) == era.letter) {
      length = 1;
    } else {
      continue;
    }
    const std::string_view rest = text.substr(length);
    const bool year_follows =
        !rest.empty() && (static_cast<unsigned char>(rest.front() - '0') < 10 || rest.front() == ' ' ||
                          rest.front() == '.' || starts_with(rest, "元"));
    if (!year_follows) return std::nullopt;
    text = rest;
    return static_cast<Era>(i);
  }
  return std::nullopt;
}

int gregorian_year(Era era, int year) noexcept { return info(era).first_year + year - 1; }

bool lies_in(Era era, const Day& day) noexcept {
  return !before(day, info(era).first) && !before(info(era).last, day);
}

bool year_touches(Era era, int year) noexcept {
  return year >= info(era).first.year && year <= info(era).last.year;
}

}  // namespace anzenmap
