// SPDX-License-Identifier: Apache-2.0
#include "gis/value/number.hpp"

#include <algorithm>
#include <array>

#include "gis/base/number.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo number_unreadable = {
    .code = "VA203",
    .name = "number-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"数として読めない", "not a number"},
    .message = {"「{column}」の値「{value}」を数として読めません",
                "cannot read {column} value '{value}' as a number"},
    .why = {"数の欄に言葉があると、合計や並べ替えができません",
            "a column of numbers with words in it cannot be added up or sorted"},
    .remedy = {"半角の数字だけを入れてください。分からないときは空欄にしてください",
               "enter half-width digits only; leave the cell empty when unknown"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,たぶん\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,\n",
};

const RuleInfo number_rewritten = {
    .code = "VA204",
    .name = "number-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"数の書き方", "spelling of a number"},
    .message = {"「{column}」の数の書き方をそろえました（{before} → {after}）",
                "wrote the {column} number in its plain form ({before} -> {after})"},
    .why = {"「+5」や「007」は、数として読めないソフトがあります",
            "some programs cannot read +5 or 007 as a number"},
    .remedy = {"直す必要はありません。大きさは変わっていません", "nothing to do; its size is the same"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,+5\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,5\n",
};

const RuleInfo number_unit_dropped = {
    .code = "VA205",
    .name = "number-with-unit",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"数に単位がついている", "a number with its unit"},
    .message = {"「{column}」の値から数だけを残しました（{before} → {after}）",
                "kept only the number of the {column} value ({before} -> {after})"},
    .why = {"単位や「約」がついた数は、計算や並べ替えに使えません",
            "a number with a unit cannot be reckoned with"},
    .remedy = {"単位は見出しに書き、欄には数だけを入れてください",
               "put the unit into the header and only the number into the cell"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,約5m\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,5\n",
};

const RuleInfo number_decimal_comma = {
    .code = "VA206",
    .name = "number-decimal-comma",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"小数点がコンマになっている", "a comma for the decimal point"},
    .message = {"「{column}」のコンマを小数点として読みました（{before} → {after}）",
                "read the comma of the {column} value as the decimal point ({before} -> {after})"},
    .why = {"日本ではコンマは千の区切りなので、別の数に読まれることがあります",
            "in Japan a comma groups thousands, so others may read another number"},
    .remedy = {"小数点は「.」で書いてください", "write the decimal point as '.'"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,\"0,75\"\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,0.75\n",
};

const RuleInfo number_thousands = {
    .code = "VA207",
    .name = "number-thousands-separator",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"数に千の区切りがある", "thousands separators"},
    .message = {"「{column}」の数から千の区切りのコンマを取りました（{before} → {after}）",
                "took the thousands separators of the {column} value out ({before} -> {after})"},
    .why = {"コンマの入った数は文字として扱われ、計算に使えません", "a number with commas is taken for text"},
    .remedy = {"コンマを入れずに数だけを入れてください", "enter the number without commas"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,\"1,000\"\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,1000\n",
};

const RuleInfo integer_unreadable = {
    .code = "VA208",
    .name = "integer-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"整数ではない", "not a whole number"},
    .message = {"「{column}」の値「{value}」は整数ではありません",
                "{column} value '{value}' is not a whole number"},
    .why = {"人数や学年のように、1つずつ数える欄です", "the column counts whole things"},
    .remedy = {"小数のない数を入れてください", "enter a number without decimals"},
    .bad = "名称,区分,緯度,経度,学年\n公園の入口,危険,34.047171,131.828232,4.5\n",
    .good = "名称,区分,緯度,経度,学年\n公園の入口,危険,34.047171,131.828232,4\n",
};

const RuleInfo number_ambiguous = {
    .code = "VA209",
    .name = "number-ambiguous",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"数が1つに決まらない", "more than one number is possible"},
    .message = {"「{column}」の値「{value}」は、どの数か1つに決められません",
                "{column} value '{value}' can mean more than one number"},
    .why = {"「4,5」は4.5とも4と5とも読めます。まちがった数に直さないよう、そのまま残しました",
            "4,5 can be 4.5 or 4 and 5; it was kept so that no wrong number is made of it"},
    .remedy = {"1つの数を、単位や「以上」をつけずに入れてください",
               "enter one number without a unit or 'at least'"},
    .bad = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,5以上\n",
    .good = "名称,区分,緯度,経度,位置誤差_m\n公園の入口,危険,34.047171,131.828232,5\n",
};

