// SPDX-License-Identifier: Apache-2.0
#include "gis/value/date.hpp"

#include <string>
#include <utility>

#include "gis/value/calendar.hpp"
#include "gis/value/school_year.hpp"
#include "tests/catch.hpp"
#include "tests/gis/value_expectations.hpp"

using namespace anzenmap;

TEST_CASE("ISO days are days of the calendar", "[value][date]") {
  for (const char* text : {"2024-05-01", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"}) {
    CAPTURE(text);
    CHECK(is_iso_date(text));
    CHECK(shown(read_date(text)) == "=");
  }
  for (const char* text : {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-5-1",
                           "2024/05/01", "20240501", "2024-05-0a", "0000-01-01", "2024-05-01 ", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_iso_date(text));
  }
  CHECK(shown(read_date("")) == "=");
}

TEST_CASE("dates are read in the forms that people write", "[value][date]") {
  const std::pair<const char*, const char*> cases[] = {
      {" 2024-05-01", "> 2024-05-01 (VA201)"},
      {"２０２４－０５－０１", "> 2024-05-01 (VA202)"},
      {"2024‐05‐01", "> 2024-05-01 (VA202)"},
      // Western spellings
      {"2024/5/1", "> 2024-05-01 (VA220)"},
      {"2024/05/01", "> 2024-05-01 (VA220)"},
      {"２０２４／５／１", "> 2024-05-01 (VA220)"},
      {"2024.5.1", "> 2024-05-01 (VA220)"},
      {"2024-5-1", "> 2024-05-01 (VA220)"},
      {"2024 5 1", "> 2024-05-01 (VA220)"},
      {"2024年5月1日", "> 2024-05-01 (VA220)"},
      {"西暦2024年5月1日", "> 2024-05-01 (VA220)"},
      {"2024年5月1日(水)", "> 2024-05-01 (VA220)"},
      {"2024年5月1日（水）", "> 2024-05-01 (VA220)"},
      {"2024年5月1日 水曜日", "> 2024-05-01 (VA220)"},
      {"2024/5/1(水・祝)", "> 2024-05-01 (VA220)"},
      {"2024/5/1 (Wed)", "> 2024-05-01 (VA220)"},
      {"2024 年 5 月 1 日", "> 2024-05-01 (VA220)"},
      {"20240501", "> 2024-05-01 (VA220)"},
      {"5/13/2024", "> 2024-05-13 (VA220)"},
      {"13/5/2024", "> 2024-05-13 (VA220)"},
      {"5/5/2024", "> 2024-05-05 (VA220)"},
      {"May 1, 2024", "> 2024-05-01 (VA220)"},
      {"1-May-2024", "> 2024-05-01 (VA220)"},
      // eras
      {"R6.5.1", "> 2024-05-01 (VA221)"},
      {"R6/5/1", "> 2024-05-01 (VA221)"},
      {"R6-5-1", "> 2024-05-01 (VA221)"},
      {"r6.5.1", "> 2024-05-01 (VA221)"},
      {"R06.05.01", "> 2024-05-01 (VA221)"},
      {"R060501", "> 2024-05-01 (VA221)"},
      {"Ｒ６．５．１", "> 2024-05-01 (VA221)"},
      {"令和6年5月1日", "> 2024-05-01 (VA221)"},
      {"令和６年１０月３日（木）", "> 2024-10-03 (VA221)"},
      {"令和 6年 5月 1日", "> 2024-05-01 (VA221)"},
      {"令6.5.1", "> 2024-05-01 (VA221)"},
      {"㋿6年5月1日", "> 2024-05-01 (VA221)"},
      {"令和元年5月1日", "> 2019-05-01 (VA221)"},
      {"R元.5.1", "> 2019-05-01 (VA221)"},
      {"令和6年(2024年)5月1日", "> 2024-05-01 (VA221)"},
      {"令和6（2024）年5月1日", "> 2024-05-01 (VA221)"},
      {"2024年（令和6年）5月1日", "> 2024-05-01 (VA220)"},
      {"平成31年4月30日", "> 2019-04-30 (VA221)"},
      {"H1.1.8", "> 1989-01-08 (VA221)"},
      {"昭和64年1月7日", "> 1989-01-07 (VA221)"},
      {"S45.3.15", "> 1970-03-15 (VA221)"},
      {"大正元年7月30日", "> 1912-07-30 (VA221)"},
      {"明治45年7月30日", "> 1912-07-30 (VA221)"},
      {"T15.12.25", "> 1926-12-25 (VA221)"},
      {"M6.1.1", "> 1873-01-01 (VA221)"},
      // Excel's day counts
      {"45413", "> 2024-05-01 (VA222)"},
      {"45568", "> 2024-10-03 (VA222)"},
      {"44698", "> 2022-05-17 (VA222)"},
      {"45567", "> 2024-10-02 (VA222)"},
      {"４５４１３", "> 2024-05-01 (VA222)"},
      {"45413.0", "> 2024-05-01 (VA222)"},
      {"45413.5", "> 2024-05-01 (VA223)"},
      // times
      {"2024-5-1T10:30", "> 2024-05-01 (VA223)"},
      {"2024-05-01T10:30:00", "> 2024-05-01 (VA223)"},
      {"2024-05-01T10:30:00.123+09:00", "> 2024-05-01 (VA223)"},
      {"2024-05-01T10:30:00+0900", "> 2024-05-01 (VA223)"},
      {"2024/5/1 9:05", "> 2024-05-01 (VA223)"},
      {"2024年5月1日(水) 10時30分", "> 2024-05-01 (VA223)"},
      {"令和6年5月1日 午後1時", "> 2024-05-01 (VA223)"},
      {"2024/05/01 1:45:10 午後 GMT+9", "> 2024-05-01 (VA223)"},
      {"2024-05-01 00:00:00", "> 2024-05-01 (VA220)"},
      {"2024-05-01T00:00:00Z", "> 2024-05-01 (VA224)"},
      {"2024-04-30T23:30:00Z", "> 2024-05-01 (VA224)"},
      {"2024-12-31T15:00Z", "> 2025-01-01 (VA224)"},
      {"2024-05-01T00:30:00+14:00", "> 2024-04-30 (VA224)"},
      {"2024-04-30 10:00 GMT-7", "> 2024-05-01 (VA224)"},
      // the weekday tells on the day
      {"2024年5月1日(木)", "> 2024-05-01 (VA225)"},
      {"R6.5.1(月)", "> 2024-05-01 (VA225)"},
      // no day of the calendar
      {"2024-13-01", "! VA227"},
      {"2024/2/30", "! VA227"},
      {"20241301", "! VA227"},
      {"31/31/2024", "! VA227"},
      {"令和6年2月30日", "! VA227"},
      {"令和元年4月30日", "! VA227 ? 2019-04-30"},
      {"平成36年5月1日", "! VA227 ? 2024-05-01"},
      {"昭和64年1月8日", "! VA227 ? 1989-01-08"},
      {"平成元年1月7日", "! VA227 ? 1989-01-07"},
      {"明治5年12月2日", "! VA227"},
      {"13月1日", "! VA227"},
      {"2月30日", "! VA227"},
      {"9999/1/1", "! VA227"},
      // the year is missing
      {"5月1日", "! VA228"},
      {"5/1", "! VA228"},
      {"10月3日（木）", "! VA228"},
      // two readings
      {"24/5/1", "! VA229"},
      {"6.5.1", "! VA229"},
      {"05/06/2024", "! VA229"},
      {"240501", "! VA229"},
      {"6年5月1日", "! VA229"},
      {"令和6年(2023年)5月1日", "! VA229"},
      // no dates
      {"先週", "! VA226"},
      {"R6.5", "! VA226"},
      {"令和6年", "! VA230"},
      {"令和6年5月", "! VA230"},
      {"2024", "! VA226"},
      {"2024-05", "! VA230"},
      {"2024/5-1", "! VA226"},
      {"令和0年5月1日", "! VA226"},
      {"123", "! VA226"},
      {"99999", "! VA226"},
      {"R", "! VA226"},
      {"元年5月1日", "! VA226"},
      {"X6.5.1", "! VA226"},
      {"5.1", "! VA226"},
      {"2024-05-01T25:00", "! VA226 ? 2024-05-01"},
      {"2024年5月1日ごろ", "! VA226 ? 2024-05-01"},
      {"2024/5/1〜2024/5/3", "! VA226 ? 2024-05-01"},
      {"R6.5.1 晴れ", "! VA226 ? 2024-05-01"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_date(raw)) == expected);
  }
}

