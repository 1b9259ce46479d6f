// SPDX-License-Identifier: Apache-2.0
#include "gis/value/date_scan.hpp"

#include <array>

#include "gis/value/blanks.hpp"

namespace anzenmap {
namespace {

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void skip_blanks(std::string_view& text) noexcept {
  while (const std::size_t n = leading_blank(text)) text.remove_prefix(n);
}

bool take(std::string_view& text, std::string_view word) noexcept {
  if (text.substr(0, word.size()) != word) return false;
  text.remove_prefix(word.size());
  return true;
}

/// An ASCII word in whatever case, not followed by another letter.
bool take_word(std::string_view& text, std::string_view word) noexcept {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(text[i]) != word[i]) return false;
  if (text.size() > word.size() && lower(text[word.size()]) >= 'a' && lower(text[word.size()]) <= 'z')
    return false;
  text.remove_prefix(word.size());
  return true;
}

/// Digits and how many there were; 0 when there are none or more than `most`.
struct Number {
  int value = 0;
  int digits = 0;
};
Number take_number(std::string_view& text, int most) noexcept {
  Number number;
  std::size_t n = 0;
  for (; n < text.size() && is_digit(text[n]); ++n) {
    if (++number.digits > most) return {};
    number.value = number.value * 10 + (text[n] - '0');
  }
  text.remove_prefix(n);
  return number;
}

/// The sign between two numbers of a date. A blank counts when nothing else stands there.
enum class Mark : std::uint8_t { none, slash, dot, hyphen, blank, year, month };
Mark take_mark(std::string_view& text) noexcept {
  const std::size_t size = text.size();
  skip_blanks(text);
  const bool blank = text.size() != size;
  Mark mark = Mark::none;
  if (take(text, "/"))
    mark = Mark::slash;
  else if (take(text, "."))
    mark = Mark::dot;
  else if (take(text, "-"))
    mark = Mark::hyphen;
  else if (take(text, "年"))
    mark = Mark::year;
  else if (take(text, "月"))
    mark = Mark::month;
  else if (blank && !text.empty() && is_digit(text.front()))
    mark = Mark::blank;
  if (mark != Mark::none) skip_blanks(text);
  return mark;
}

std::optional<int> month_named(std::string_view& text) noexcept {
  constexpr std::array<std::string_view, 12> kLong = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < kLong.size(); ++i)
    if (take_word(text, kLong[i]) || take_word(text, kLong[i].substr(0, 3))) return static_cast<int>(i + 1);
  return std::nullopt;
}

struct EraYear {
  std::optional<Era> era;
  int year = -1;
  int digits = 0;
};

/// 令和6, R6, 令和元 or 2024.
EraYear take_era_year(std::string_view& text) noexcept {
  EraYear found;
  found.era = take_era(text);
  if (found.era) skip_blanks(text);
  if (found.era && take(text, "元")) {
    found.year = 1;
    found.digits = 1;
    return found;
  }
  const Number number = take_number(text, 8);
  if (number.digits != 0) found.year = number.value;
  found.digits = number.digits;
  return found;
}

int gregorian(const EraYear& year) noexcept {
  return year.era ? gregorian_year(*year.era, year.year) : year.year;
}

/// "(2024年)" or "(令和6年)" after a year: the other calendar. False when it is there and disagrees.
bool other_calendar_agrees(std::string_view& text, int year) noexcept {
  std::string_view rest = text;
  skip_blanks(rest);
  if (!take(rest, "(")) return true;
  const EraYear other = take_era_year(rest);
  if (other.year < 0 || (!other.era && other.digits != 4)) return true;
  (void)take(rest, "年");
  if (!take(rest, ")")) return true;
  text = rest;
  return gregorian(other) == year;
}

/// Month and day after a year (and its 年, if that was taken), "5月1日", "/5/1": false when they are not
/// there or differ in their marks.
bool take_month_day(std::string_view& text, Day& day, bool year_sign) noexcept {
  const Mark first = year_sign ? Mark::year : take_mark(text);
  skip_blanks(text);
  if (first == Mark::none || first == Mark::month) return false;
  const Number month = take_number(text, 2);
  if (month.digits == 0) return false;
  const Mark second = take_mark(text);
  if (first == Mark::year ? second != Mark::month : second != first) return false;
  const Number date = take_number(text, 2);
  if (date.digits == 0) return false;
  if (first == Mark::year) {
    skip_blanks(text);
    (void)take(text, "日");
  }
  day.month = month.value;
  day.day = date.value;
  return true;
}

