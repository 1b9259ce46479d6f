// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/geojson_rules.hpp"

#include <array>

namespace anzenmap {

const RuleInfo geojson_not_geojson{
    .code = "IN180",
    .name = "geojson-not-geojson",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"GeoJSONではない", "not GeoJSON"},
    .message = {"「{file}」はJSONですが、GeoJSONではありません: {reason}",
                "{file} is JSON but not GeoJSON: {reason}"},
    .why = {"GeoJSONと決まった形のデータでないと、どれが場所なのか分かりません(RFC 7946)。",
            "Only GeoJSON says which of its values are places (RFC 7946 section 3)."},
    .remedy = {"地図のソフトで「GeoJSON」を選んで書き出し直してください。",
               "Export it again and choose GeoJSON."},
    .bad = R"({"type":"Topology","objects":{}})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo geojson_too_many_columns{
    .code = "IN181",
    .name = "geojson-too-many-columns",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"項目の種類が多すぎる", "too many properties"},
    .message = {"「{file}」の項目の種類が{limit}を超えました",
                "{file} has more than {limit} different property names"},
    .why = {"記録ごとに違う名前の項目があると、表になりません。",
            "With a name of its own in each record there is no table to make."},
    .remedy = {"項目の名前に、番号や日付などの値がまざっていないか確かめてください。",
               "See whether values (numbers, dates) were used as property names."},
    .bad = "",
    .good = ""};

const RuleInfo geojson_nested_value{
    .code = "IN182",
    .name = "geojson-nested-value",
    .severity = Severity::info,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"項目の中にさらに項目がある", "nested value"},
    .message = {"「{column}」の値は、一つの値ではなく組やリストです。そのままの文字として残しました(最初は{"
                "first}件目)",
                "the values of {column} are objects or lists; they are kept as JSON text (the first in "
                "feature {first})"},
    .why = {"表の一つのマスには、一つの値しか入りません。", "A cell of a table holds one value."},
    .remedy = {"必要なら、それぞれの値を別の項目に分けてください。",
               "Give each value a property of its own if you need it."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通","様子":{"昼":"明るい","夜":"暗い"}}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通","昼の様子":"明るい","夜の様子":"暗い"}})"};

const RuleInfo geojson_crs_member{
    .code = "IN183",
    .name = "geojson-crs-member",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"古い書き方の座標系の指定", "old crs member"},
    .message = {"座標系の指定「{value}」(古い書き方)に従って、東西・南北の順に読みました",
                "the old crs member {value} was followed; positions were read as x (east), y (north)"},
    .why = {"今のGeoJSONの座標は世界測地系の経度・緯度だけで、この指定は廃止されました。見落とすソフトでは場"
            "所がずれます。",
            "RFC 7946 section 4 took crs out: positions are WGS 84 longitude and latitude, and programs that "
            "ignore the member misplace them."},
    .remedy = {"書き出したGeoJSONでは、経度・緯度に直してあります。場所が正しいか地図で確かめてください。",
               "The GeoJSON that is written has longitude and latitude; look at it on a map."},
    .bad =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo geojson_crs_unknown{
    .code = "IN184",
    .name = "geojson-crs-unknown",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"座標系の指定が分からない", "unknown crs member"},
    .message = {"座標系の指定「{value}」が何を指すのか分かりません。経度・緯度として読みました",
                "the crs member {value} is not understood; positions are taken as longitude and latitude"},
    .why = {"座標系が違うと、場所が大きくずれます。",
            "With the wrong reference system every place is wrong."},
    .remedy = {"データを作った人に座標系を聞いて、読みこむときに指定してください。",
               "Ask who made the data for its reference system, and name it when reading."},
    .bad =
        R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"crs.prj"}},"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo geojson_member_misplaced{
    .code = "IN185",
    .name = "geojson-member-misplaced",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"そこに書けない項目", "member out of place"},
    .message = {"「{member}」は、{holder}の中には書けない項目なので、使いませんでした",
                "\"{member}\" must not stand in a {holder}; it was not used"},
    .why = {"同じ名前でも書く所で意味が変わるので、決まった所にしか書けません(RFC 7946の7.1)。",
            "RFC 7946 section 7.1 keeps these names for one kind of object each, or they would be read "
            "wrongly."},
    .remedy = {"正しい所に書いてあるか確かめ、いらなければ消してください。",
               "See whether it belongs elsewhere, or remove it."},
    .bad =
        R"({"type":"Feature","features":[],"geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo geojson_member_dropped{
    .code = "IN186",
    .name = "geojson-member-dropped",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"形に付いた余分な項目", "extra member in a geometry"},
    .message = {"形の中の項目「{member}」は、残せないので外しました",
                "the member \"{member}\" of the geometry could not be kept"},
    .why = {"形には、種類と座標だけを書きます。ほかの値は表の項目に書かないと失われます。",
            "A geometry carries its type and coordinates; other values belong into the properties."},
    .remedy = {"必要な値なら、properties(表の項目)に移してください。",
               "Move it into the properties if you need it."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551],"accuracy":5},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通","accuracy":5}})"};

