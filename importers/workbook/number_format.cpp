// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/number_format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <vector>

#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

constexpr double kLastSerial = 2'958'466;  // 9999-12-31 is 2958465

/// A format code with its quoted words, escapes, brackets and paddings taken out.
struct Bare {
  std::string text;      ///< lower case
  bool elapsed = false;  ///< has [h], [m] or [s]
};

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Index behind the quoted word, escape, padding or bracket that starts at `at`; `at` itself when none does.
std::size_t behind_literal(std::string_view code, std::size_t at) {
  const auto behind = [&](char closing) {
    const std::size_t end = code.find(closing, at + 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  };
  switch (code[at]) {
    case '"':
      return behind('"');
    case '[':
      return behind(']');
    case '\\':
    case '_':
    case '*': {
      std::size_t next = at + 1;
      if (next < code.size()) ++next;
      while (next < code.size() && (static_cast<unsigned char>(code[next]) & 0xC0) == 0x80) ++next;
      return next;
    }
    default:
      return at;
  }
}

Bare strip(std::string_view code) {
  Bare bare;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t next = behind_literal(code, at);
    if (next == at) {
      bare.text += lower(code[at++]);
      continue;
    }
    if (code[at] == '[') {
      std::string inner;
      for (const char c : code.substr(at + 1, next - at - 2)) inner += lower(c);
      if (all_of(inner, "h") || all_of(inner, "m") || all_of(inner, "s")) bare.elapsed = true;
    }
    at = next;
  }
  return bare;
}

void erase_all(std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
    text.erase(at, word.size());
}

/// An m between hours and seconds is minutes, any other one months.
bool has_month(const std::string& bare) {
  char before = 0;
  for (std::size_t at = 0; at < bare.size(); ++at) {
    const char c = bare[at];
    if (c == 'm') {
      std::size_t end = bare.find_first_not_of('m', at);
      if (end == std::string::npos) end = bare.size();
      const std::size_t after = bare.find_first_of("ymdhsge", end);
      const bool minutes = before == 'h' || (after != std::string::npos && bare[after] == 's');
      if (!minutes) return true;
      at = end - 1;
      before = 'm';
    } else if (std::string_view("ydhsge").find(c) != std::string_view::npos) {
      before = c;
    }
  }
  return false;
}

std::vector<std::string_view> split_sections(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t start = 0;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t next = behind_literal(code, at);
    if (next != at) {
      at = next;
      continue;
    }
    if (code[at] == ';') {
      sections.push_back(code.substr(start, at - start));
      start = at + 1;
    }
    ++at;
  }
  sections.push_back(code.substr(start));
  return sections;
}

/// Whether a section shows an integer with leading zeros: nothing but zeros and signs, two zeros side by
/// side.
bool is_mask(std::string_view section) {
  const std::string bare = strip(section).text;
  return all_of(bare, "0-() /") && bare.find("00") != std::string::npos && bare[0] != '-';
}

/// A condition such as [<=999] at the start of a section.
bool condition_holds(std::string_view section, double value, bool& conditional) {
  conditional = false;
  for (std::size_t at = 0; at < section.size() && section[at] == '[';) {
    const std::size_t end = section.find(']', at);
    if (end == std::string_view::npos) return true;
    const std::string_view inner = section.substr(at + 1, end - at - 1);
    const std::size_t digits = inner.find_first_not_of("<>=");
    double limit = 0;
    if (digits != 0 && digits != std::string_view::npos && parse_plain_decimal(inner.substr(digits), limit)) {
      conditional = true;
      const std::string_view sign = inner.substr(0, digits);
      if (sign == "<=") return value <= limit;
      if (sign == "<") return value < limit;
      if (sign == ">=") return value >= limit;
      if (sign == ">") return value > limit;
      if (sign == "=") return value == limit;
      return value != limit;
    }
    at = end + 1;
  }
  return true;
}