namespace {

constexpr int kLargestExponent = 30;

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
bool all_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Takes the first of `words` that `text` starts (or ends) with off; false when there is none.
template <std::size_t N>
bool take_prefix(std::string_view& text, const std::array<std::string_view, N>& words) noexcept {
  for (const std::string_view word : words)
    if (text.substr(0, word.size()) == word) {
      text = trim_blanks(text.substr(word.size()));
      return true;
    }
  return false;
}
template <std::size_t N>
bool take_suffix(std::string_view& text, const std::array<std::string_view, N>& words) noexcept {
  for (const std::string_view word : words)
    if (text.size() >= word.size() && text.substr(text.size() - word.size()) == word) {
      text = trim_blanks(text.substr(0, text.size() - word.size()));
      return true;
    }
  return false;
}

constexpr std::array<std::string_view, 8> kAbout = {"約",   "およそ", "おおよそ", "おおむね",
                                                    "概ね", "凡そ",   "ほぼ",     "だいたい"};
constexpr std::array<std::string_view, 5> kRoughly = {"くらい", "ぐらい", "程度", "ほど", "前後"};
constexpr std::array<std::string_view, 7> kLimit = {"以上", "以下", "以内", "未満", "超", "強", "弱"};
/// Units that stand alone in their kind, so that leaving them out does not change the size. Not cm, km, 分 or
/// %: they have neighbours (0.3 m, 50 % = 0.5). Longest first where one ends another.
constexpr std::array<std::string_view, 35> kUnits = {"平方メートル", "メートル", "ヘクトパスカル",
                                                     "m2",           "m",        "円",
                                                     "人",           "名",       "台",
                                                     "個",           "本",       "件",
                                                     "回",           "世帯",     "席",
                                                     "基",           "か所",     "カ所",
                                                     "ヶ所",         "ケ所",     "ヵ所",
                                                     "箇所",         "個所",     "歳",
                                                     "才",           "階",       "年生",
                                                     "年",           "軒",       "戸",
                                                     "棟",           "枚",       "点",
                                                     "校",           "匹"};

/// Units with neighbours: without them nobody knows the size.
constexpr std::array<std::string_view, 14> kScaledUnits = {"mm",   "cm", "km", "ha", "%",  "分", "秒",
                                                           "時間", "日", "月", "週", "万", "千", "か月"};

/// "1,200" or "-12,345,678.9": groups of three after a first group without leading zero.
bool is_grouped(std::string_view body, char group, char point) noexcept {
  const std::size_t dot = body.find(point);
  if (dot != std::string_view::npos && !all_digits(body.substr(dot + 1))) return false;
  std::string_view whole = body.substr(0, dot);
  std::size_t comma = whole.find(group);
  if (comma == std::string_view::npos || comma == 0 || comma > 3 || whole.front() == '0') return false;
  if (!all_digits(whole.substr(0, comma))) return false;
  for (whole.remove_prefix(comma); !whole.empty(); whole.remove_prefix(4))
    if (whole.size() < 4 || whole.front() != group || !all_digits(whole.substr(1, 3))) return false;
  return true;
}

std::string without(std::string_view text, char c) {
  std::string out;
  out.reserve(text.size());
  for (const char each : text)
    if (each != c) out += each;
  return out;
}

struct Digits {
  const RuleInfo* rule = nullptr;  ///< nullptr = no number
  std::string text;
};

/// Digits with commas: thousands, a decimal comma or, where both are possible, ambiguous.
Digits read_commas(std::string_view text) {
  const bool negative = text.substr(0, 1) == "-";
  const std::string_view body = negative ? text.substr(1) : text;
  const std::string sign = negative ? "-" : "";
  if (is_grouped(body, ',', '.')) return {&number_thousands, sign + without(body, ',')};
  const std::size_t comma = body.find(',');
  if (comma == std::string_view::npos || comma != body.rfind(',')) return {};
  const std::string_view whole = body.substr(0, comma);
  const std::string_view decimals = body.substr(comma + 1);
  if (!all_digits(decimals)) return {};
  const bool european = is_grouped(body, '.', ',');
  if (!european && (!all_digits(whole) || (whole.size() > 1 && whole.front() == '0'))) return {};
  std::string number = sign + without(whole, '.') + '.' + std::string(decimals);
  const bool certain = european || whole == "0" || decimals.size() >= 4;
  return {certain ? &number_decimal_comma : &number_ambiguous, std::move(number)};
}

Digits read_digits(std::string_view text) {
  if (std::optional<std::string> plain = canonical_decimal(text))
    return {&number_rewritten, std::move(*plain)};
  return read_commas(text);
}

/// The leading part of `text` that can belong to a number.
std::string_view leading_number(std::string_view text) noexcept {
  std::size_t n = !text.empty() && (text.front() == '-' || text.front() == '+') ? 1 : 0;
  while (n < text.size() && (is_digit(text[n]) || text[n] == '.' || text[n] == ',')) ++n;
  return text.substr(0, n);
}

/// "約50", "3m", "1,200円", "50人以上": a number with words around it.
Conversion read_with_words(std::string_view text) {
  constexpr std::array<std::string_view, 2> kMinus = {"▲", "△"};
  constexpr std::array<std::string_view, 2> kYen = {"¥", "\\"};
  const bool minus = take_prefix(text, kMinus);
  bool dropped = take_prefix(text, kAbout);
  if (take_prefix(text, kYen)) dropped = true;
  const std::string_view number = leading_number(text);
  const Digits digits = read_digits(number);
  if (digits.rule == nullptr) return unreadable(number_unreadable);
  std::string_view rest = trim_blanks(text.substr(number.size()));
  std::string_view scaled = rest;
  if (take_prefix(scaled, kScaledUnits)) return unreadable(number_ambiguous);
  const bool limited = take_suffix(rest, kLimit);
  if (take_suffix(rest, kRoughly)) dropped = true;
  if (take_suffix(rest, kUnits)) dropped = true;
  if (!rest.empty()) return unreadable(number_unreadable);
  if (minus && number.front() != '-') return unreadable(number_ambiguous, "-" + digits.text);
  if (minus || limited || digits.rule == &number_ambiguous) {
    return unreadable(number_ambiguous, minus ? std::string() : digits.text);
  }
  return converted(digits.text, dropped ? number_unit_dropped : *digits.rule);
}

}  // namespace