TEST_CASE("a school year only helps to propose", "[value][date]") {
  CHECK(shown(read_date("5月1日", 2024)) == "! VA228 ? 2024-05-01");
  CHECK(shown(read_date("2月3日(月)", 2024)) == "! VA228 ? 2025-02-03");
  CHECK(shown(read_date("3/31", 2024)) == "! VA228 ? 2025-03-31");
  CHECK(shown(read_date("4/1", 2024)) == "! VA228 ? 2024-04-01");
  CHECK(shown(read_date("2月29日", 2024)) == "! VA228");
  CHECK(shown(read_date("2月29日", 2023)) == "! VA228 ? 2024-02-29");
  CHECK(shown(read_date("6.5.1", 2024)) == "! VA229 ? 2024-05-01");
  CHECK(shown(read_date("24/5/1", 2024)) == "! VA229 ? 2024-05-01");
  CHECK(shown(read_date("6.5.1", 2010)) == "! VA229");
  CHECK(shown(read_date("05/01/2024", 2023)) == "! VA229 ? 2024-01-05");
  CHECK(shown(read_date("05/06/2024", 2024)) == "! VA229");
  CHECK(shown(read_date("2024/5/1", 1999)) == "> 2024-05-01 (VA220)");
}

TEST_CASE("the weekday that a day has is named", "[value][date]") {
  const Conversion c = read_date("2024年5月1日(木)");
  REQUIRE(c.arguments.size() == 1);
  CHECK(c.arguments[0].name == "weekday");
  CHECK(c.arguments[0].ja == "水");
  CHECK(c.arguments[0].en == "Wednesday");
}

