// SPDX-License-Identifier: Apache-2.0
#include "gis/place/place_rules.hpp"

#include <array>

#include "gis/place/crs.hpp"
#include "gis/place/crs_rules.hpp"
#include "gis/place/datum_grid.hpp"
#include "gis/place/second_place.hpp"

namespace anzenmap {

const RuleInfo place_missing{
    .code = "PL302",
    .name = "place-missing",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所がない", "no place"},
    .message = {"場所(緯度と経度)が書かれていません", "the record has no place (latitude and longitude)"},
    .why = {"場所のない記録は地図にのせられません。", "A record without a place cannot be put on a map."},
    .remedy = {"地図で場所を調べて、緯度と経度を書いてください。",
               "Look the place up on a map and fill in latitude and longitude."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,,\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_half{.code = "PL303",
                          .name = "place-half",
                          .severity = Severity::error,
                          .category = Category::place,
                          .scope = Scope::record,
                          .fix = FixSafety::none,
                          .since = "0.1.0",
                          .title = {"緯度か経度の片方だけ", "half a place"},
                          .message = {"「{column}」が空です。緯度と経度は両方必要です",
                                      "'{column}' is empty; latitude and longitude are both needed"},
                          .why = {"片方だけでは場所が決まりません。", "One coordinate alone is no place."},
                          .remedy = {"空いている方を書いてください。", "Fill in the other one."},
                          .bad = "名称,区分,緯度,経度\n正門前,危険,34.0471,\n",
                          .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_null_island{
    .code = "PL304",
    .name = "place-zero",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所が 0,0", "place is 0, 0"},
    .message = {"緯度と経度がどちらも 0 です。場所が測れていないときの値です",
                "latitude and longitude are both 0, what devices write without a fix"},
    .why = {"0,0 はアフリカ沖の海です。", "0, 0 lies in the sea off Africa."},
    .remedy = {"地図で場所を調べて書き直してください。", "Look the place up on a map."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,0,0\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_outside_hard{
    .code = "PL305",
    .name = "place-outside-area",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"ありえない場所", "place outside the area"},
    .message =
        {"緯度 {lat}、経度 {lon} は、決められた範囲(西 {west} 南 {south} 東 {east} 北 {north})の外です",
         "latitude {lat}, longitude {lon} is outside the area (west {west} south {south} east {east} north "
         "{north})"},
    .why = {"けたの打ちまちがいや、緯度と経度の取りちがえが考えられます。",
            "A mistyped digit or exchanged coordinates are likely."},
    .remedy = {"緯度と経度を地図で確かめて書き直してください。", "Check the coordinates on a map."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,3.40471,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_outside_expected{
    .code = "PL306",
    .name = "place-unexpected",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"思ったより遠い場所", "place outside the expected area"},
    .message = {"緯度 {lat}、経度 {lon} は、いつもの範囲(西 {west} 南 {south} 東 {east} 北 {north})の外です",
                "latitude {lat}, longitude {lon} is outside the expected area (west {west} south {south} "
                "east {east} north {north})"},
    .why = {"調べた地区の外なら、まちがいかもしれません。",
            "Outside the surveyed district it may be a slip."},
    .remedy = {"場所が正しければ何もしなくてよいです。", "Nothing to do when the place is right."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,35.6812,139.7671\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_swapped{
    .code = "PL307",
    .name = "place-swapped",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"緯度と経度が逆", "latitude and longitude exchanged"},
    .message =
        {"緯度に {lon}、経度に {lat} と書かれていて、逆のようです。緯度を {lat}、経度を {lon} "
         "として読みました",
         "latitude says {lon} and longitude {lat}: exchanged; read as latitude {lat}, longitude {lon}"},
    .why = {"逆のままでは日本の外になります。", "As written the place is outside the area."},
    .remedy = {"元の表の見出しか値を直しておくと安心です。", "Mend the source's header or values."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,131.8282,34.0471\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_decimals{
    .code = "PL308",
    .name = "place-too-many-decimals",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"小数が7けたより多い", "more than 7 decimals"},
    .message =
        {"「{column}」の「{value}」は小数が7けたより多いので、7けたに丸めます(1cmより細かい差です)",
         "'{column}' value '{value}' has more than 7 decimals; rounded to 7 (a difference below 1 cm)"},
    .why = {"7けたで約1cmです。それより細かい値に意味はありません。", "Seven decimals are about 1 cm."},
    .remedy = {"何もしなくてよいです。", "Nothing to do."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,34.047112345,131.8282\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_not_degrees{
    .code = "PL309",
    .name = "place-not-degrees",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"緯度・経度ではない数", "not degrees"},
    .message =
        {"「{value}」は緯度・経度(度)ではなさそうです。平面直角座標(m)なら、座標系を指定してください",
         "'{value}' does not look like degrees; if these are plane rectangular metres, name the source CRS"},
    .why = {"度のつもりで読むと、まったくちがう場所になります。",
            "Read as degrees the place would be quite another."},
    .remedy = {"測った人に座標系を聞き、EPSGの番号を指定してください(山口県は EPSG:6671)。",
               "Ask for the CRS and name its EPSG code (Yamaguchi: EPSG:6671)."},
    .bad = "名称,区分,緯度,経度\n正門前,危険,-216575.56,-31245.86\n",
    .good = "名称,区分,緯度,経度\n正門前,危険,34.0471,131.8282\n"};

const RuleInfo place_not_transformed{
    .code = "PL310",
    .name = "place-not-transformed",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"緯度・経度に直せない", "cannot be transformed"},
    .message = {"「{value}」を{crs}から緯度・経度に直せません",
                "cannot transform '{value}' from {crs} to degrees"},
    .why = {"座標系がちがうか、XとYが逆かもしれません。", "The CRS may be wrong, or X and Y exchanged."},
    .remedy = {"座標系と、X(北向き)とY(東向き)の列を確かめてください。",
               "Check the CRS and which column is X (north) and Y (east)."},
    .bad = "",
    .good = ""};

const RuleInfo place_property_differs{
    .code = "PL311",
    .name = "place-column-differs",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"形と列の場所がちがう", "column disagrees with the geometry"},
    .message = {"「{column}」の「{before}」は地図上の点とちがうので、点の値「{after}」にしました",
                "'{column}' value '{before}' disagrees with the point; set to '{after}'"},
    .why = {"同じ記録に二つの場所があると、読む人が迷います。", "Two places in one record mislead readers."},
    .remedy = {"点と列のどちらが正しいか確かめてください。", "Check which of the two is right."},
    .bad = "",
    .good = ""};

const RuleInfo place_shape_unreadable{
    .code = "PL312",
    .name = "place-shape-unreadable",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形(WKT)が読めない", "WKT unreadable"},
    .message = {"「{column}」の「{value}」を形(WKT)として読めません: {reason}",
                "cannot read '{column}' value '{value}' as WKT: {reason}"},
    .why = {"形が読めないと地図にのせられません。", "Without a shape there is nothing to put on the map."},
    .remedy = {"POINT(131.8282 34.0471) のような書き方に直してください。",
               "Write it like POINT(131.8282 34.0471)."},
    .bad = "名称,区分,形状\n正門前,危険,POINT(131.8282)\n",
    .good = "名称,区分,形状\n正門前,危険,POINT(131.8282 34.0471)\n"};

const RuleInfo place_shape_kept{
    .code = "PL313",
    .name = "place-second-shape",
    .severity = Severity::info,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"場所が二つある", "second shape kept as text"},
    .message = {"緯度・経度を場所として使い、「{column}」の形は文字のまま残します",
                "latitude and longitude are the place; the shape in '{column}' is kept as text"},
    .why = {"一つの記録に場所は一つです。", "A record has one place."},
    .remedy = {"線や面を場所にしたいときは、緯度と経度を空にしてください。",
               "To use the shape, leave latitude and longitude empty."},
    .bad =
        "名称,区分,緯度,経度,形状\n通学路,通学路,34.0471,131.8282,\"LINESTRING(131.8282 34.0471,131.8290 "
        "34.0480)\"\n",
    .good = "名称,区分,緯度,経度,形状\n通学路,通学路,,,\"LINESTRING(131.8282 34.0471,131.8290 34.0480)\"\n"};

const RuleInfo place_shape_turned{
    .code = "PL314",
    .name = "place-shape-turned",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"面の回り方(WKT)", "ring winding in WKT"},
    .message = {"「{column}」の面の回る向きが逆なので、直しました({count}か所)",
                "{count} ring(s) in '{column}' ran the wrong way and were turned"},
    .why = {"外側の輪は左回り、穴は右回りと決まっています。逆だと、面の外と中を取り違える地図があります。",
            "Outer rings run counterclockwise, holes clockwise; some maps fill the outside otherwise (RFC "
            "7946 section 3.1.6)."},
    .remedy = {"何もしなくてかまいません。書き出すファイルでは直してあります。",
               "Nothing to do: it is right in what is written."},
    .bad = "名称,区分,形状\n空き地,危険,\"POLYGON((131.82 34.04,131.82 34.05,131.83 34.05,131.82 34.04))\"\n",
    .good =
        "名称,区分,形状\n空き地,危険,\"POLYGON((131.82 34.04,131.83 34.05,131.82 34.05,131.82 "
        "34.04))\"\n"};

const RuleInfo place_not_metres{.code = "PL315",
                                .name = "place-not-metres",
                                .severity = Severity::error,
                                .category = Category::place,
                                .scope = Scope::record,
                                .fix = FixSafety::none,
                                .since = "0.1.0",
                                .title = {"平面直角座標ではない数", "not metres"},
                                .message = {"「{value}」は {crs} の座標(m)ではなく、緯度・経度(度)のようです",
                                            "'{value}' looks like degrees, not like metres of {crs}"},
                                .why = {"メートルとして読むと、まったくちがう場所になります。",
                                        "Read as metres the place would be quite another."},
                                .remedy = {"緯度・経度の表なら、座標系の指定をやめてください。",
                                           "If these are latitude and longitude, do not name a CRS."},
                                .bad = "",
                                .good = ""};

std::span<const RuleInfo* const> place_rules() {
  static constexpr std::array<const RuleInfo*, 22> rules{
      &crs_unknown,           &place_missing,          &place_half,
      &place_null_island,     &place_outside_hard,     &place_outside_expected,
      &place_swapped,         &place_decimals,         &place_not_degrees,
      &place_not_transformed, &place_property_differs, &place_shape_unreadable,
      &place_shape_kept,      &place_shape_turned,     &place_not_metres,
      &plane_swapped,         &grid_has_gap,           &plane_outside_zone,
      &grid_unreadable,       &grid_of_nothing_known,  &places_disagree,
      &utm_disagrees};
  return rules;
}

}  // namespace anzenmap
