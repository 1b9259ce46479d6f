// SPDX-License-Identifier: Apache-2.0
// Differential fuzzing of gis/base/number and gis/value. The first byte chooses what is tried, the rest is
// the cell. Oracles: strtod and strtold, timegm, snprintf, and slow readers written here without a look at
// ours.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>

#include "gis/base/number.hpp"
#include "gis/profile/profile.hpp"
#include "gis/value/angle.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/category.hpp"
#include "gis/value/code.hpp"
#include "gis/value/date.hpp"
#include "gis/value/flag.hpp"
#include "gis/value/number.hpp"
#include "gis/value/school_year.hpp"
#include "gis/value/width.hpp"
#include "tests/fuzz/fuzz_input.hpp"

using namespace anzenmap;
using test::require;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// RFC 8259 section 6, one production after the other.
bool slow_json_number(std::string_view s, bool exponent) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < s.size() && digit(s[i])) ++i;
    return i > start;
  };
  if (i < s.size() && s[i] == '-') ++i;
  if (i < s.size() && s[i] == '0') {
    ++i;
  } else if (!digits()) {
    return false;
  }
  if (i < s.size() && s[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (exponent && i < s.size() && (s[i] == 'e' || s[i] == 'E')) {
    ++i;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == s.size();
}

/// What every conversion promises.
void check_promises(const Conversion& c, std::string_view raw) {
  switch (c.state) {
    case ValueState::plain:
      require(c.rule == nullptr && c.text.empty() && c.proposal.empty(), "plain is not empty", raw);
      break;
    case ValueState::converted:
      require(c.rule != nullptr && c.rule->severity != Severity::error && c.safety == FixSafety::safe,
              "converted without a safe rule", raw);
      require(c.text != raw, "converted into itself", raw);
      break;
    case ValueState::unreadable:
      require(c.rule != nullptr && c.rule->severity == Severity::error && c.text.empty(), "unreadable, badly",
              raw);
      require(c.proposal.empty() == (c.safety == FixSafety::none), "safety and proposal differ", raw);
      break;
  }
}

/// The reader's promises, and that it leaves alone what it made and what it proposes.
template <class Reader>
Conversion check(Reader read, std::string_view raw) {
  Conversion c = read(raw);
  check_promises(c, raw);
  if (c.state == ValueState::converted)
    require(read(c.text).state == ValueState::plain, "does not read its own text", raw);
  return c;
}

void try_numbers(std::string_view text) {
  const std::string terminated(text);
  double value = 0;
  const bool json = slow_json_number(text, true);
  require(is_json_number(text) == json, "is_json_number", text);
  const double expected = json ? std::strtod(terminated.c_str(), nullptr) : 0;
  const bool fits = json && std::isfinite(expected);
  require(parse_json_number(text, value) == fits, "parse_json_number", text);
  if (fits)
    require(value == expected && std::signbit(value) == std::signbit(expected), "parse_json_number value",
            text);
  const bool plain = slow_json_number(text, false) && fits;
  require(parse_plain_decimal(text, value) == plain, "parse_plain_decimal", text);
  if (plain) require(value == expected, "parse_plain_decimal value", text);

  if (const auto decimal = canonical_decimal(text)) {
    require(slow_json_number(*decimal, false), "canonical_decimal is no JSON", text);
    char* end = nullptr;
    const double as_written = std::strtod(terminated.c_str(), &end);
    require(end == terminated.c_str() + terminated.size(), "canonical_decimal read what strtod does not",
            text);
    require(std::strtod(decimal->c_str(), nullptr) == as_written, "canonical_decimal value", text);
  }
  const Conversion c = check(read_number, text);
  if (c.state == ValueState::converted && !c.text.empty())
    require(slow_json_number(c.text, false), "read_number is no JSON", text);
  if (c.state == ValueState::plain && !text.empty())
    require(slow_json_number(text, false), "read_number plain", text);
  const Conversion whole = check(read_integer, text);
  const std::string_view integer = whole.state == ValueState::plain ? text : std::string_view(whole.text);
  if (whole.state != ValueState::unreadable)
    require(integer.find_first_of(".eE") == std::string_view::npos, "read_integer", text);
}

void try_fixed7(std::string_view bytes) {
  double value = 0;
  if (bytes.size() < sizeof value) return;
  std::memcpy(&value, bytes.data(), sizeof value);
  char out[kFixed7Bytes];
  std::string text(out, write_fixed7(out, value));
  if (!(std::fabs(value) <= 1e9)) {
    require(text == "null", "write_fixed7 of no number", text);
    return;
  }
  require(slow_json_number(text, false) && text != "-0", "write_fixed7 is no JSON", text);
  require(text.find('.') == std::string::npos || (text.back() != '0' && text.size() - text.find('.') <= 8),
          "write_fixed7 is not trimmed", text);
  char expected[64];
  std::snprintf(expected, sizeof expected, "%.7f", value);
  // A tie, or the product's last bit, may round the other way: never more than one unit of the last place,
  // two where a double itself no longer holds seven decimals.
  const long double unit = std::fabs(value) > 2e8 ? 2.0000001e-7L : 1.0000001e-7L;
  require(std::fabs(std::strtold(text.c_str(), nullptr) - std::strtold(expected, nullptr)) <= unit,
          "write_fixed7 value", text);
  if (std::fabs(value) > 2e8) return;
  double back = 0;
  require(parse_plain_decimal(text, back), "write_fixed7 is not read", text);
  require(std::string(out, write_fixed7(out, back)) == text, "write_fixed7 does not stand", text);
}

void try_dates(std::string_view text) {
  const auto read = [](std::string_view raw) { return read_date(raw, 2024); };
  const Conversion c = check(read, text);
  if (c.state == ValueState::converted && !c.text.empty())
    require(is_iso_date(c.text), "read_date is no day", text);
  if (!c.proposal.empty()) require(is_iso_date(c.proposal), "read_date proposes no day", text);
  check(read_school_year, text);

  // Three numbers from the bytes, in the forms that need no guess; timegm tells what exists.
  if (text.size() < 3) return;
  const auto at = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(text[i])); };
  const int year = 1900 + at(0);
  const int month = at(1) % 14;
  const int day = at(2) % 33;
  std::tm wanted{};
  wanted.tm_year = year - 1900;
  wanted.tm_mon = month - 1;
  wanted.tm_mday = day;
  std::tm made = wanted;
  (void)timegm(&made);
  const bool there =
      made.tm_year == wanted.tm_year && made.tm_mon == wanted.tm_mon && made.tm_mday == wanted.tm_mday;
  char iso[32];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
  require(is_iso_date(iso) == there, "is_iso_date", iso);
  for (const char* form : {"%d/%d/%d", "%d年%d月%d日", "%d.%d.%d", "%d-%d-%d 00:00", "西暦%d年%d月%d日"}) {
    char raw[64];
    std::snprintf(raw, sizeof raw, form, year, month, day);
    const Conversion d = read_date(raw);
    require(there ? d.state == ValueState::converted && d.text == iso : d.state == ValueState::unreadable,
            "read_date of a written day", raw);
  }
}

