// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "gis/base/error.hpp"
#include "importers/geojson/geojson.hpp"
#include "importers/geojson/probe.hpp"
#include "importers/jsondialect/esri_geometry.hpp"
#include "tests/catch.hpp"
#include "tests/importers/csv_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

Table read_json(std::string_view content, const ReadOptions& options = {}) {
  const TemporaryFile file(content, ".json");
  const auto source = geojson_importer().open(file.path(), options, safety_map());
  return read_all(*source);
}

std::string geometry(std::string text, EsriDimensions dimensions = {}) {
  const std::size_t size = text.size();
  text.push_back('\0');
  return geojson_of_esri_geometry(text.data(), size, "a.json", dimensions);
}

std::string dialect(const Table& table) {
  const ReadingItem* item = table.layer.reading.find("dialect");
  return item == nullptr ? "" : item->value;
}

const std::string kFeature =
    R"({"type":"Feature","geometry":{"type":"Point","coordinates":[131.8,34.05]},"properties":{"名称":"a"}})";

}  // namespace

TEST_CASE("features one after the other are one collection") {
  for (const std::string& text :
       {kFeature + "\n" + kFeature + "\n", "\x1E" + kFeature + "\n\x1E" + kFeature + "\n",
        "\xEF\xBB\xBF" + kFeature + kFeature, kFeature + "\r\n\r\n" + kFeature}) {
    const Table table = read_json(text);
    CHECK(table.records.size() == 2);
    CHECK(table.found.empty());
    CHECK_FALSE(dialect(table).empty());
  }
  const Table table =
      read_json("\n" + kFeature + "\n" + R"({"type":"Feature","geometry":7,"properties":{}})");
  CHECK(table.line == std::vector<std::int64_t>{2, 3});
  CHECK(table.found.size() == 1);
}

TEST_CASE("strings hold no marks of a sequence") {
  const Table table = read_json(R"({"type":"Feature","geometry":null,"properties":{"名称":"a}\"{[\\"}})"
                                "\n" +
                                kFeature);
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0][0] == "a}\"{[\\");
}

TEST_CASE("a sequence that breaks off is an Error") {
  CHECK_THROWS_AS(read_json(kFeature + "\n{\"type\":"), Error);
  CHECK_THROWS_AS(read_json("\x1E" + kFeature + "\n\x1E{\"type\":\"Fea\n\x1E" + kFeature), Error);
}

TEST_CASE("Esri points keep their digits") {
  CHECK(geometry(R"({"x":131.80000001,"y":3.4e1})") ==
        R"({"type":"Point","coordinates":[131.80000001,3.4e1]})");
  CHECK(geometry(R"({"x":1,"y":2,"z":3})") == R"({"type":"Point","coordinates":[1,2,3]})");
  CHECK(geometry(R"({"x":1,"y":2,"z":"NaN"})") == R"({"type":"Point","coordinates":[1,2]})");
  for (const char* text : {R"({"x":"NaN","y":"NaN"})", R"({"x":null})", R"({})", "[]", R"({"x":1})",
                           R"({"points":[]})", R"({"paths":[]})", R"({"rings":[]})", R"({"rings":[[]]})"})
    CHECK(geometry(text) == "null");
}

TEST_CASE("the third number is a height only where the layer has heights") {
  const std::string line = R"({"paths":[[[1,2,3],[4,5,6]]]})";
  CHECK(geometry(line, {false, true}) == R"({"type":"LineString","coordinates":[[1,2],[4,5]]})");
  CHECK(geometry(line, {true, true}) == R"({"type":"LineString","coordinates":[[1,2,3],[4,5,6]]})");
  CHECK(geometry(R"({"hasM":true,"points":[[1,2,3]]})") == R"({"type":"MultiPoint","coordinates":[[1,2]]})");
}

