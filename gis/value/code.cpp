// SPDX-License-Identifier: Apache-2.0
#include "gis/value/code.hpp"

#include <algorithm>
#include <optional>

#include "gis/value/blanks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo code_rewritten = {
    .code = "VA260",
    .name = "code-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"番号の書き方", "spelling of a code"},
    .message = {"「{column}」の全角の文字を半角に直しました（{before} → {after}）",
                "wrote the {column} code in half-width characters ({before} -> {after})"},
    .why = {"全角と半角は別の番号として扱われます",
            "full-width and half-width codes count as different ones"},
    .remedy = {"直す必要はありません。自動で直しました", "nothing to do, it was done"},
    .bad = "ID,名称,区分,緯度,経度\nＡ－１,公園の入口,危険,34.047171,131.828232\n",
    .good = "ID,名称,区分,緯度,経度\nA-1,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo code_zero_restored = {
    .code = "VA261",
    .name = "code-zero-lost",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"先頭の0が消えた番号", "a code without its leading zero"},
    .message = {"「{column}」の先頭の0を戻しました（{before} → {after}）",
                "put the leading zero of the {column} code back ({before} -> {after})"},
    .why = {"エクセルは番号を数として扱い、先頭の0を消します",
            "Excel takes codes for numbers and drops leading zeros"},
    .remedy = {"欄の書式を「文字列」にしてから番号を入れてください",
               "format the column as text before entering codes"},
    .bad = "全国地方公共団体コード,名称,区分,緯度,経度\n92011,公園の入口,危険,34.047171,131.828232\n",
    .good = "全国地方公共団体コード,名称,区分,緯度,経度\n092011,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo code_check_digit_added = {
    .code = "VA262",
    .name = "code-without-check-digit",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"最後の数字がない団体コード", "a municipality code without its check digit"},
    .message = {"「{column}」の最後の数字を補いました（{before} → {after}）",
                "added the check digit of the {column} code ({before} -> {after})"},
    .why = {"全国地方公共団体コードは6けたで、最後の数字は書きまちがいを見つけるためのものです",
            "municipality codes have six digits, the last of which shows slips"},
    .remedy = {"6けたの番号を入れてください", "enter the code of six digits"},
    .bad = "全国地方公共団体コード,名称,区分,緯度,経度\n35215,公園の入口,危険,34.047171,131.828232\n",
    .good = "全国地方公共団体コード,名称,区分,緯度,経度\n352152,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo code_exponent = {
    .code = "VA263",
    .name = "code-became-number",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"番号が計算用の数に変わっている", "a code that became a number"},
    .message = {"「{column}」の値「{value}」は、エクセルが番号を数に変えたもののようです",
                "Excel seems to have made a number of the {column} code '{value}'"},
    .why = {"長い番号は「3.52E+05」のように短くされ、もとの番号が分からなくなります",
            "long codes are shortened to 3.52E+05, which hides their digits"},
    .remedy = {"もとの番号を見て、欄の書式を「文字列」にして入れ直してください",
               "format the column as text and enter the original code again"},
    .bad = "ID,名称,区分,緯度,経度\n3.52152E+05,公園の入口,危険,34.047171,131.828232\n",
    .good = "ID,名称,区分,緯度,経度\n352152,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo code_exponent_undone = {
    .code = "VA264",
    .name = "municipality-code-became-number",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"数に変わった団体コード", "a municipality code that became a number"},
    .message = {"「{column}」を団体コードに戻しました（{before} → {after}）",
                "put the {column} code back ({before} -> {after})"},
    .why = {"エクセルが番号を数に変えました。最後の数字が合うので、もとの番号に戻せました",
            "Excel made a number of it; its check digit is right, so the code is certain"},
    .remedy = {"欄の書式を「文字列」にしてから番号を入れてください",
               "format the column as text before entering codes"},
    .bad = "全国地方公共団体コード,名称,区分,緯度,経度\n3.52152E+05,公園の入口,危険,34.047171,131.828232\n",
    .good = "全国地方公共団体コード,名称,区分,緯度,経度\n352152,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo code_is_date = {
    .code = "VA265",
    .name = "code-became-date",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"番号や番地が日付に変わっている", "a code or block number that became a date"},
    .message = {"「{column}」の値「{value}」は、エクセルが「2-3」のような番号を日付に変えたもののようです",
                "Excel seems to have made a date of the {column} value, which was like 2-3: '{value}'"},
    .why = {"「2-3」と入れると、エクセルは「2月3日」に変えることがあります",
            "Excel may turn 2-3 into 2月3日 (3 February)"},
    .remedy = {"もとの番号を、欄の書式を「文字列」にして入れ直してください",
               "format the column as text and enter the original value again"},
    .bad = "ID,名称,区分,緯度,経度\n2月3日,公園の入口,危険,34.047171,131.828232\n",
    .good = "ID,名称,区分,緯度,経度\n2-3,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo municipality_code_unreadable = {
    .code = "VA266",
    .name = "municipality-code-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"団体コードとして読めない", "not a municipality code"},
    .message = {"「{column}」の値「{value}」を6けたの団体コードとして読めません",
                "cannot read {column} value '{value}' as a municipality code of six digits"},
    .why = {"どの市や町のデータか分からなくなります", "nobody can tell which municipality it is about"},
    .remedy = {"周南市なら「352152」のように、6けたの番号を入れてください",
               "enter six digits, e.g. 352152 for Shunan"},
    .bad = "全国地方公共団体コード,名称,区分,緯度,経度\n周南市,公園の入口,危険,34.047171,131.828232\n",
    .good = "全国地方公共団体コード,名称,区分,緯度,経度\n352152,公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo municipality_check_digit_wrong = {
    .code = "VA267",
    .name = "municipality-check-digit-wrong",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"団体コードの最後の数字が合わない", "the check digit does not fit"},
    .message = {"「{column}」の値「{value}」は、最後の数字が合いません。どこかを書きまちがえています",
                "the check digit of {column} value '{value}' is wrong, so one of its digits is a slip"},
    .why = {"1つちがうだけで、別の市や町の番号になります", "one wrong digit names another municipality"},
    .remedy = {"市や町のホームページで番号を確かめてください", "look the code up on the municipality's site"},
    .bad = "全国地方公共団体コード,名称,区分,緯度,経度\n352153,公園の入口,危険,34.047171,131.828232\n",
    .good = "全国地方公共団体コード,名称,区分,緯度,経度\n352152,公園の入口,危険,34.047171,131.828232\n",
};

