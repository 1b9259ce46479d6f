// SPDX-License-Identifier: Apache-2.0
#include "gis/value/angle_scan.hpp"

#include <algorithm>
#include <array>

#include "gis/value/blanks.hpp"
#include "gis/value/number.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kMostDigits = 9;  // of a whole part: beyond any angle, within an int64 of billionths

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equal_ignoring_case(std::string_view text, std::string_view word) noexcept {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

bool take(std::string_view& text, std::string_view word) noexcept {
  if (text.substr(0, word.size()) != word) return false;
  text = trim_blanks(text.substr(word.size()));
  return true;
}

struct Word {
  std::string_view text;
  Axis axis;
  int sign;  ///< 0 = names the axis only
};
/// Longest first where one starts with another.
constexpr std::array<Word, 16> kWords = {{{"北緯", Axis::latitude, 1},
                                          {"南緯", Axis::latitude, -1},
                                          {"東経", Axis::longitude, 1},
                                          {"西経", Axis::longitude, -1},
                                          {"緯度", Axis::latitude, 0},
                                          {"経度", Axis::longitude, 0},
                                          {"latitude", Axis::latitude, 0},
                                          {"longitude", Axis::longitude, 0},
                                          {"lat", Axis::latitude, 0},
                                          {"long", Axis::longitude, 0},
                                          {"lon", Axis::longitude, 0},
                                          {"lng", Axis::longitude, 0},
                                          {"n", Axis::latitude, 1},
                                          {"s", Axis::latitude, -1},
                                          {"e", Axis::longitude, 1},
                                          {"w", Axis::longitude, -1}}};

/// Digits with at most one dot, as whole number and billionths.
struct Component {
  bool found = false;
  bool has_dot = false;
  std::size_t digits = 0;  ///< of the whole part
  std::int64_t whole = 0;
  std::int64_t nano = 0;
};
Component take_component(std::string_view& text) noexcept {
  Component c;
  std::size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (++c.digits > kMostDigits) return c;
    c.whole = c.whole * 10 + (text[at] - '0');
  }
  if (c.digits == 0) return c;
  std::int64_t fraction = 0;
  std::int64_t unit = kNanoPerDegree;
  if (at < text.size() && text[at] == '.') {
    c.has_dot = true;
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      if (unit == 1 && text[at] >= '5') ++fraction;
      if (unit <= 1) {
        unit = 0;  // the tenth decimal has rounded, further ones do not count
        continue;
      }
      unit /= 10;
      fraction += unit * (text[at] - '0');
    }
  }
  c.found = true;
  c.nano = c.whole * kNanoPerDegree + fraction;
  text = trim_blanks(text.substr(at));
  return c;
}

AngleBody sexagesimal(const Component& degrees, const Component& minutes, const Component& seconds,
                      AngleBody::Form form = AngleBody::Form::sexagesimal) noexcept {
  if (minutes.whole >= 60 || seconds.whole >= 60) return {AngleBody::Form::sixty, 0};
  const std::int64_t nano_seconds = minutes.nano * 60 + seconds.nano;
  return {form, degrees.nano + (nano_seconds + 1800) / 3600};
}

bool take_minute_mark(std::string_view& text) noexcept {
  if (text.substr(0, 2) == "''") return false;  // two primes are a second mark
  return take(text, "'") || take(text, "分");
}
bool take_second_mark(std::string_view& text) noexcept {
  return take(text, "''") || take(text, "\"") || take(text, "秒");
}

/// After "34°": "03′12″", "03.5′", "03′12" or nothing.
AngleBody after_degree_mark(const Component& degrees, std::string_view text) noexcept {
  if (text.empty()) return {AngleBody::Form::decimal, degrees.nano};
  const Component minutes = take_component(text);
  if (!minutes.found || degrees.has_dot) return {};
  const bool marked = take_minute_mark(text);
  if (text.empty()) return sexagesimal(degrees, minutes, {});
  const Component seconds = take_component(text);
  if (!marked || !seconds.found || minutes.has_dot) return {};
  (void)take_second_mark(text);
  return text.empty() ? sexagesimal(degrees, minutes, seconds) : AngleBody{};
}

/// "34.3.12" and "34.3.12.5": dots between degrees, minutes and seconds.
AngleBody read_dotted(std::string_view text) noexcept {
  std::array<std::string_view, 4> part;
  std::size_t parts = 0;
  for (std::size_t start = 0; start <= text.size(); ++parts) {
    if (parts == part.size()) return {};
    const std::size_t dot = std::min(text.find('.', start), text.size());
    part[parts] = text.substr(start, dot - start);
    if (part[parts].empty() || !std::all_of(part[parts].begin(), part[parts].end(), is_digit)) return {};
    start = dot + 1;
  }
  if (parts < 3 || part[0].size() > 3 || part[1].size() > 2 || part[2].size() > 2) return {};
  std::string_view degrees = part[0];
  std::string_view minutes = part[1];
  std::string_view seconds = text.substr(static_cast<std::size_t>(part[2].data() - text.data()));
  return sexagesimal(take_component(degrees), take_component(minutes), take_component(seconds));
}