void try_angles(std::string_view text) {
  for (const Axis axis : {Axis::latitude, Axis::longitude}) {
    const auto read = [axis](std::string_view raw) { return read_angle(raw, axis); };
    const Conversion c = check(read, text);
    double degrees = 0;
    if (c.state == ValueState::converted && !c.text.empty())
      require(is_plain_angle(c.text, degrees), "read_angle is no angle", text);
    if (!c.proposal.empty())
      require(is_plain_angle(c.proposal, degrees), "read_angle proposes no angle", text);
  }
  (void)stated_axis(text);

  if (text.size() < 6) return;
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  const unsigned degrees = at(0) % 190;
  const unsigned minutes = at(1) % 64;
  const unsigned millis = (at(2) * 65536 + at(3) * 256 + at(4)) % 64000;
  for (const char* form : {"%u°%u′%u.%03u″", "%u度%u分%u.%03u秒", "%u/%u/%u.%03u", "%u %u %u.%03u",
                           "%u:%u:%u.%03u", "%u.%u.%u.%03u"}) {
    char raw[64];
    std::snprintf(raw, sizeof raw, form, degrees, minutes, millis / 1000, millis % 1000);
    const Conversion c = read_angle(raw, Axis::longitude);
    const long double exact = degrees + (minutes * 60000.0L + millis) / 3600000.0L;
    const bool fine = minutes < 60 && millis < 60000 && exact <= 180;
    require(fine == (c.state == ValueState::converted), "read_angle of written minutes", raw);
    if (fine)
      require(std::fabs(std::strtold(c.text.c_str(), nullptr) - exact) <= 5.01e-10L, "read_angle value", raw);
  }
}

void try_codes(std::string_view text) {
  check(read_code, text);
  check(read_block_number, text);
  check(read_flag, text);
  const Conversion c = check(read_municipality_code, text);
  if (c.state == ValueState::converted && !c.text.empty())
    require(municipality_check_digit_ok(c.text), "read_municipality_code", text);
}

void try_categories(std::string_view text) {
  static const CategoryIndex* const index = [] {
    static Field field;
    field.separator = ";";
    field.categories = {{"こども110番の家", "kodomo110", "", "", {"110番の家"}},
                        {"崖崩れ、土石流及び地滑り", "landslide", "", "", {"崖"}},
                        {"AED", "aed", "", "", {}}};
    static const CategoryIndex made(field);
    return &made;
  }();
  check([](std::string_view raw) { return index->read(raw); }, text);
  if (const auto label = index->find(text)) require(index->is_label(*label), "find gives no label", text);
  if (const auto label = index->nearest(text))
    require(index->is_label(*label), "nearest gives no label", text);
}

void try_widths(std::string_view text) {
  const std::string_view trimmed = trim_blanks(text);
  require(trim_blanks(trimmed) == trimmed, "trim_blanks does not stand", text);
  require(trimmed.empty() || text.find(trimmed) != std::string_view::npos, "trim_blanks is no part", text);
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string folded = fold_width(text);
  if (ascii) require(folded == text && to_nfkc(text) == text, "ASCII was folded", text);
  if (text.size() <= 1000) require(to_nfkc(to_nfkc(text)) == to_nfkc(text), "NFKC does not stand", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0]) {
    case 'n':
      try_numbers(text);
      break;
    case '7':
      try_fixed7(text);
      break;
    case 'd':
      try_dates(text);
      break;
    case 'a':
      try_angles(text);
      break;
    case 'c':
      try_codes(text);
      break;
    case 'k':
      try_categories(text);
      break;
    case 'w':
      try_widths(text);
      break;
    default:
      try_numbers(text);
      try_dates(text);
      try_angles(text);
      try_codes(text);
      try_categories(text);
      try_widths(text);
  }
  return 0;
}
