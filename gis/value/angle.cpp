// SPDX-License-Identifier: Apache-2.0
#include "gis/value/angle.hpp"

#include <string>

#include "gis/base/number.hpp"
#include "gis/value/angle_scan.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/width.hpp"

namespace anzenmap {

const RuleInfo angle_sexagesimal = {
    .code = "VA240",
    .name = "angle-in-minutes",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"度分秒の座標", "degrees, minutes and seconds"},
    .message = {"「{column}」の度・分・秒を小数の度に直しました（{before} → {after}）",
                "reckoned the {column} degrees, minutes and seconds to degrees ({before} -> {after})"},
    .why = {"地図のソフトは、小数の度（34.047171 など）で場所を受け取ります",
            "maps take places in decimal degrees"},
    .remedy = {"直す必要はありません。自動で計算しました", "nothing to do, it was reckoned"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,34度2分49.8秒,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047166667,131.828232\n",
};

const RuleInfo angle_rewritten = {
    .code = "VA241",
    .name = "angle-spelling",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"座標の書き方", "spelling of a coordinate"},
    .message = {"「{column}」の座標を数だけにしました（{before} → {after}）",
                "wrote the {column} coordinate as a number alone ({before} -> {after})"},
    .why = {"文字のついた座標は、地図のソフトが読めません", "maps cannot read coordinates with letters"},
    .remedy = {"直す必要はありません。次からは数だけを入れてください",
               "nothing to do; enter the number alone next time"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,34.047171 N,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo angle_decimal_comma = {
    .code = "VA242",
    .name = "angle-decimal-comma",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"座標の小数点がコンマになっている", "a comma for the decimal point of a coordinate"},
    .message = {"「{column}」のコンマを小数点として読みました（{before} → {after}）",
                "read the comma of the {column} value as the decimal point ({before} -> {after})"},
    .why = {"コンマは値の区切りや千の区切りに使われ、まちがいのもとになります",
            "a comma separates values or thousands elsewhere"},
    .remedy = {"小数点は「.」で書いてください", "write the decimal point as '.'"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,\"34,047171\",131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo angle_other_axis = {
    .code = "VA243",
    .name = "angle-names-other-axis",
    .severity = Severity::warning,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"緯度と経度が逆の欄にある", "latitude and longitude in each other's column"},
    .message = {"「{column}」の値「{value}」は、もう一方の欄（緯度と経度）に入れる値のようです",
                "{column} value '{value}' names the other coordinate"},
    .why = {"緯度と経度が入れかわると、場所が海の上や外国になります",
            "swapped coordinates lie in the sea or abroad"},
    .remedy = {"緯度（北緯）と経度（東経）の欄を確かめてください",
               "check which column holds latitude and which longitude"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,東経131.828232,北緯34.047171\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo angle_unreadable = {
    .code = "VA244",
    .name = "angle-unreadable",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"座標として読めない", "not a coordinate"},
    .message = {"「{column}」の値「{value}」を緯度・経度として読めません",
                "cannot read {column} value '{value}' as a coordinate"},
    .why = {"場所が分からないと、地図に載せられません", "without a place the record cannot be put on a map"},
    .remedy = {"「34.047171」のように、半角の数で入れてください",
               "enter a number in half-width digits such as 34.047171"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,学校の北,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo angle_sixty = {
    .code = "VA245",
    .name = "angle-sixty-or-more",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"分か秒が60以上", "minutes or seconds of 60 or more"},
    .message = {"「{column}」の値「{value}」は、分か秒が60以上になっています",
                "the minutes or seconds of {column} value '{value}' reach 60"},
    .why = {"1度は60分、1分は60秒です。書きまちがいか、小数の度を分けて書いたものです",
            "a degree has 60 minutes and a minute 60 seconds, so this is a slip or decimals cut into pieces"},
    .remedy = {"もとの記録を見て、正しい値を入れてください",
               "look at the original record and enter the right value"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,34度72分10秒,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34度2分10秒,131.828232\n",
};

const RuleInfo angle_out_of_range = {
    .code = "VA246",
    .name = "angle-out-of-range",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"180度をこえる座標", "a coordinate of more than 180 degrees"},
    .message = {"「{column}」の値「{value}」は180度をこえています",
                "{column} value '{value}' is more than 180 degrees"},
    .why =
        {"緯度は90度、経度は180度までです。小数点が抜けたか、メートルの座標かもしれません",
         "latitudes end at 90 and longitudes at 180 degrees; a point is missing or the value is in metres"},
    .remedy = {"小数点の位置と、座標の種類を確かめてください",
               "check the decimal point and the coordinate system"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,340249.8,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

const RuleInfo angle_pair = {
    .code = "VA247",
    .name = "angle-pair-in-one-cell",
    .severity = Severity::error,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::shown,
    .since = "0.1.0",
    .title = {"緯度と経度が1つの欄にある", "both coordinates in one cell"},
    .message = {"「{column}」に緯度と経度が両方入っています（{value}）",
                "{column} holds both coordinates ({value})"},
    .why = {"1つの欄に2つの値があると、どちらが緯度か決められません",
            "with two values in a cell it is not certain which is which"},
    .remedy = {"緯度と経度を、それぞれの欄に分けて入れてください",
               "put latitude and longitude into their own columns"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,\"34.047171, 131.828232\",131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

namespace {

constexpr NanoDegrees kHalfTurn = 180 * kNanoPerDegree;

std::string signed_degrees(NanoDegrees value, bool negative) { return to_degrees(negative ? -value : value); }

/// "34.047171, 131.828232" as copied from a map: the number that belongs to `axis`, "" when that is not
/// certain; std::nullopt when the text is no pair.
std::optional<std::string> one_of_pair(std::string_view text, Axis axis) {
  const std::size_t gap = text.find_first_of(", ");
  if (gap == std::string_view::npos) return std::nullopt;
  const std::string_view first = text.substr(0, gap);
  const std::string_view second = trim_blanks(text.substr(gap + 1));
  double a = 0;
  double b = 0;
  const bool pair = is_plain_angle(first, a) && is_plain_angle(second, b) &&
                    first.find('.') != std::string_view::npos && second.find('.') != std::string_view::npos;
  if (!pair) return std::nullopt;
  const bool a_latitude = a >= -90 && a <= 90;
  const bool b_latitude = b >= -90 && b <= 90;
  if (a_latitude == b_latitude) return std::string();
  return std::string((axis == Axis::latitude) == a_latitude ? first : second);
}

Conversion read_folded(std::string_view text, Axis axis) {
  if (const std::optional<std::string> half = one_of_pair(text, axis)) return unreadable(angle_pair, *half);
  const AngleWords words = take_angle_words(text);
  if (words.contradictory) return unreadable(angle_unreadable);
  const AngleBody angle = read_angle_body(words.body);
  using Form = AngleBody::Form;
  if (angle.form == Form::none) return unreadable(angle_unreadable);
  if (angle.form == Form::sixty) return unreadable(angle_sixty);
  if (angle.value > kHalfTurn) {
    const std::optional<NanoDegrees> packed = packed_sexagesimal(words.body);
    return unreadable(angle_out_of_range, packed ? signed_degrees(*packed, words.negative) : std::string());
  }
  std::string degrees = signed_degrees(angle.value, words.negative);
  if (angle.form == Form::loose) return unreadable(angle_unreadable, std::move(degrees));
  if (words.axis && *words.axis != axis) return converted(std::move(degrees), angle_other_axis);
  if (angle.form == Form::sexagesimal) return converted(std::move(degrees), angle_sexagesimal);
  return converted(std::move(degrees), angle.form == Form::comma ? angle_decimal_comma : angle_rewritten);
}

}  // namespace

bool is_plain_angle(std::string_view text, double& degrees) noexcept {
  double value = 0;
  if (!parse_plain_decimal(text, value) || !(value >= -180 && value <= 180)) return false;
  degrees = value;
  return true;
}

Conversion read_angle(std::string_view raw, Axis axis) {
  double degrees = 0;
  if (raw.empty() || is_plain_angle(raw, degrees)) return {};
  const std::string_view trimmed = trim_blanks(raw);
  if (trimmed.empty() || is_plain_angle(trimmed, degrees))
    return converted(std::string(trimmed), outer_blanks);
  if (trimmed.size() > kLongestValue) return unreadable(angle_unreadable);
  const std::string folded = fold_width(trimmed);
  const std::string_view text = trim_blanks(folded);
  if (is_plain_angle(text, degrees)) return converted(std::string(text), full_width);
  return read_folded(text, axis);
}

std::optional<Axis> stated_axis(std::string_view raw) {
  double degrees = 0;
  if (raw.empty() || raw.size() > kLongestValue || is_plain_angle(raw, degrees)) return std::nullopt;
  const std::string folded = fold_width(trim_blanks(raw));
  const AngleWords words = take_angle_words(folded);
  return words.contradictory ? std::nullopt : words.axis;
}

}  // namespace anzenmap