TEST_CASE("rings are outer or holes by the way they run") {
  const std::string outer = "[[0,0],[0,9],[9,9],[9,0],[0,0]]";
  const std::string inner = "[[1,1],[1,8],[8,8],[8,1],[1,1]]";  // clockwise: an area of its own
  const std::string hole = "[[2,2],[3,2],[3,3],[2,2]]";
  CHECK(geometry(R"({"rings":[)" + outer + "]}") ==
        R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]]]})");
  // The hole belongs to the smallest ring around it, whichever comes first.
  const std::string nested = geometry(R"({"rings":[)" + hole + "," + outer + "," + inner + "]}");
  CHECK(nested == R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,9],[0,0]]],)"
                  R"([[[1,1],[8,1],[8,8],[1,8],[1,1]],[[2,2],[3,3],[3,2],[2,2]]]]})");
  CHECK(geometry(R"({"rings":[)" + hole + "]}") ==
        R"({"type":"Polygon","coordinates":[[[2,2],[3,3],[3,2],[2,2]]]})");
}

TEST_CASE("Esri curves are refused and not straightened") {
  CHECK(geometry(R"({"curvePaths":[[[0,0],{"c":[[1,1],[2,0]]}]]})").find("curve") != std::string::npos);
  CHECK(geometry(R"({"rings":[[[0,0],{"c":[[1,1],[2,0]]}]]})").find("curve") != std::string::npos);
}

TEST_CASE("Esri JSON is known before GeoJSON, by what it has and not by its name") {
  CHECK(look_at_json_head(R"({"features":[{"attributes":{"a":1},"geometry":{)").is_esri);
  CHECK(look_at_json_head(R"({"spatialReference":{"wkid":4326}})").is_esri);
  CHECK_FALSE(look_at_json_head(R"({"type":"FeatureCollection","spatialReference":{}})").is_esri);
  CHECK_FALSE(
      look_at_json_head(R"({"features":[{"type":"Feature","properties":{"attributes":1}}]})").is_esri);
}

TEST_CASE("Esri attributes: dates, words of a list, aliases that the profile knows") {
  const Table table = read_json(R"({"fields":[
    {"name":"d","alias":"調査日","type":"esriFieldTypeDate"},{"name":"t","type":"esriFieldTypeDate"},
    {"name":"k","alias":"区分","type":"esriFieldTypeString","domain":{"codedValues":[{"name":"危険","code":"1"}]}},
    {"name":"名称","alias":"学校","type":"esriFieldTypeString"},{"name":"x1","alias":"調査日"}],
    "spatialReference":{"wkid":102100,"latestWkid":3857},
    "features":[{"attributes":{"d":1727881199999,"t":-1,"k":"1","名称":"a","x1":5,"n":{"a":[1]}}},
    {"attributes":{"d":null,"t":"x","k":"2","名称":"b","x1":null}}]})");
  CHECK(table.layer.headers == std::vector<std::string>{"調査日", "t", "区分", "名称", "x1", "n"});
  CHECK(table.layer.crs == "EPSG:3857");
  CHECK(dialect(table) == "Esri JSON");
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0] ==
        std::vector<std::string>{"2024-10-02", "1970-01-01T08:59:59+09:00", "危険", "a", "5", ""});
  CHECK(table.records[1] == std::vector<std::string>{"", "x", "2", "b", "", ""});
  CHECK(table.line == std::vector<std::int64_t>{6, 7});
  CHECK(table.count("IN332") == 2);
  CHECK(table.count("IN331") == 0);
}

TEST_CASE("layers of uMap become one, whatever the order of their members") {
  const Table table = read_json(
      R"({"layers":[{"features":[)" + kFeature +
      R"(],"_umap_options":{"name":"1班"}},)"
      "\n" +
      R"({"_storage":{"name":"遠く","remoteData":{"url":"https://x"}},"features":[]},7],"type":"umap"})");
  CHECK(dialect(table) == "uMap");
  REQUIRE(table.records.size() == 1);
  CHECK(table.layer.headers == std::vector<std::string>{"名称", "フォルダー"});
  CHECK(table.records[0][1] == "1班");
  CHECK(table.told("IN333").line == 2);
}

TEST_CASE("style members are hinted, the radius and what the profile knows are not") {
  const Table table = read_json(
      R"({"type":"Feature","geometry":null,"properties":{"名称":"a","_markerType":"Circle","_radius":5,"fill":"#fff"}})");
  REQUIRE(table.layer.hints.size() == 4);
  CHECK(table.layer.hints[1].part == ColumnPart::style);
  CHECK(table.layer.hints[2].part == ColumnPart::answer);
  CHECK(table.layer.hints[3].part == ColumnPart::style);
  CHECK(dialect(table) == "地理院地図 GeoJSON");
}
