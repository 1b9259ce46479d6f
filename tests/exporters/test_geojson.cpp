// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <limits>

#include "exporters/geojson.hpp"
#include "exporters/writing/json_escape.hpp"
#include "gis/place/wkb.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::field;
using anzenmap::testing::Folder;
using anzenmap::testing::Survey;

namespace {

std::string geojson_of(const Survey& survey) {
  const Folder folder;
  OutputSet set(folder.path());
  GeoJsonSink sink(set.create("a.geojson"));
  survey.through(sink);
  set.commit();
  return folder.get("a.geojson");
}

Survey places() {
  return Survey({field("ID", FieldType::code, Role::id), field("名称"), field("人数", FieldType::integer)});
}

void add_wkb(Survey& survey, const Bytes& wkb) {
  GeometryColumn& geometry = survey.batch.geometry;
  geometry.kind.back() = GeometryKind::wkb;
  geometry.wkb.back() = {static_cast<std::uint32_t>(geometry.bytes.append(wkb.view())),
                         static_cast<std::uint32_t>(wkb.size())};
}

}  // namespace

TEST_CASE("GeoJSON is one feature a line with bbox behind them") {
  Survey survey = places();
  survey.row({"0001", "横断歩道", "3"}, 131.8, 34.05);
  survey.row({"0002", "", ""}, 132.5999993, 33.9);
  CHECK(geojson_of(survey) ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        R"({"type":"Feature","id":"0001","geometry":{"type":"Point","coordinates":[131.8,34.05]},)"
        R"("properties":{"ID":"0001","名称":"横断歩道","人数":3}},)"
        "\n"
        R"({"type":"Feature","id":"0002","geometry":{"type":"Point","coordinates":[132.5999993,33.9]},)"
        R"("properties":{"ID":"0002","名称":null,"人数":null}})"
        "\n],\"bbox\":[131.8,33.9,132.5999993,34.05]}\n");
}

TEST_CASE("a GeoJSON without records is valid and has no bbox") {
  CHECK(geojson_of(places()) == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n");
}

TEST_CASE("rejected and merged records are left out, also as the first") {
  Survey survey = places();
  survey.row({"1", "a", "1"}, 0, 0, RecordState::rejected);
  survey.row({"2", "b", "1"}, 131, 34);
  survey.row({"3", "c", "1"}, 10, 10, RecordState::merged);
  const auto json = nlohmann::json::parse(geojson_of(survey));
  REQUIRE(json["features"].size() == 1);
  CHECK(json["features"][0]["id"] == "2");
  CHECK(json["bbox"] == nlohmann::json({131, 34, 131, 34}));
}

TEST_CASE("features of several batches are one list") {
  Survey survey = places();
  survey.row({"1", "a", "1"}, 131, 34);
  const Folder folder;
  OutputSet set(folder.path());
  GeoJsonSink sink(set.create("a.geojson"));
  Formatted formatted;
  sink.begin(survey.schema, survey.layers);
  for (int batch = 0; batch < 3; ++batch) {
    formatted.clear();
    sink.format(survey.cleared(), formatted);
    sink.write(formatted);
  }
  formatted.clear();
  sink.write(formatted);
  sink.finish();
  set.commit();
  CHECK(nlohmann::json::parse(folder.get("a.geojson"))["features"].size() == 3);
}

TEST_CASE("any text survives as a property, whatever its length") {
  const std::string pieces[] = {"\"", "\\", "\n", "\t", "\x01", "\x1f", "\x7f", "あ", "ab", "𠮟"};
  Survey survey = places();
  std::vector<std::string> texts;
  std::uint32_t random = 12345;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int length = i % 70; length > 0; --length) {
      random = random * 1664525U + 1013904223U;
      text += pieces[(random >> 16U) % (i % 2 == 0 ? 10 : 9)];
      if ((random >> 20U) % 3 == 0) text += "plain words in between";
    }
    texts.push_back(text);
    survey.row({"x", text, "1"}, 131, 34);
  }
  const auto json = nlohmann::json::parse(geojson_of(survey));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& value = json["features"][i]["properties"]["名称"];
    CHECK((texts[i].empty() ? value.is_null() : value == texts[i]));
    std::string alone;
    append_json_string(alone, texts[i]);
    CHECK(escaped_size(texts[i]) + 2 == alone.size());
  }
}

