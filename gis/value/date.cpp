// SPDX-License-Identifier: Apache-2.0
#include "gis/value/date.hpp"

#include <string>
#include <utility>

#include "gis/value/blanks.hpp"
#include "gis/value/calendar.hpp"
#include "gis/value/date_scan.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo date_rewritten = {
    .code = "VA220",
    .name = "date-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"日付の書き方", "spelling of a date"},
    .message = {"「{column}」の日付の書き方をそろえました（{before} → {after}）",
                "wrote the {column} date as ISO 8601 has it ({before} -> {after})"},
    .why = {"書き方がそろっていると、日付の順に並べられます",
            "dates sort only when they are written in one way"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024/10/3\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_era = {
    .code = "VA221",
    .name = "date-era",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"元号の日付", "a date of a Japanese era"},
    .message = {"「{column}」の元号の日付を西暦に直しました（{before} → {after}）",
                "wrote the {column} date of a Japanese era as a Western one ({before} -> {after})"},
    .why = {"元号の日付は、多くのソフトで日付として扱えません", "most programs cannot read dates of an era"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,令和6年10月3日\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_serial = {
    .code = "VA222",
    .name = "date-serial",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"日付が5けたの数になっている", "a date as a number of days"},
    .message = {"「{column}」の数をエクセルの日付として読みました（{before} → {after}）",
                "read the {column} number as a day count of Excel ({before} -> {after})"},
    .why = {"エクセルは日付を数でしまっているので、表示のしかたが変わると数だけが残ります",
            "Excel keeps dates as day counts; without their format only the count is left"},
    .remedy = {"日付が合っているか、もとの表で確かめてください", "check the date against the original sheet"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,45568\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_time_dropped = {
    .code = "VA223",
    .name = "date-with-time",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"日付に時刻がついている", "a date with a time of day"},
    .message = {"「{column}」から日付だけを残し、時刻を取りました（{before} → {after}）",
                "kept the day of the {column} value and left the time out ({before} -> {after})"},
    .why = {"日付の欄には、年月日だけを入れる決まりです", "the column holds days"},
    .remedy = {"時刻も残したいときは、別の欄に書いてください",
               "put the time into a column of its own if it matters"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03 10:30\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_zone_shifted = {
    .code = "VA224",
    .name = "date-foreign-time-zone",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"外国の時刻で書かれた日付", "a moment of another time zone"},
    .message = {"「{column}」の時刻を日本の時刻に直して、その日付にしました（{before} → {after}）",
                "took the day in Japan of the {column} moment ({before} -> {after})"},
    .why = {"記録した機械が世界標準時で書くと、朝の調べが前の日の日付になります",
            "a device that writes UTC dates a morning in Japan to the day before"},
    .remedy = {"日付が合っているか確かめてください", "check that the day is right"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-02T23:30:00Z\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_weekday_disagrees = {
    .code = "VA225",
    .name = "date-weekday-disagrees",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"日付と曜日が合わない", "the weekday is not that day's"},
    .message = {"「{column}」の日付は{weekday}曜日なのに、値は「{value}」です（{after} にしました）",
                "the {column} day is a {weekday}, but the cell says '{value}' (written as {after})"},
    .why = {"日付か曜日のどちらかを書きまちがえたかもしれません",
            "either the day or the weekday may be a slip"},
    .remedy = {"日付が合っているか、もとの記録で確かめてください",
               "check the date against the original record"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024年10月3日(水)\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_incomplete = {
    .code = "VA230",
    .name = "date-incomplete",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"月や日のない日付", "date without month or day"},
    .message = {"「{column}」の値「{value}」は {iso} のことですが、月か日がありません",
                "{column} value '{value}' means {iso}, but the month or the day is missing"},
    .why = {"年・月・日のそろった日付だけが、ほかのデータと並べられます。足りないところは補いません",
            "only a whole date can be sorted and compared; what is missing is not made up"},
    .remedy = {"「2024-10-03」のように、年・月・日を入れてください",
               "enter year, month and day, such as 2024-10-03"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,令和元年\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2019-10-03\n",
};

const RuleInfo date_unreadable = {
    .code = "VA226",
    .name = "date-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"日付として読めない", "not a date"},
    .message = {"「{column}」の値「{value}」を日付として読めません",
                "cannot read {column} value '{value}' as a date"},
    .why = {"いつの調べか分からなくなります", "nobody can tell when it was seen"},
    .remedy = {"「2024-10-03」のように、年・月・日を入れてください", "write year, month and day: 2024-10-03"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,先週\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_impossible = {
    .code = "VA227",
    .name = "date-impossible",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"ありえない日付", "a day that does not exist"},
    .message = {"「{column}」の「{value}」という日はありません",
                "there is no such day as the {column} value '{value}'"},
    .why = {"13月や2月30日、令和が始まる前の「令和」の日付は、暦にありません",
            "the calendar has no month 13 and no 30 February, and no day of an era before it began"},
    .remedy = {"もとの記録を見て、正しい日付を入れてください",
               "look at the original record and enter the right day"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-13-01\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-12-01\n",
};

const RuleInfo date_without_year = {
    .code = "VA228",
    .name = "date-without-year",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"日付に年がない", "a date without its year"},
    .message = {"「{column}」の「{value}」に年がありません", "the {column} value '{value}' lacks its year"},
    .why = {"何年の調べか分からず、次の年の調べと区別できません",
            "it cannot be told from the same day of another year"},
    .remedy = {"「2024-10-03」のように、年から入れてください", "write the year too: 2024-10-03"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,10月3日\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

const RuleInfo date_ambiguous = {
    .code = "VA229",
    .name = "date-ambiguous",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"日付が1つに決まらない", "more than one day is possible"},
    .message = {"「{column}」の「{value}」は、どの日か1つに決められません",
                "the {column} value '{value}' can mean more than one day"},
    .why = {"「6/5/1」は令和6年とも2006年とも読めます。まちがった日に直さないよう、そのまま残しました",
            "6/5/1 can be of 令和6 or of 2006; it was kept so that no wrong day is made of it"},
    .remedy = {"年を4けたにして「2024-10-03」のように入れてください",
               "write the year with four digits: 2024-10-03"},
    .bad = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,6/10/3\n",
    .good = "名称,区分,緯度,経度,調査日\n公園の入口,危険,34.047171,131.828232,2024-10-03\n",
};

namespace {

constexpr int kJapan = 540;          // minutes east of UTC
constexpr int kFirstSerial = 18264;  // 1950-01-01: smaller numbers are rather counts
constexpr int kLastSerial = 73050;   // 2099-12-31

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
int two(const char* at) noexcept { return (at[0] - '0') * 10 + (at[1] - '0'); }

bool in_range(int year) noexcept { return year >= kFirstYear && year <= kLastYear; }

/// The day of a month and day within a school year (April to March).
Day in_school_year(int school_year, const Day& day) noexcept {
  return {day.month >= 4 ? school_year : school_year + 1, day.month, day.day};
}

bool lies_in_school_year(int school_year, const Day& day) noexcept {
  return exists(day) && day.year == in_school_year(school_year, day).year;
}

/// The one of `days` that lies in the school year; "" when there is none or more than one.
std::string only_one(const std::optional<int>& school_year, std::initializer_list<Day> days) {
  if (!school_year) return {};
  std::string found;
  for (const Day& day : days) {
    if (!lies_in_school_year(*school_year, day)) continue;
    if (!found.empty() && found != to_iso(day)) return {};
    found = to_iso(day);
  }
  return found;
}

Conversion without_year(const Day& day, const std::optional<int>& school_year) {
  if (!exists({2000, day.month, day.day})) return unreadable(date_impossible);
  if (!school_year) return unreadable(date_without_year);
  const Day full = in_school_year(*school_year, day);
  return unreadable(date_without_year, exists(full) ? to_iso(full) : std::string());
}

/// a/b/c of two digits at most: 令和a年, 平成a年 or 20aa, the year first; else month/day/20cc or
/// day/month/20cc.
Conversion two_digits(const Day& day, const std::optional<int>& school_year) {
  const auto [a, b, c] = day;
  return unreadable(
      date_ambiguous,
      only_one(school_year,
               {{2018 + a, b, c}, {1988 + a, b, c}, {2000 + a, b, c}, {2000 + c, a, b}, {2000 + c, b, a}}));
}

/// What a judged day came from, for the choice of the rule that tells it.
struct Judged {
  std::optional<Day> day;
  const RuleInfo* rule = nullptr;
  Conversion fault;  ///< when there is no day
};

Judged judge(const WrittenDay& written, const std::optional<int>& school_year) {
  using Form = WrittenDay::Form;
  const Day& day = written.day;
  switch (written.form) {
    case Form::none:
      return {{}, nullptr, unreadable(date_unreadable)};
    case Form::two_years:
      return {{}, nullptr, unreadable(date_ambiguous)};
    case Form::no_year:
      return {{}, nullptr, without_year(day, school_year)};
    case Form::two_digit:
      return {{}, nullptr, two_digits(day, school_year)};
    case Form::serial:
      if (written.serial < kFirstSerial || written.serial > kLastSerial)
        return {{}, nullptr, unreadable(date_unreadable)};
      return {day_of_excel_serial(written.serial), &date_serial, {}};
    case Form::era:
      if (exists(day) && lies_in(written.era, day)) return {day, &date_era, {}};
      return {{}, nullptr, unreadable(date_impossible, exists(day) && in_range(day.year) ? to_iso(day) : "")};
    case Form::calendar:
      if (exists(day) && in_range(day.year)) return {day, &date_rewritten, {}};
      return {{}, nullptr, unreadable(date_impossible)};
    case Form::year_last:
      break;
  }
  const Day month_first = day;
  const Day day_first = {day.year, day.day, day.month};
  if (!in_range(day.year) || (!exists(month_first) && !exists(day_first)))
    return {{}, nullptr, unreadable(date_impossible)};
  if (exists(month_first) && exists(day_first) && !(month_first == day_first))
    return {{}, nullptr, unreadable(date_ambiguous, only_one(school_year, {month_first, day_first}))};
  return {exists(month_first) ? month_first : day_first, &date_rewritten, {}};
}

void skip_gap(std::string_view& text) noexcept {
  text = trim_blanks(text);
  if (!text.empty() && text.front() == ',') text = trim_blanks(text.substr(1));
}

/// What follows the day: a weekday, a time, or both.
struct Tail {
  std::optional<int> weekday;
  std::optional<WrittenTime> time;
  bool fraction = false;  ///< 45413.5
};
Tail take_tail(std::string_view& text, bool serial) noexcept {
  Tail tail;
  if (serial && text.size() > 1 && text.front() == '.') {
    std::size_t n = 1;
    for (; n < text.size() && is_digit(text[n]); ++n) tail.fraction = tail.fraction || text[n] != '0';
    text.remove_prefix(n);
  }
  skip_gap(text);
  tail.weekday = take_weekday(text);
  skip_gap(text);
  tail.time = take_time(text);
  skip_gap(text);
  if (!tail.weekday) tail.weekday = take_weekday(text);
  return tail;
}

/// The day in Japan of a time with a zone.
Day day_in_japan(const Day& day, const WrittenTime& time) noexcept {
  const int minutes = time.minutes - *time.offset + kJapan;
  if (minutes < 0) return days_later(day, -1);
  return days_later(day, minutes / 1440);
}

std::vector<Argument> weekday_argument(const Day& day) {
  constexpr std::string_view kJapanese[] = {"日", "月", "火", "水", "木", "金", "土"};
  constexpr std::string_view kEnglish[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                           "Thursday", "Friday", "Saturday"};
  const int weekday = weekday_of(day);
  return {{"weekday", std::string(kJapanese[weekday]), std::string(kEnglish[weekday])}};
}

/// 令和元年 -> 2019, 令和元年5月 or 2019-5 -> 2019-05; empty for anything else. Completed by a day (and a
/// month) it must be a date.
std::string incomplete(std::string_view text) {
  if (text.size() < 4 || text.size() > 32) return {};
  const auto whole = [](const std::string& words) -> std::optional<Day> {
    std::string_view rest = words;
    const WrittenDay written = take_day(rest);
    const bool named = written.form == WrittenDay::Form::era || written.form == WrittenDay::Form::calendar;
    if (!named || !trim_blanks(rest).empty() || !in_range(written.day.year)) return std::nullopt;
    return exists(written.day) ? std::optional(written.day) : std::nullopt;
  };
  const std::string words(text);
  if (words.ends_with("年"))
    if (const auto day = whole(words + "12月1日")) return to_iso(*day).substr(0, 4);
  if (words.ends_with("月"))
    if (const auto day = whole(words + "1日")) return to_iso(*day).substr(0, 7);
  const std::size_t dash = words.find_first_of("-/");
  if (dash != 4 || words.size() > 7) return {};
  if (const auto day = whole(words + words[dash] + "1")) return to_iso(*day).substr(0, 7);
  return {};
}

Conversion read_folded(std::string_view text, const std::optional<int>& school_year) {
  const WrittenDay written = take_day(text);
  Judged judged = judge(written, school_year);
  if (written.form == WrittenDay::Form::none) {
    const std::string iso = incomplete(text);
    if (iso.empty()) return std::move(judged.fault);
    Conversion fault = unreadable(date_incomplete);
    fault.arguments = {{"iso", iso, {}}};
    return fault;
  }
  const Tail tail = take_tail(text, written.form == WrittenDay::Form::serial);
  if (!text.empty()) return unreadable(date_unreadable, judged.day ? to_iso(*judged.day) : std::string());
  if (!judged.day) return std::move(judged.fault);
  const Day& day = *judged.day;
  if (tail.weekday && *tail.weekday != weekday_of(day))
    return converted(to_iso(day), date_weekday_disagrees, weekday_argument(day));
  if (tail.time && tail.time->offset && *tail.time->offset != kJapan)
    return converted(to_iso(day_in_japan(day, *tail.time)), date_zone_shifted);
  if (tail.fraction || (tail.time && !tail.time->midnight)) return converted(to_iso(day), date_time_dropped);
  return converted(to_iso(day), *judged.rule);
}

}  // namespace

bool is_iso_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const unsigned i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (!is_digit(text[i])) return false;
  const char* at = text.data();
  const int year = two(at) * 100 + two(at + 2);
  const int month = two(at + 5);
  const int day = two(at + 8);
  if (year == 0 || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

Conversion read_date(std::string_view raw, std::optional<int> school_year) {
  if (raw.empty() || is_iso_date(raw)) return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() || is_iso_date(trimmed)) return converted(std::string(trimmed), outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(date_unreadable);
  const std::string folded = fold_width(trimmed);
  const std::string_view text = trim_blanks(folded);
  if (is_iso_date(text)) return converted(std::string(text), full_width);
  return read_folded(text, school_year);
}

}  // namespace anzenmap