WrittenDay compact(const EraYear& year, std::string_view& text, std::string_view before) noexcept {
  WrittenDay day;
  const int n = year.year;
  if (year.era && year.digits == 6) {
    day.form = WrittenDay::Form::era;
    day.era = *year.era;
    day.day = {gregorian_year(*year.era, n / 10000), n / 100 % 100, n % 100};
  } else if (!year.era && year.digits == 8) {
    day.form = WrittenDay::Form::calendar;
    day.day = {n / 10000, n / 100 % 100, n % 100};
  } else if (!year.era && year.digits == 6 && text.empty()) {
    day.form = WrittenDay::Form::two_digit;
    day.day = {n / 10000, n / 100 % 100, n % 100};
  } else if (!year.era && year.digits == 5) {
    day.form = WrittenDay::Form::serial;
    day.serial = n;
  } else {
    text = before;
  }
  return day;
}

/// What starts with one or two digits: 5月1日, 5/1, 24/5/1, 5/1/2024.
WrittenDay take_short(int first, std::string_view& text, std::string_view before) noexcept {
  WrittenDay day;
  const Mark mark = take_mark(text);
  const Number second = mark == Mark::none || mark == Mark::blank ? Number{} : take_number(text, 2);
  if (second.digits == 0) {
    text = before;
    return day;
  }
  if (mark == Mark::month) {
    skip_blanks(text);
    (void)take(text, "日");
    day.form = WrittenDay::Form::no_year;
    day.day = {0, first, second.value};
    return day;
  }
  std::string_view rest = text;
  const Mark next = take_mark(rest);
  const bool continues = mark == Mark::year ? next == Mark::month : next == mark;
  const Number third = continues ? take_number(rest, 4) : Number{};
  if (third.digits == 0) {
    if (mark == Mark::slash && !continues) {
      day.form = WrittenDay::Form::no_year;
      day.day = {0, first, second.value};
    } else {
      text = before;
    }
    return day;
  }
  if (mark == Mark::year) {
    skip_blanks(rest);
    (void)take(rest, "日");
  }
  text = rest;
  day.form = third.digits == 4 ? WrittenDay::Form::year_last : WrittenDay::Form::two_digit;
  day.day = third.digits == 4 ? Day{third.value, first, second.value} : Day{first, second.value, third.value};
  return day;
}

/// May 1, 2024 / 1 May 2024 / 1-May-2024.
WrittenDay take_english(std::string_view& text) noexcept {
  const std::string_view before = text;
  const auto gap = [&text] {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '-'))
      text.remove_prefix(1);
  };
  WrittenDay day;
  std::optional<int> month = month_named(text);
  const bool month_first = month.has_value();
  gap();
  const Number date = take_number(text, 2);
  gap();
  if (!month_first) month = month_named(text);
  gap();
  const Number year = take_number(text, 4);
  if (!month || date.digits == 0 || year.digits != 4) {
    text = before;
    return day;
  }
  day.form = WrittenDay::Form::calendar;
  day.day = {year.value, *month, date.value};
  return day;
}

}  // namespace

WrittenDay take_day(std::string_view& text) noexcept {
  const std::string_view before = text;
  if (const WrittenDay english = take_english(text); english.form != WrittenDay::Form::none) return english;
  if (take(text, "西暦")) skip_blanks(text);
  const EraYear year = take_era_year(text);
  if (year.year < 0) {
    text = before;
    return {};
  }
  if (year.digits >= 5) return compact(year, text, before);
  if (!year.era && year.digits <= 2) return take_short(year.year, text, before);
  WrittenDay day;
  day.day.year = gregorian(year);
  const bool wrong_length = year.era ? year.digits > 2 || year.year == 0 : year.digits != 4;
  // The other calendar may stand before or behind the sign: 令和6(2024)年5月1日, 令和6年(2024年)5月1日.
  std::string_view rest = text;
  skip_blanks(rest);
  bool year_sign = take(rest, "年");
  const std::size_t size = rest.size();
  const bool agrees = other_calendar_agrees(rest, day.day.year);
  const bool bracket = rest.size() != size;
  if (bracket && !year_sign) year_sign = take(rest, "年");
  if (bracket || year_sign) text = rest;
  if (wrong_length || !take_month_day(text, day.day, year_sign)) {
    text = before;
    return {};
  }
  day.form = !agrees    ? WrittenDay::Form::two_years
             : year.era ? WrittenDay::Form::era
                        : WrittenDay::Form::calendar;
  if (year.era) day.era = *year.era;
  return day;
}