TEST_CASE("a long cell full of control characters fits") {
  Survey survey = places();
  const std::string text(300'000, '\x02');
  survey.row({"x", text, "1"}, 131, 34);
  CHECK(nlohmann::json::parse(geojson_of(survey))["features"][0]["properties"]["名称"] == text);
}

TEST_CASE("typed cells are JSON values, and the person's words where they are none") {
  Survey survey({field("人数", FieldType::integer), field("公開", FieldType::boolean),
                 field("割合", FieldType::number)});
  survey.row({"12", "true", "0.50"}, 131, 34);
  survey.row({"約10", "たぶん", ""}, 131, 34);
  for (std::size_t column = 0; column < 2; ++column) survey.mark_as_text(column);
  const std::string text = geojson_of(survey);
  CHECK(text.find(R"({"人数":12,"公開":true,"割合":0.50})") != std::string::npos);
  CHECK(text.find(R"({"人数":"約10","公開":"たぶん","割合":null})") != std::string::npos);
  CHECK(text.find("\"id\"") == std::string::npos);
}

TEST_CASE("id and foreign members of a feature are kept as they stood") {
  Survey survey = places();
  survey.schema.foreign = R"("name":"x","n":1)";
  survey.row({"A", "a", "1"}, 131, 34);
  survey.row({"B", "b", "1"}, 131, 34);
  survey.batch.feature_id.fill_null(2);
  survey.batch.foreign.fill_null(2);
  survey.batch.set(survey.batch.feature_id, 0, "17");
  survey.batch.set(survey.batch.foreign, 0, R"("colour":"赤","tags":["\n"])");
  const std::string text = geojson_of(survey);
  const auto json = nlohmann::json::parse(text);
  CHECK(json["features"][0]["id"] == 17);
  CHECK(json["features"][0]["properties"]["ID"] == "A");
  CHECK(json["features"][0]["colour"] == "赤");
  CHECK(json["features"][0]["tags"][0] == "\n");
  CHECK(json["features"][1]["id"] == "B");
  CHECK(json["n"] == 1);
}

TEST_CASE("heights are written and widen the bbox to three axes") {
  Survey survey = places();
  survey.row({"1", "a", "1"}, 131, 34);
  survey.row({"2", "b", "1"}, 132, 33);
  survey.batch.geometry.z = {12.345678901, std::numeric_limits<double>::quiet_NaN()};
  const auto json = nlohmann::json::parse(geojson_of(survey));
  CHECK(json["features"][0]["geometry"]["coordinates"] == nlohmann::json({131, 34, 12.345678901}));
  CHECK(json["features"][1]["geometry"]["coordinates"] == nlohmann::json({132, 33}));
  CHECK(json["bbox"] == nlohmann::json({131, 33, 12.345678901, 132, 34, 12.345678901}));
}

TEST_CASE("lines and areas come from WKB, however long") {
  Survey survey = places();
  survey.row({"1", "道", "1"}, 0, 0);
  Bytes wkb;
  WkbWriter writer(wkb);
  writer.begin(WkbKind::line_string, false, 20'000);
  for (int i = 0; i < 20'000; ++i) writer.position(131 + i * 1e-5, 34.1234567);
  add_wkb(survey, wkb);
  survey.row({"2", "点", "1"}, 131.5, 34.5);
  survey.row({"3", "無", "1"}, 0, 0);
  survey.batch.geometry.kind.back() = GeometryKind::none;
  const auto json = nlohmann::json::parse(geojson_of(survey));
  CHECK(json["features"][0]["geometry"]["type"] == "LineString");
  CHECK(json["features"][0]["geometry"]["coordinates"].size() == 20'000);
  CHECK(json["features"][1]["geometry"]["coordinates"] == nlohmann::json({131.5, 34.5}));
  CHECK(json["features"][2]["geometry"].is_null());
  CHECK(json["bbox"] == nlohmann::json({131, 34.1234567, 131.5, 34.5}));
}

TEST_CASE("without columns the properties are empty") {
  Survey survey({});
  survey.row({}, 131, 34);
  CHECK(nlohmann::json::parse(geojson_of(survey))["features"][0]["properties"].empty());
}

TEST_CASE("a JSON string of bytes that are no UTF-8 is valid all the same") {
  std::string out;
  append_json_string(out, "a\x83\x41\xE3\x81");
  CHECK(nlohmann::json::parse(out) == "a\xEF\xBF\xBD\x41\xEF\xBF\xBD\xEF\xBF\xBD");
}
