// SPDX-License-Identifier: Apache-2.0
#include "gis/value/school_year.hpp"

#include <string>

#include "gis/value/blanks.hpp"
#include "gis/value/calendar.hpp"
#include "gis/value/date.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo school_year_rewritten = {
    .code = "VA280",
    .name = "school-year-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"年度の書き方", "spelling of a school year"},
    .message = {"「{column}」を西暦の年度に直しました（{before} → {after}）",
                "wrote the {column} value as a year of four digits ({before} -> {after})"},
    .why = {"書き方がそろっていないと、年度ごとに並べたり数えたりできません",
            "years can be sorted and counted only when they are written in one way"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度,年度\n公園の入口,危険,34.047171,131.828232,令和6年度\n",
    .good = "名称,区分,緯度,経度,年度\n公園の入口,危険,34.047171,131.828232,2024\n",
};

const RuleInfo school_year_unreadable = {
    .code = "VA281",
    .name = "school-year-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"年度として読めない", "not a school year"},
    .message = {"「{column}」の値「{value}」を年度として読めません",
                "cannot read {column} value '{value}' as a school year"},
    .why = {"いつの調べか分からなくなります", "nobody can tell when the survey was made"},
    .remedy = {"「2024」や「令和6年度」のように入れてください", "write it as 2024 or 令和6年度"},
    .bad = "名称,区分,緯度,経度,年度\n公園の入口,危険,34.047171,131.828232,今年\n",
    .good = "名称,区分,緯度,経度,年度\n公園の入口,危険,34.047171,131.828232,2024\n",
};

namespace {

constexpr int kEarliest = 1900;
constexpr int kLatest = 2199;

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }

bool is_plain_year(std::string_view text) noexcept {
  if (text.size() != 4) return false;
  int year = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    year = year * 10 + (c - '0');
  }
  return year >= kEarliest && year <= kLatest;
}

/// A year of up to four digits or 元; -1 when there is none.
int take_year(std::string_view& text) noexcept {
  constexpr std::string_view kFirst = "元";
  if (text.substr(0, kFirst.size()) == kFirst) {
    text.remove_prefix(kFirst.size());
    return 1;
  }
  int year = 0;
  std::size_t n = 0;
  for (; n < text.size() && n < 5 && is_digit(text[n]); ++n) year = year * 10 + (text[n] - '0');
  if (n == 0 || n > 4) return -1;
  text.remove_prefix(n);
  return year;
}

std::optional<int> one_year_in(std::string_view text) {
  constexpr std::string_view kGregorian = "西暦";
  if (text.substr(0, kGregorian.size()) == kGregorian) text = trim_blanks(text.substr(kGregorian.size()));
  const std::optional<Era> era = take_era(text);
  text = trim_blanks(text);
  int year = take_year(text);
  if (year < 0) return std::nullopt;
  if (era) {
    if (year == 0 || year > 99) return std::nullopt;
    year = gregorian_year(*era, year);
    if (!year_touches(*era, year)) return std::nullopt;
  }
  text = trim_blanks(text);
  if (!text.empty() && text != "年度" && text != "年" && text != "度") return std::nullopt;
  if (year < kEarliest || year > kLatest) return std::nullopt;
  return year;
}

/// One year, or the same year in both calendars: 令和6年度(2024年度).
std::optional<int> year_in(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return one_year_in(text);
  const std::optional<int> first = one_year_in(trim_blanks(text.substr(0, open)));
  const std::optional<int> second = one_year_in(trim_blanks(text.substr(open + 1, text.size() - open - 2)));
  return first == second ? first : std::nullopt;
}

}  // namespace

Conversion read_school_year(std::string_view raw) {
  if (raw.empty() || is_plain_year(raw)) return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() || is_plain_year(trimmed)) return converted(std::string(trimmed), outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(school_year_unreadable);
  const std::string folded = fold_width(trimmed);
  if (is_plain_year(folded)) return converted(folded, full_width);
  const std::optional<int> year = year_in(trim_blanks(folded));
  if (!year) return unreadable(school_year_unreadable);
  return converted(std::to_string(*year), school_year_rewritten);
}

std::optional<int> school_year_of(std::string_view iso_date) noexcept {
  if (!is_iso_date(iso_date)) return std::nullopt;
  int year = 0;
  for (const char c : iso_date.substr(0, 4)) year = year * 10 + (c - '0');
  const int month = (iso_date[5] - '0') * 10 + (iso_date[6] - '0');
  return month >= 4 ? year : year - 1;
}

}  // namespace anzenmap