namespace {

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
bool is_alnum(char c) noexcept { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool all_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}
bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// ASCII for a full-width sign (U+FF01 to FF5E, U+3000) at the front of `text`, '\0' for anything else.
char half_of(std::string_view text) noexcept {
  if (text.size() < 3) return '\0';
  const auto a = static_cast<unsigned char>(text[0]);
  const auto b = static_cast<unsigned char>(text[1]);
  const auto c = static_cast<unsigned char>(text[2]);
  if (a == 0xE3 && b == 0x80 && c == 0x80) return ' ';
  if (a != 0xEF || (b != 0xBC && b != 0xBD) || c < 0x80 || c > 0xBF) return '\0';
  const int offset = (b - 0xBC) * 64 + (c - 0x80);  // from U+FF00
  return offset >= 1 && offset <= 0x5E ? static_cast<char>(offset + 0x20) : '\0';
}

/// Half width, but nothing else of NFKC: ㈱ or ① in an ID stay what they are.
std::string to_half_width(std::string_view text) {
  constexpr std::string_view kDashes[] = {"−", "‐", "‑", "–", "—", "―", "ー", "ｰ"};
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (const char half = half_of(text); half != '\0') {
      out += half;
      text.remove_prefix(3);
      continue;
    }
    std::size_t dash = 0;
    for (const std::string_view each : kDashes)
      if (text.substr(0, each.size()) == each) dash = each.size();
    const std::string_view after = text.substr(dash);
    const bool between = dash != 0 && !out.empty() && is_alnum(out.back()) && !after.empty() &&
                         (is_alnum(after.front()) || is_alnum(half_of(after)));
    if (between) {
      out += '-';
      text = after;
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

/// Excel's "3.52152E+05": one digit, decimals, E+ and two digits or more. The digits when all of them are
/// shown,
/// "" when some were cut, std::nullopt when it is not of this form.
std::optional<std::string> digits_of_exponent(std::string_view text) {
  const std::size_t e = text.find("E+");
  if (e == std::string_view::npos || e == 0 || !is_digit(text.front()) || text.front() == '0')
    return std::nullopt;
  const std::string_view exponent = text.substr(e + 2);
  if (exponent.size() < 2 || exponent.size() > 3 || !all_digits(exponent)) return std::nullopt;
  std::string_view decimals = text.substr(1, e - 1);
  if (!decimals.empty()) {
    decimals.remove_prefix(1);
    if (text[1] != '.' || !all_digits(decimals)) return std::nullopt;
  }
  int power = 0;
  for (const char c : exponent) power = power * 10 + (c - '0');
  if (static_cast<std::size_t>(power) != decimals.size()) return std::string();
  return std::string(1, text.front()) + std::string(decimals);
}

int small_number(std::string_view text) noexcept {
  if (text.empty() || text.size() > 2 || !all_digits(text)) return -1;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

std::string joined(int a, int b) { return std::to_string(a) + "-" + std::to_string(b); }

/// "2月3日" -> "2-3", "Feb-3" and "3-Feb" -> "2-3"; "" for anything else.
std::string number_in_month_and_day(std::string_view text) {
  constexpr std::string_view kMonth = "月";
  constexpr std::string_view kDay = "日";
  const std::size_t month_at = text.find(kMonth);
  if (month_at != std::string_view::npos) {
    std::string_view rest = text.substr(month_at + kMonth.size());
    if (rest.size() <= kDay.size() || rest.substr(rest.size() - kDay.size()) != kDay) return {};
    const int month = small_number(text.substr(0, month_at));
    const int day = small_number(rest.substr(0, rest.size() - kDay.size()));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? joined(month, day) : std::string();
  }
  constexpr std::string_view kNames[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return {};
  const std::string_view before = text.substr(0, hyphen);
  const std::string_view after = text.substr(hyphen + 1);
  for (int i = 0; i < 12; ++i) {
    const bool first = before == kNames[i];
    if (!first && after != kNames[i]) continue;
    const int day = small_number(first ? after : before);
    return day >= 1 && day <= 31 ? joined(i + 1, day) : std::string();
  }
  return {};
}

/// "2002/3/4" or "2002年3月4日" -> "2-3-4", as Excel reads what was typed as 2-3-4; "" for anything else.
std::string number_in_full_date(std::string_view text) {
  constexpr std::string_view kYear = "年";
  const bool slashes = text.find('/') != std::string_view::npos;
  const std::string_view first_mark = slashes ? std::string_view("/") : kYear;
  const std::size_t year_end = text.find(first_mark);
  if (year_end != 4 || text.substr(0, 2) != "20" || small_number(text.substr(2, 2)) < 0) return {};
  const std::string_view rest = text.substr(4 + first_mark.size());
  std::string month_day;
  if (slashes) {
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return {};
    const int month = small_number(rest.substr(0, slash));
    const int day = small_number(rest.substr(slash + 1));
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) month_day = joined(month, day);
  } else {
    month_day = number_in_month_and_day(rest);
  }
  return month_day.empty() ? month_day : std::to_string(small_number(text.substr(2, 2))) + "-" + month_day;
}

bool plausible_municipality(std::string_view five) noexcept {
  const int prefecture = small_number(five.substr(0, 2));
  const std::string_view number = five.substr(2, 3);
  return prefecture >= 1 && prefecture <= 47 && (number == "000" || number.front() != '0');
}

/// Five digits: six without the leading zero, or five without the check digit.
Conversion complete_municipality_code(const std::string& five) {
  const std::string zero_back = "0" + five;
  const bool zero_lost =
      municipality_check_digit_ok(zero_back) && plausible_municipality(zero_back.substr(0, 5));
  const bool digit_missing = plausible_municipality(five);
  if (zero_lost && digit_missing) return unreadable(municipality_code_unreadable);
  if (zero_lost) return converted(zero_back, code_zero_restored);
  if (digit_missing) return converted(five + municipality_check_digit(five), code_check_digit_added);
  return unreadable(municipality_code_unreadable);
}

}  // namespace

char municipality_check_digit(std::string_view five) noexcept {
  if (five.size() != 5 || !all_digits(five)) return '\0';
  int sum = 0;
  for (int i = 0; i < 5; ++i) sum += (five[static_cast<std::size_t>(i)] - '0') * (6 - i);
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

bool municipality_check_digit_ok(std::string_view six) noexcept {
  if (six.size() != 6 || municipality_check_digit(six.substr(0, 5)) != six[5] || six[5] == '\0') return false;
  const int prefecture = small_number(six.substr(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}

Conversion read_code(std::string_view raw) {
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() && raw.empty()) return {};
  const std::string half = is_ascii(trimmed) ? std::string(trimmed) : to_half_width(trimmed);
  if (const std::optional<std::string> digits = digits_of_exponent(half))
    return unreadable(code_exponent, *digits);
  if (std::string number = number_in_month_and_day(half); !number.empty())
    return unreadable(code_is_date, std::move(number));
  if (half == raw) return {};
  return converted(half, half == trimmed ? outer_blanks : code_rewritten);
}

Conversion read_municipality_code(std::string_view raw) {
  if (raw.empty() || municipality_check_digit_ok(raw)) return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty()) return converted({}, outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(municipality_code_unreadable);
  std::string code = to_half_width(trimmed);
  if (const std::optional<std::string> digits = digits_of_exponent(code)) {
    if (municipality_check_digit_ok(*digits)) return converted(*digits, code_exponent_undone);
    return unreadable(code_exponent, *digits);
  }
  if (code.size() > 2 && code.compare(code.size() - 2, 2, ".0") == 0) code.resize(code.size() - 2);
  if (!all_digits(code)) return unreadable(municipality_code_unreadable);
  if (code.size() == 5) return complete_municipality_code(code);
  if (code.size() != 6) return unreadable(municipality_code_unreadable);
  if (municipality_check_digit_ok(code))
    return converted(code, code == trimmed ? outer_blanks : code_rewritten);
  const std::string five = code.substr(0, 5);
  return unreadable(municipality_check_digit_wrong,
                    plausible_municipality(five) ? five + municipality_check_digit(five) : std::string());
}

Conversion read_block_number(std::string_view raw) {
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.size() <= kLongestValue) {
    const std::string half = to_half_width(trimmed);
    std::string number = number_in_month_and_day(half);
    if (number.empty()) number = number_in_full_date(half);
    if (!number.empty()) return unreadable(code_is_date, std::move(number));
  }
  if (trimmed.size() == raw.size()) return {};
  return converted(std::string(trimmed), outer_blanks);
}

}  // namespace anzenmap