/// The literals of a mask and `digits` in its zeros, filled from the right; more digits go to the first zero.
void append_masked(std::string& out, std::string_view section, std::string_view digits) {
  std::size_t zeros = 0;
  for (std::size_t at = 0; at < section.size();) {
    const std::size_t next = behind_literal(section, at);
    if (next == at && section[at] == '0') ++zeros;
    at = next == at ? at + 1 : next;
  }
  std::string padded(zeros > digits.size() ? zeros - digits.size() : 0, '0');
  padded += digits;
  std::size_t used = 0;
  for (std::size_t at = 0; at < section.size();) {
    const std::size_t next = behind_literal(section, at);
    if (next == at) {
      if (section[at] == '0') {
        const std::size_t take = used == 0 ? padded.size() - zeros + 1 : 1;
        out.append(padded, used, take);
        used += take;
      } else {
        out += section[at];
      }
      ++at;
      continue;
    }
    if (section[at] == '"') out += section.substr(at + 1, next - at - 2);
    if (section[at] == '\\') out += section.substr(at + 1, next - at - 1);
    at = next;
  }
}

bool append_mask(std::string& out, double value, std::string_view code) {
  if (value < 0 || value > 999'999'999'999'999.0 || value != std::floor(value)) return false;
  const std::vector<std::string_view> sections = split_sections(code);
  std::string_view chosen = sections.front();
  for (const std::string_view section : sections) {
    bool conditional = false;
    if (condition_holds(section, value, conditional)) {
      chosen = section;
      break;
    }
  }
  if (!is_mask(chosen)) return false;
  append_masked(out, chosen, fmt::format("{:.0f}", value));
  return true;
}

struct Day {
  std::int64_t year;
  unsigned month;
  unsigned day;
};

/// Days since 1970-01-01 to the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level
/// date algorithms", civil_from_days).
Day day_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = days / 146'097;
  const auto doe = static_cast<unsigned>(days - era * 146'097);
  const unsigned yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const unsigned mp = (5 * doy + 2) / 153;
  const unsigned month = mp < 10 ? mp + 3 : mp - 9;
  return {static_cast<std::int64_t>(yoe) + era * 400 + (month <= 2 ? 1 : 0), month,
          doy - (153 * mp + 2) / 5 + 1};
}

