// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/geometry_faults.hpp"

#include <array>

namespace anzenmap {

const RuleInfo feature_not_object{
    .code = "GE400",
    .name = "feature-not-object",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"記録ではないもの", "not a feature"},
    .message = {"「{column}」は記録(Feature)ではありません: {value}", "{column} is not a feature: {value}"},
    .why = {"記録の並びの中には、記録だけを書きます(RFC 7946の3.3)。",
            "The array holds features only (RFC 7946 section 3.3)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad = R"({"type":"FeatureCollection","features":[null]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo feature_type_invalid{
    .code = "GE401",
    .name = "feature-type-invalid",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"記録の種類の誤り", "wrong feature type"},
    .message = {"「{column}」の種類(type)が「Feature」ではありません({found})",
                "the type of {column} is not \"Feature\" ({found})"},
    .why = {"種類が「Feature」(大文字小文字もこの通り)でないと、記録として読めません。",
            "Only \"Feature\", spelt like this, is a record (RFC 7946 section 3.2)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"FeatureCollection","features":[{"type":"feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo geometry_not_object{
    .code = "GE402",
    .name = "geometry-not-object",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形のデータの誤り", "geometry is no object"},
    .message = {"「{column}」が形のデータ(種類と座標の組)ではありません: {value}",
                "{column} is not a geometry object: {value}"},
    .why = {"種類と座標がそろわないと、場所が分かりません。",
            "A geometry is an object with type and coordinates (RFC 7946 section 3.1)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad = R"({"type":"Feature","geometry":"131.8064,34.0551","properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo geometry_type_invalid{
    .code = "GE403",
    .name = "geometry-type-invalid",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形の種類の誤り", "unknown geometry type"},
    .message = {"「{column}」は形の種類として使えません({found})。使えるのは Point, LineString, Polygon, "
                "MultiPoint, MultiLineString, MultiPolygon, GeometryCollection です",
                "{column} is no kind of geometry ({found}); the kinds are Point, LineString, Polygon, "
                "MultiPoint, MultiLineString, MultiPolygon, GeometryCollection"},
    .why = {"形の種類は七つだけで、大文字小文字も決まっています。",
            "There are seven kinds, and upper and lower case count (RFC 7946 section 1.4)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo coordinates_missing{
    .code = "GE404",
    .name = "coordinates-missing",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標がない", "no coordinates"},
    .message = {"「{column}」に座標(coordinates)がありません", "{column} has no coordinates"},
    .why = {"座標がないと場所が分かりません。",
            "Without coordinates there is no place (RFC 7946 section 3.1)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad = R"({"type":"Feature","geometry":{"type":"Point"},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo position_too_short{
    .code = "GE405",
    .name = "position-too-short",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標の数が足りない", "too few numbers in a position"},
    .message = {"「{column}」には経度と緯度の2つの数が必要です: {value}",
                "{column} needs two numbers, longitude and latitude: {value}"},
    .why = {"経度と緯度の両方がそろって、初めて場所になります。",
            "A position is longitude and latitude (RFC 7946 section 3.1.1)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo coordinate_not_number{
    .code = "GE406",
    .name = "coordinate-not-number",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標が数ではない", "coordinate is no number"},
    .message = {"「{column}」の値「{value}」は数ではありません", "{column}: {value} is not a number"},
    .why = {"座標は数で書きます。「\"」で囲むと文字になり、地図で使えません。",
            "Coordinates are JSON numbers; in quotes they are text (RFC 7946 section 3.1.1)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":["131.8064","34.0551"]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo coordinates_nesting{
    .code = "GE407",
    .name = "coordinates-nesting",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標のかっこの重なりの誤り", "wrong nesting of coordinates"},
    .message = {"「{column}」のかっこ [ ] の重なりが、形の種類「{kind}」に合いません",
                "{column}: the brackets are not nested as a {kind} needs them"},
    .why = {"点・線・面で、座標を囲むかっこの数が決まっています。",
            "Each kind of geometry has its own depth of arrays (RFC 7946 section 3.1)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[[131.8064,34.0551]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo line_too_short{
    .code = "GE408",
    .name = "line-too-short",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"線の点が足りない", "line too short"},
    .message = {"「{column}」の線には点が{count}個しかありません。2個以上必要です",
                "the line {column} has {count} position(s); it needs two or more"},
    .why = {"点が2つないと線になりません。", "A line has two positions or more (RFC 7946 section 3.1.4)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo ring_too_short{
    .code = "GE409",
    .name = "ring-too-short",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"面の点が足りない", "ring too short"},
    .message =
        {"「{column}」の面の輪には点が{count}個しかありません。4個以上(最初と最後は同じ点)必要です",
         "the ring {column} has {count} position(s); it needs four or more, the last equal to the first"},
    .why = {"3つの角と、始めに戻る点がそろって、初めて面になります。",
            "A linear ring is closed and has four positions or more (RFC 7946 section 3.1.6)."},
    .remedy = {"形を作ったソフトで書き出し直すか、その所を直してください。",
               "Export the shape again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.05],[131.8,34.05]]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.05],[131.81,34.06],[131.8,34.05]]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo ring_not_closed{
    .code = "GE410",
    .name = "ring-not-closed",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::consent,
    .since = "0.1.0",
    .title = {"面が閉じていない", "ring not closed"},
    .message = {"「{column}」の面の輪が閉じていません(最初の点{first}と最後の点{last}が違います)"
                "。最後に最初の点を足せば閉じます",
                "the ring {column} is not closed: it begins at {first} and ends at {last}; adding the first "
                "position at the end closes it"},
    .why =
        {"閉じていない輪は面ではなく、地図のソフトによって違う形になります。",
         "A ring whose ends differ is no area, and programs draw it differently (RFC 7946 section 3.1.6)."},
    .remedy = {"足してよければ「直す」ことに同意して実行するか、最後に最初の点を書き足してください。",
               "Agree to the fix, or add the first position at the end."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.05],[131.81,34.06],[131.8,34.06]]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.05],[131.81,34.06],[131.8,34.06],[131.8,34.05]]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo latitude_beyond_pole{
    .code = "GE411",
    .name = "latitude-beyond-pole",
    .severity = Severity::error,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"緯度が90度を超えている", "latitude beyond the pole"},
    .message = {"「{column}」の緯度{value}は、-90から90の間ではありません",
                "{column}: the latitude {value} is not between -90 and 90"},
    .why = {"緯度は南極の-90から北極の90までです。経度と緯度が逆かもしれません。",
            "Latitudes end at the poles; longitude and latitude may be swapped (RFC 7946 section 3.1.1)."},
    .remedy = {"経度、緯度の順に書いてあるか確かめてください。",
               "See that longitude stands before latitude."},
    .bad =
        R"({"type":"Feature","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"geometry":{"type":"LineString","coordinates":[[34.0551,131.8064],[34.056,131.807]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]},"properties":{"名称":"交差点","区分":"交通"}})"};

std::span<const RuleInfo* const> geojson_geometry_rules() {
  static constexpr std::array<const RuleInfo*, 21> kRules{
      &feature_not_object,    &feature_type_invalid, &geometry_not_object,   &geometry_type_invalid,
      &coordinates_missing,   &position_too_short,   &coordinate_not_number, &coordinates_nesting,
      &line_too_short,        &ring_too_short,       &ring_not_closed,       &latitude_beyond_pole,
      &ring_winding,          &collection_nested,    &collection_single,     &collection_uniform,
      &position_too_long,     &coordinate_decimals,  &vertex_doubled,        &geometry_empty,
      &feature_member_missing};
  return kRules;
}

}  // namespace anzenmap
