// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/exif_time.hpp"

#include <fmt/format.h>

#include <chrono>

namespace anzenmap::photo {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kJapan = 9 * 3600;

/// Two digits (or four) at a fixed place; -1 when they are none.
int digits(const std::string& text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// Seconds since 1970 of a civil date; nullopt when there is no such day.
std::optional<std::int64_t> seconds_of(int year, int month, int day) {
  if (year < 1980 || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::duration_cast<seconds>(sys_days(date).time_since_epoch()).count();
}

/// "2024:10:03 08:40:10".
std::optional<std::int64_t> exif_clock(const std::string& text) {
  const auto day = seconds_of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  const int hour = digits(text, 11, 2);
  const int minute = digits(text, 14, 2);
  const int second = digits(text, 17, 2);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return std::nullopt;
  return *day + hour * 3600 + minute * 60 + second;
}

/// "+09:00" in seconds.
std::optional<std::int64_t> exif_offset(const std::string& text) {
  if (text.size() < 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int hours = digits(text, 1, 2);
  const int minutes = digits(text, 4, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
  const std::int64_t offset = hours * 3600 + minutes * 60;
  return text[0] == '-' ? -offset : offset;
}

std::string text_of(const Tags& tags, std::string_view key) {
  const Tag* tag = tags.find(key);
  return tag == nullptr ? std::string() : tag->text;
}

std::optional<std::int64_t> gps_clock(const Tags& tags) {
  const Tag* clock = tags.find("Exif.GPSInfo.GPSTimeStamp");
  const std::string date = text_of(tags, "Exif.GPSInfo.GPSDateStamp");
  const auto day = seconds_of(digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2));
  if (!day || clock == nullptr || clock->rationals.size() != 3) return std::nullopt;
  static constexpr double kUnits[] = {3600, 60, 1};
  double of_day = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [above, below] = clock->rationals[i];
    if (below == 0) return std::nullopt;
    of_day += kUnits[i] * static_cast<double>(above) / static_cast<double>(below);
  }
  if (of_day < 0 || of_day >= 86'402) return std::nullopt;
  return *day + static_cast<std::int64_t>(of_day);
}

year_month_day japan_day(std::int64_t utc) {
  return year_month_day(std::chrono::floor<days>(std::chrono::sys_seconds(seconds(utc + kJapan))));
}

}  // namespace

std::string japan_clock(std::int64_t utc) {
  const year_month_day day = japan_day(utc);
  const std::int64_t of_day = ((utc + kJapan) % 86'400 + 86'400) % 86'400;
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), of_day / 3600,
                     of_day / 60 % 60);
}

ExifTime time_of(const Tags& tags) {
  ExifTime time;
  time.gps = gps_clock(tags);
  const auto local = exif_clock(text_of(tags, "Exif.Photo.DateTimeOriginal"));
  const auto offset = exif_offset(text_of(tags, "Exif.Photo.OffsetTimeOriginal"));
  if (local) time.camera = *local - offset.value_or(kJapan);
  if (const auto known = time.camera ? time.camera : time.gps) time.day = japan_clock(*known).substr(0, 10);
  return time;
}

}  // namespace anzenmap::photo