const RuleInfo geojson_bbox_invalid{
    .code = "IN187",
    .name = "geojson-bbox-invalid",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"範囲(bbox)の誤り", "wrong bbox"},
    .message = {"範囲を表す「{column}」が正しくありません: {reason}。計算し直します",
                "{column} is wrong: {reason}; it is computed again"},
    .why = {"範囲が違うと、地図が別の所を表示します。",
            "A map that trusts it shows the wrong part of the world (RFC 7946 section 5)."},
    .remedy = {"何もしなくてかまいません。書き出すGeoJSONでは計算し直してあります。",
               "Nothing to do: the GeoJSON that is written has a new one."},
    .bad =
        R"({"type":"FeatureCollection","bbox":[131.9,34.1,131.8],"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})",
    .good =
        R"({"type":"FeatureCollection","bbox":[131.8064,34.0551,131.8064,34.0551],"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

const RuleInfo geojson_properties_invalid{
    .code = "IN188",
    .name = "geojson-properties-invalid",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"項目のまとまりがおかしい", "properties is no object"},
    .message = {"「properties」(表の項目)が名前と値の組になっていないので、読めません",
                "properties is not an object; its values could not be read"},
    .why = {"項目の名前がないと、どの列の値か分かりません。",
            "Without names nobody knows which column a value belongs to (RFC 7946 section 3.2)."},
    .remedy = {"データを作ったソフトで書き出し直すか、その所を直してください。",
               "Export the data again, or mend the place that is named."},
    .bad =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":["交差点","交通"]})",
    .good =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo geojson_id_invalid{
    .code = "IN189",
    .name = "geojson-id-invalid",
    .severity = Severity::warning,
    .category = Category::input,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"番号(id)の誤り", "wrong id"},
    .message = {"「id」の値「{value}」は文字でも数でもないので、使いませんでした",
                "the id {value} is neither text nor a number and was not used"},
    .why = {"番号(id)は文字か数と決まっています。", "An id is a string or a number (RFC 7946 section 3.2)."},
    .remedy = {"文字か数に直してください。", "Make it a string or a number."},
    .bad =
        R"({"type":"Feature","id":[1],"geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})",
    .good =
        R"({"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}})"};

const RuleInfo geojson_lines{
    .code = "IN178",
    .name = "geojson-lines",
    .severity = Severity::error,
    .category = Category::input,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"二つ以上のGeoJSON", "several GeoJSON texts"},
    .message = {"「{file}」には、GeoJSONのまとまり(FeatureCollection)の後に、まだ続きがあります",
                "{file} goes on behind its FeatureCollection"},
    .why = {"まとまったGeoJSONは、ファイル全体で一つのデータです。",
            "A FeatureCollection is one value as a whole."},
    .remedy = {"一つずつ別のファイルにして、いっしょに変換してください。",
               "Make each a file of its own and convert them together."},
    .bad = R"({"type":"FeatureCollection","features":[]}
{"type":"FeatureCollection","features":[]})",
    .good =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[131.8064,34.0551]},"properties":{"名称":"交差点","区分":"交通"}}]})"};

std::span<const RuleInfo* const> geojson_file_rules() {
  static constexpr std::array<const RuleInfo*, 11> kRules{
      &geojson_lines,        &geojson_not_geojson,        &geojson_too_many_columns, &geojson_nested_value,
      &geojson_crs_member,   &geojson_crs_unknown,        &geojson_member_misplaced, &geojson_member_dropped,
      &geojson_bbox_invalid, &geojson_properties_invalid, &geojson_id_invalid};
  return kRules;
}

}  // namespace anzenmap