std::optional<std::string> canonical_decimal(std::string_view text) {
  if (text.size() > kLongestValue) return std::nullopt;
  const bool negative = text.substr(0, 1) == "-";
  if (negative || text.substr(0, 1) == "+") text.remove_prefix(1);
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) digits += text[at];
  auto point = static_cast<std::ptrdiff_t>(digits.size());
  if (at < text.size() && text[at] == '.')
    for (++at; at < text.size() && is_digit(text[at]); ++at) digits += text[at];
  if (digits.empty()) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool down = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!all_digits(text.substr(at))) return std::nullopt;
    int exponent = 0;
    for (; at < text.size() && exponent <= kLargestExponent; ++at)
      exponent = exponent * 10 + (text[at] - '0');
    if (exponent > kLargestExponent) return std::nullopt;
    point += down ? -exponent : exponent;
  }
  if (at != text.size()) return std::nullopt;

  if (point <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  if (static_cast<std::size_t>(point) > digits.size())
    digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
  const bool zero = digits.find_first_not_of('0') == std::string::npos;
  if (static_cast<std::size_t>(point) < digits.size()) digits.insert(static_cast<std::size_t>(point), 1, '.');
  const std::size_t whole = static_cast<std::size_t>(point) - 1;
  digits.erase(0, std::min(digits.find_first_not_of('0'), whole));
  return negative && !zero ? "-" + digits : digits;
}

bool is_plain_number(std::string_view text) noexcept {
  double value = 0;
  return parse_plain_decimal(text, value);
}

bool is_plain_integer(std::string_view text) noexcept {
  return is_plain_number(text) && text.find('.') == std::string_view::npos;
}

Conversion read_number(std::string_view raw) {
  const std::string_view trimmed = trim_blanks(raw);
  if (raw.empty() || (trimmed.size() == raw.size() && is_plain_number(raw))) return {};
  if (trimmed.empty() || is_plain_number(trimmed)) return converted(std::string(trimmed), outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(number_unreadable);
  const std::string folded = fold_width(trimmed);
  const std::string_view text = trim_blanks(folded);
  if (is_plain_number(text)) return converted(std::string(text), full_width);
  if (std::optional<std::string> decimal = canonical_decimal(text))
    return converted(std::move(*decimal), number_rewritten);
  return read_with_words(text);
}

Conversion read_integer(std::string_view raw) {
  if (raw.empty() || is_plain_integer(raw)) return {};
  Conversion number = read_number(raw);
  if (number.state == ValueState::unreadable) return number;
  const bool plain = number.state == ValueState::plain;
  std::string text = plain ? std::string(raw) : std::move(number.text);
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) {
    number.text = std::move(text);
    return number;
  }
  if (text.find_first_not_of('0', dot + 1) != std::string::npos) return unreadable(integer_unreadable);
  text.resize(dot);
  if (text == "-0") text = "0";
  return converted(std::move(text), plain ? number_rewritten : *number.rule);
}

}  // namespace anzenmap