std::optional<int> take_weekday(std::string_view& text) noexcept {
  constexpr std::array<std::string_view, 7> kJapanese = {"日", "月", "火", "水", "木", "金", "土"};
  constexpr std::array<std::string_view, 7> kEnglish = {"sunday",   "monday", "tuesday", "wednesday",
                                                        "thursday", "friday", "saturday"};
  std::string_view rest = text;
  const bool bracket = take(rest, "(");
  for (std::size_t i = 0; i < kJapanese.size(); ++i) {
    std::string_view after = rest;
    const bool english = take_word(after, kEnglish[i]) || take_word(after, kEnglish[i].substr(0, 3));
    if (english) (void)take(after, ".");
    if (!english && !take(after, kJapanese[i])) continue;
    const bool suffix = !english && (take(after, "曜日") || take(after, "曜"));
    (void)(take(after, "・祝日") || take(after, "・祝") || take(after, "祝"));
    if (bracket ? !take(after, ")") : !(english || suffix)) return std::nullopt;
    text = after;
    return static_cast<int>(i);
  }
  return std::nullopt;
}

namespace {

/// 午前, AM = 0; 午後, PM = 12.
std::optional<int> take_half(std::string_view& text) noexcept {
  if (take(text, "午前") || take_word(text, "am")) return 0;
  if (take(text, "午後") || take_word(text, "pm")) return 12;
  return std::nullopt;
}

std::optional<int> take_zone(std::string_view& text) noexcept {
  if (take_word(text, "jst")) return 540;
  if (take_word(text, "z")) return 0;
  std::string_view rest = text;
  const bool named = take_word(rest, "gmt") || take_word(rest, "utc");
  if (rest.empty() || (rest.front() != '+' && rest.front() != '-')) {
    if (!named) return std::nullopt;
    text = rest;
    return 0;
  }
  const int sign = rest.front() == '-' ? -1 : 1;
  rest.remove_prefix(1);
  const Number hours = take_number(rest, 4);
  int minutes = hours.digits > 2 ? hours.value % 100 : 0;
  const int whole = hours.digits > 2 ? hours.value / 100 : hours.value;
  if (hours.digits <= 2 && take(rest, ":")) {
    const Number extra = take_number(rest, 2);
    if (extra.digits != 2) return std::nullopt;
    minutes = extra.value;
  }
  if (hours.digits == 0 || whole > 14 || minutes > 59) return std::nullopt;
  text = rest;
  return sign * (whole * 60 + minutes);
}

}  // namespace

std::optional<WrittenTime> take_time(std::string_view& text) noexcept {
  std::string_view rest = text;
  if (!rest.empty() && (rest.front() == 'T' || rest.front() == 't')) rest.remove_prefix(1);
  skip_blanks(rest);
  std::optional<int> half = take_half(rest);
  skip_blanks(rest);
  const Number hour = take_number(rest, 2);
  const bool colon = hour.digits != 0 && take(rest, ":");
  if (hour.digits == 0 || (!colon && !take(rest, "時"))) return std::nullopt;
  const Number minute = take_number(rest, 2);
  Number second;
  bool fraction = false;
  if (colon) {
    if (minute.digits != 2) return std::nullopt;
    if (take(rest, ":")) {
      second = take_number(rest, 2);
      if (second.digits != 2) return std::nullopt;
      if (take(rest, ".")) fraction = take_number(rest, 9).value != 0;
    }
  } else if (minute.digits != 0) {
    if (!take(rest, "分")) return std::nullopt;
    second = take_number(rest, 2);
    if (second.digits != 0 && !take(rest, "秒")) return std::nullopt;
  }
  std::string_view after = rest;
  skip_blanks(after);
  if (!half && (half = take_half(after))) rest = after;
  if (hour.value > 23 || minute.value > 59 || second.value > 60 || (half && hour.value > 12))
    return std::nullopt;
  WrittenTime time;
  time.minutes = (half ? hour.value % 12 + *half : hour.value) * 60 + minute.value;
  time.midnight = time.minutes == 0 && second.value == 0 && !fraction;
  after = rest;
  skip_blanks(after);
  time.offset = take_zone(after);
  text = time.offset ? after : rest;
  return time;
}

}  // namespace anzenmap