/// "34/2/49.8", "34:2:49.8", "34 2 49.8"; two numbers, or hyphens between three, are no more than a likeness.
AngleBody read_separated(std::string_view text) noexcept {
  const std::size_t after_digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool blank = leading_blank(text.substr(after_digits)) != 0;
  const Component degrees = take_component(text);
  if (!degrees.found || degrees.has_dot || text.empty()) return {};
  const char mark = is_digit(text.front()) && blank ? ' ' : text.front();
  if (mark != ' ' && mark != '/' && mark != ':' && mark != '-') return {};
  if (mark != ' ') text = trim_blanks(text.substr(1));
  const Component minutes = take_component(text);
  if (!minutes.found || minutes.digits > 2) return {};
  if (text.empty()) return sexagesimal(degrees, minutes, {}, AngleBody::Form::loose);
  if (minutes.has_dot || (mark != ' ' && text.front() != mark)) return {};
  if (mark != ' ') text = trim_blanks(text.substr(1));
  const Component seconds = take_component(text);
  if (!seconds.found || seconds.digits > 2 || !text.empty()) return {};
  return sexagesimal(degrees, minutes, seconds,
                     mark == '-' ? AngleBody::Form::loose : AngleBody::Form::sexagesimal);
}

/// "34,047171": four decimals or more are no thousands, no minutes and no second number.
AngleBody read_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 3) return {};
  std::string number(text);
  number[comma] = '.';
  std::string_view rest = number;
  const Component degrees = take_component(rest);
  const std::size_t decimals = text.size() - comma - 1;
  if (!degrees.found || !rest.empty() || decimals == 0 || text.find('.') != std::string_view::npos) return {};
  return {decimals >= 4 ? AngleBody::Form::comma : AngleBody::Form::loose, degrees.nano};
}

}  // namespace

AngleWords take_angle_words(std::string_view text) noexcept {
  AngleWords words;
  int sign = 0;
  const auto note = [&](const Word& word) {
    words.contradictory |= words.axis && *words.axis != word.axis;
    words.contradictory |= sign != 0 && word.sign != 0;
    words.axis = word.axis;
    if (word.sign != 0) sign = word.sign;
  };
  text = trim_blanks(text);
  for (bool again = true; again;) {
    again = false;
    for (const Word& word : kWords) {
      if (!equal_ignoring_case(text.substr(0, word.text.size()), word.text)) continue;
      text = trim_blanks(text.substr(word.text.size()));
      (void)(take(text, ":") || take(text, "="));
      note(word);
      again = true;
      break;
    }
  }
  for (const Word& word : kWords) {
    const std::size_t size = word.text.size();
    if (word.sign == 0 || text.size() < size) continue;
    if (!equal_ignoring_case(text.substr(text.size() - size), word.text)) continue;
    words.contradictory |= text.back() == 's';  // 49.8s are seconds as well as south
    text = trim_blanks(text.substr(0, text.size() - size));
    note(word);
    break;
  }
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    words.contradictory |= sign != 0;
    if (sign == 0 && text.front() == '-') sign = -1;
    text = trim_blanks(text.substr(1));
  }
  words.negative = sign < 0;
  words.body = text;
  return words;
}

AngleBody read_angle_body(std::string_view body) {
  if (body.empty() || body.front() == '+' || body.front() == '-') return {};
  if (const std::optional<std::string> decimal = canonical_decimal(body)) {
    std::string_view text = *decimal;
    const Component degrees = take_component(text);
    return degrees.found && text.empty() ? AngleBody{AngleBody::Form::decimal, degrees.nano} : AngleBody{};
  }
  const auto dots = std::count(body.begin(), body.end(), '.');
  if (dots >= 2 && body.find_first_not_of("0123456789.") == std::string_view::npos) return read_dotted(body);
  std::string_view text = body;
  const Component degrees = take_component(text);
  if (degrees.found && (take(text, "°") || take(text, "度"))) return after_degree_mark(degrees, text);
  if (body.find(',') != std::string_view::npos) {
    std::string_view number = body;  // a degree mark behind the number does no harm
    for (const std::string_view mark : {std::string_view("°"), std::string_view("度")})
      if (number.size() > mark.size() && number.substr(number.size() - mark.size()) == mark)
        number = trim_blanks(number.substr(0, number.size() - mark.size()));
    return read_comma(number);
  }
  return read_separated(body);
}

std::string to_degrees(NanoDegrees value) {
  const NanoDegrees magnitude = value < 0 ? -value : value;
  std::string fraction = std::to_string(magnitude % kNanoPerDegree);
  fraction.insert(0, 9 - fraction.size(), '0');
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  std::string out = value < 0 ? "-" : "";
  out += std::to_string(magnitude / kNanoPerDegree);
  return fraction.empty() ? out : out + '.' + fraction;
}

std::optional<NanoDegrees> packed_sexagesimal(std::string_view body) {
  const std::size_t digits = std::min(body.find('.'), body.size());
  if (digits != 6 && digits != 7) return std::nullopt;
  if (!std::all_of(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(digits), is_digit))
    return std::nullopt;
  std::string_view degrees = body.substr(0, digits - 4);
  std::string_view minutes = body.substr(digits - 4, 2);
  std::string_view seconds = body.substr(digits - 2);
  const AngleBody angle =
      sexagesimal(take_component(degrees), take_component(minutes), take_component(seconds));
  if (angle.form != AngleBody::Form::sexagesimal || !seconds.empty() || angle.value > 180 * kNanoPerDegree)
    return std::nullopt;
  return angle.value;
}

}  // namespace anzenmap