TEST_CASE("every day of 250 years survives writing and reading in both calendars", "[value][date]") {
  // The oracle steps day by day with its own month lengths.
  int year = 1950, month = 1, day = 1, serial = 18264, wrong = 0;
  while (year < 2100) {
    const Day d{year, month, day};
    const std::string iso = to_iso(d);
    const std::string slashes =
        std::to_string(year) + "/" + std::to_string(month) + "/" + std::to_string(day);
    if (!is_iso_date(iso) || read_date(slashes).text != iso || read_date(std::to_string(serial)).text != iso)
      ++wrong;
    if (year >= 2020) {
      const std::string era =
          "R" + std::to_string(year - 2018) + "." + std::to_string(month) + "." + std::to_string(day);
      if (read_date(era).text != iso) ++wrong;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = month == 2                                              ? (leap ? 29 : 28)
                       : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                               : 31;
    ++serial;
    if (++day > length) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(weekday_of({2024, 5, 1}) == 3);
  CHECK(day_of_excel_serial(61) == Day{1900, 3, 1});
}

TEST_CASE("school years", "[value][date]") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "="},
      {"2024", "="},
      {" 2024", "> 2024 (VA201)"},
      {"２０２４", "> 2024 (VA202)"},
      {"R6", "> 2024 (VA280)"},
      {"Ｒ６", "> 2024 (VA280)"},
      {"令和6年度", "> 2024 (VA280)"},
      {"令和６年", "> 2024 (VA280)"},
      {"令和元年度", "> 2019 (VA280)"},
      {"平成31年度", "> 2019 (VA280)"},
      {"H31", "> 2019 (VA280)"},
      {"2024年度", "> 2024 (VA280)"},
      {"令和6年度（2024年度）", "> 2024 (VA280)"},
      {"平成32年度", "! VA281"},
      {"令和6年度(2023年度)", "! VA281"},
      {"6", "! VA281"},
      {"24年度", "! VA281"},
      {"今年", "! VA281"},
      {"2024-2025", "! VA281"},
      {"99999", "! VA281"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_school_year(raw)) == expected);
  }
  CHECK(school_year_of("2024-04-01") == 2024);
  CHECK(school_year_of("2025-03-31") == 2024);
  CHECK(school_year_of("2024-03-31") == 2023);
  CHECK_FALSE(school_year_of("2024/04/01").has_value());
}