void append_date(std::string& out, std::int64_t serial, bool date_1904) {
  auto to = std::back_inserter(out);
  if (!date_1904 && (serial == 0 || serial == 60)) {  // days that only Excel has
    out += serial == 0 ? "1900-01-00" : "1900-02-29";
    return;
  }
  // 1904-01-01 is day -24107; 1900-01-01 is day -25567 and serial 1. From serial 61 on one day too many is
  // counted.
  const std::int64_t days = date_1904 ? serial - 24'107 : serial - (serial > 60 ? 25'569 : 25'568);
  const Day day = day_of(days);
  fmt::format_to(to, "{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

void append_clock(std::string& out, std::int64_t seconds) {
  fmt::format_to(std::back_inserter(out), "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
}

/// Excel rounds to the second that it shows.
bool append_moment(std::string& out, double value, NumberFormat::Kind kind, bool date_1904) {
  if (!(value >= 0) || value >= kLastSerial) return false;
  const auto seconds = static_cast<std::int64_t>(std::llround(value * 86'400));
  const std::int64_t day = seconds / 86'400;
  switch (kind) {
    case NumberFormat::Kind::elapsed:
      append_clock(out, seconds);
      return true;
    case NumberFormat::Kind::date:
      append_date(out, static_cast<std::int64_t>(value), date_1904);
      return true;
    case NumberFormat::Kind::time:
      if (day > 0) {  // the format shows the hour only, the value has a day too: keep it
        append_date(out, day, date_1904);
        out += 'T';
      }
      append_clock(out, seconds % 86'400);
      return true;
    default:
      append_date(out, day, date_1904);
      out += 'T';
      append_clock(out, seconds % 86'400);
      return true;
  }
}

/// Whether a stored number is already what append_plain_number would write. Most are.
bool is_canonical(std::string_view stored) {
  std::size_t at = stored.starts_with('-') ? 1 : 0;
  const std::size_t first = at;
  while (at < stored.size() && stored[at] >= '0' && stored[at] <= '9') ++at;
  const std::size_t whole = at - first;
  if (whole == 0 || (whole > 1 && stored[first] == '0')) return false;
  if (at == stored.size()) return whole <= 15 && stored != "-0";
  if (stored[at] != '.') return false;
  const std::size_t dot = at++;
  while (at < stored.size() && stored[at] >= '0' && stored[at] <= '9') ++at;
  const std::size_t decimals = at - dot - 1;
  return at == stored.size() && decimals != 0 && whole + decimals <= 15 && stored.back() != '0';
}

/// Some programs write "+5", ".5", "5." or "007", which JSON's grammar does not have.
bool parse_stored(std::string_view stored, double& value) {
  if (parse_json_number(stored, value)) return true;
  const auto is_digit_at = [](const std::string& text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  if (stored.find_first_of("0123456789") == std::string_view::npos) return false;
  std::string text(stored.substr(stored.starts_with('+') ? 1 : 0));
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  while (first < text.size() && text[first] == '0') text.erase(first, 1);
  if (!is_digit_at(text, first)) text.insert(first, 1, '0');
  const std::size_t dot = text.find('.');
  if (dot != std::string::npos && !is_digit_at(text, dot + 1)) text.erase(dot, 1);
  return parse_json_number(text, value);
}

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  const std::vector<std::string_view> sections = split_sections(code);
  for (const std::string_view section : sections)
    if (is_mask(section)) return {NumberFormat::Kind::mask, std::string(code)};

  Bare bare = strip(sections.front());
  if (bare.elapsed) return {NumberFormat::Kind::elapsed, {}};
  if (bare.text.find("general") != std::string::npos || bare.text.find("標準") != std::string::npos)
    return {};
  erase_all(bare.text, "am/pm");
  erase_all(bare.text, "a/p");
  erase_all(bare.text, "e+");  // 0.00E+00
  erase_all(bare.text, "e-");
  const bool time = bare.text.find_first_of("hs") != std::string::npos;
  const bool date = bare.text.find_first_of("ydge") != std::string::npos || has_month(bare.text) ||
                    bare.text.find("aaa") != std::string::npos;
  if (date && time) return {NumberFormat::Kind::datetime, {}};
  if (date) return {NumberFormat::Kind::date, {}};
  if (time) return {NumberFormat::Kind::time, {}};
  NumberFormat plain;
  plain.percent = bare.text.find('%') != std::string::npos;
  return plain;
}

NumberFormat builtin_number_format(std::uint32_t id) {
  const auto between = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
  if (id == 22) return {NumberFormat::Kind::datetime, {}};
  if (id == 46) return {NumberFormat::Kind::elapsed, {}};
  if (between(18, 21) || between(32, 33) || id == 45 || id == 47) return {NumberFormat::Kind::time, {}};
  if (between(14, 17) || between(27, 36) || between(50, 58)) return {NumberFormat::Kind::date, {}};
  NumberFormat plain;
  plain.percent = id == 9 || id == 10;
  return plain;
}

void append_plain_number(std::string& out, double value) {
  if (value == 0) {
    out += '0';
    return;
  }
  // d.dddddddddddddde+xx: the 15 digits that Excel shows, and where the point goes.
  const std::string scientific = fmt::format("{:.14e}", value < 0 ? -value : value);
  std::string digits = scientific.substr(0, 1) + scientific.substr(2, 14);
  int exponent = 0;
  for (const char c : std::string_view(scientific).substr(18)) exponent = exponent * 10 + (c - '0');
  if (scientific[17] == '-') exponent = -exponent;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (value < 0) out += '-';
  const auto count = static_cast<int>(digits.size());
  if (exponent < -20 || exponent > 20) {
    out += digits[0];
    if (count > 1) out.append(".").append(digits, 1);
    out += fmt::format("E{:+03}", exponent);
  } else if (exponent < 0) {
    out.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
  } else if (count <= exponent + 1) {
    out.append(digits).append(static_cast<std::size_t>(exponent + 1 - count), '0');
  } else {
    out.append(digits, 0, static_cast<std::size_t>(exponent) + 1).append(".");
    out.append(digits, static_cast<std::size_t>(exponent) + 1);
  }
}

bool append_number(std::string& out, std::string_view stored, const NumberFormat& format, bool date_1904) {
  if (format.kind == NumberFormat::Kind::plain && is_canonical(stored)) {
    out += stored;
    return true;
  }
  double value = 0;
  if (!parse_stored(stored, value)) return false;
  if (format.kind == NumberFormat::Kind::mask) {
    if (append_mask(out, value, format.code)) return true;
  } else if (format.kind != NumberFormat::Kind::plain) {
    if (append_moment(out, value, format.kind, date_1904)) return true;
  }
  append_plain_number(out, value);
  return true;
}

}  // namespace anzenmap
