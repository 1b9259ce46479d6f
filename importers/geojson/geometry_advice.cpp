// SPDX-License-Identifier: Apache-2.0
// What RFC 7946 only advises against (SHOULD); faults against its MUST are in geometry_faults.cpp.
#include "importers/geojson/geometry_faults.hpp"

namespace anzenmap {

const RuleInfo ring_winding{
    .code = "GE420",
    .name = "ring-winding",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"面の回り方", "ring winding"},
    .message = {"「{column}」の輪の回る向きが逆なので、直しました({before}→{after})",
                "the ring {column} ran the wrong way and was turned ({before} to {after})"},
    .why = {"外側の輪は左回り、穴は右回りと決まっています。逆だと、面の外と中を取り違える地図があります。",
            "Outer rings run counterclockwise, holes clockwise; some maps fill the outside otherwise (RFC "
            "7946 section 3.1.6)."},
    .remedy = {"何もしなくてかまいません。書き出すGeoJSONでは直してあります。",
               "Nothing to do: it is right in what is written."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.06],[131.81,34.05],[131.8,34.05]]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[131.8,34.05],[131.81,34.05],[131.81,34.06],[131.8,34.05]]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo collection_nested{
    .code = "GE421",
    .name = "collection-nested",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形の集まりの中に集まり", "nested collection"},
    .message = {"「{column}」は、形の集まりの中の集まりです",
                "{column} is a GeometryCollection inside another"},
    .why = {"集まりの中の集まりは読めないソフトがあります。",
            "Many programs cannot read them; RFC 7946 section 3.1.8 advises against them."},
    .remedy = {"一つの集まりにまとめてください。", "Put all shapes into one collection."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[131.8064,34.0551]},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[131.8064,34.0551]},{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]}]}]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[131.8064,34.0551]},{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]}]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo collection_single{
    .code = "GE422",
    .name = "collection-single",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形が一つだけの集まり", "collection of one"},
    .message = {"「{column}」は、形が一つだけの集まりです",
                "{column} is a GeometryCollection of a single shape"},
    .why = {"一つなら集まりにしない方が、多くのソフトで読めます。",
            "A single shape needs no collection (RFC 7946 section 3.1.8)."},
    .remedy = {"その形だけを書いてください。", "Write the shape by itself."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]}]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo collection_uniform{
    .code = "GE423",
    .name = "collection-uniform",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ種類だけの集まり", "collection of one kind"},
    .message = {"「{column}」は、{kind}だけの集まりです", "{column} is a GeometryCollection of {kind}s only"},
    .why = {"同じ種類なら、MultiPoint・MultiLineString・MultiPolygonで書けます。",
            "MultiPoint, MultiLineString or MultiPolygon say the same and are read more widely (RFC 7946 "
            "section 3.1.8)."},
    .remedy = {"同じ種類をまとめる形に直してください。", "Use the multi-geometry of that kind."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[131.8064,34.0551]},{"type":"Point","coordinates":[131.8065,34.0551]}]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[131.8064,34.0551],[131.8065,34.0551]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo position_too_long{
    .code = "GE424",
    .name = "position-too-long",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"座標の数が多い", "too many numbers in a position"},
    .message = {"「{column}」の4つ目からの数は使いませんでした: {value}",
                "{column}: what stands after the third number was left out: {value}"},
    .why = {"座標は経度・緯度・高さの3つまでです。4つ目の意味は決まっていません。",
            "A position is longitude, latitude and height; more has no meaning (RFC 7946 section 3.1.1)."},
    .remedy = {"誤差などの値は、表の項目に書いてください。",
               "Put accuracy and the like into the properties."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551,12,5]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551,12]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo coordinate_decimals{
    .code = "GE425",
    .name = "coordinate-decimals",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"小数の桁が多い", "too many decimals"},
    .message = {"「{column}」の小数が7桁を超えています({value})。7桁に丸めて書き出します",
                "{column} has more than 7 decimals ({value}); 7 are written"},
    .why = {"7桁で約1センチです。それより細かい桁に意味はなく、ファイルが大きくなるだけです。",
            "The seventh decimal is about a centimetre; more only makes the file bigger (RFC 7946 section "
            "11.2)."},
    .remedy = {"何もしなくてかまいません。", "Nothing to do."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.80641234567,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064123,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo vertex_doubled{
    .code = "GE426",
    .name = "vertex-doubled",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ点が続いている", "duplicate vertex"},
    .message = {"「{column}」に、すぐ前と同じ点が続いています", "{column} repeats the position before it"},
    .why = {"同じ点が続くと、形の計算で誤りになることがあります。",
            "Repeated vertices trip geometric computations."},
    .remedy = {"続いている点の片方を消してください。", "Remove one of the two."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551],[131.8064,34.0551],[131.807,34.056]]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[131.8064,34.0551],[131.807,34.056]]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo geometry_empty{
    .code = "GE427",
    .name = "geometry-empty",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"空の座標", "empty coordinates"},
    .message = {"「{column}」の座標が空です", "{column} is empty"},
    .why = {"座標が空の形は、場所がないのと同じに扱われます。",
            "Empty coordinates count as no geometry (RFC 7946 section 3.1)."},
    .remedy = {"場所を入れてください。", "Fill in the place."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo feature_member_missing{
    .code = "GE428",
    .name = "feature-member-missing",
    .severity = Severity::warning,
    .category = Category::geometry,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"必要な項目がない", "required member missing"},
    .message = {"「{column}」に、必ず書くことになっている「{member}」がありません。空(null)として読みました",
                "{column} lacks the member \"{member}\", which was read as null"},
    .why = {"場所や項目がないときも、空(null)と書くことになっています。",
            "A feature has geometry and properties even when they are null (RFC 7946 section 3.2)."},
    .remedy = {"何もしなくてかまいません。書き出すGeoJSONには付いています。",
               "Nothing to do: what is written has it."},
    .bad = R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":null})"};

}  // namespace anzenmap
