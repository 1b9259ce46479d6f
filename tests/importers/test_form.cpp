// SPDX-License-Identifier: Apache-2.0
#include "importers/form/recognise.hpp"

#include <string>
#include <vector>

#include "gis/profile/mapping.hpp"
#include "importers/form/place_family.hpp"
#include "tests/catch.hpp"
#include "tests/importers/csv_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

Layer recognised(std::vector<std::string> headers, std::vector<std::vector<std::string>> rows = {},
                 const Profile& profile = safety_map()) {
  Layer layer;
  layer.headers = std::move(headers);
  form::recognise(layer, profile, rows, "CSV");
  return layer;
}

ColumnPart part(const Layer& layer, std::size_t column) {
  return column < layer.hints.size() ? layer.hints[column].part : ColumnPart::answer;
}

SurveyMapping mapped(const Layer& layer, const Profile& profile = safety_map(),
                     const MappingOptions& options = {}) {
  return map_survey({&layer, 1}, profile, options);
}

std::string written(const SurveyMapping& mapping) {
  std::string names;
  for (const SchemaField& field : mapping.schema.fields) names += (names.empty() ? "" : " ") + field.name;
  return names;
}

}  // namespace

TEST_CASE("place families are found by the apps' own rules") {
  const std::vector<std::string> headers = {"g/_場所_latitude",
                                            "g/_場所_longitude",
                                            "g/_場所_precision",
                                            "g/場所",
                                            "_half_latitude",
                                            "q-Latitude",
                                            "q-Longitude",
                                            "lat_1_a",
                                            "long_1_a",
                                            "UTM_Zone_1_a",
                                            "_latitude",
                                            "-Latitude",
                                            "lat_"};
  const form::PlaceFamilies families = form::find_place_families(headers);
  REQUIRE(families.kobo.size() == 1);
  CHECK(families.kobo[0].question == "場所");
  CHECK(families.kobo[0].longitude == 1);
  CHECK(families.kobo[0].accuracy == 2);
  CHECK(families.kobo[0].whole == 3);
  CHECK(families.kobo[0].altitude == -1);
  REQUIRE(families.odk.size() == 1);
  CHECK(families.odk[0].longitude == 6);
  REQUIRE(families.epicollect.size() == 1);
  CHECK(families.epicollect[0].utm_zone == 9);
}

TEST_CASE("a plain table is no export of an app") {
  CHECK(recognised({"名称", "区分", "緯度", "経度"}).hints.empty());
  CHECK(recognised({"名称", "x", "y"}).dialect.empty());
  CHECK(recognised({"KEY", "名称"}).dialect.empty());
  CHECK(recognised({"_id", "名称"}).dialect.empty());
  CHECK(recognised({"GlobalID", "名称"}).dialect.empty());
}

TEST_CASE("the raw column of a place question is not the place's name") {
  // 場所 is an alias of 名称.
  const Layer layer = recognised({"場所", "_場所_latitude", "_場所_longitude", "なまえ/名称", "_uuid"});
  CHECK(layer.dialect == "KoBoToolbox");
  CHECK(part(layer, 0) == ColumnPart::second_place);
  CHECK(layer.hints[3].name == "名称");
  const SurveyMapping mapping = mapped(layer);
  CHECK(written(mapping) == "ID 名称 緯度 経度");
  CHECK(mapping.layers[0].source_id == 4);
  CHECK(mapping.layers[0].second_place == 0);
}

TEST_CASE("a profile without fields for a place still gets one") {
  const Profile profile = parse_profile(R"({"name": "n", "fields": [{"name": "名称"}]})", "n");
  const Layer layer = recognised({"_q_latitude", "_q_longitude", "_q_precision", "名称"}, {}, profile);
  const SurveyMapping mapping = mapped(layer, profile);
  CHECK(mapping.layers[0].latitude == 0);
  CHECK(mapping.layers[0].longitude == 1);
  CHECK(written(mapping) == "名称 _q_precision");
}

TEST_CASE("an ID of the profile goes before the app's") {
  const Layer layer = recognised({"ID", "_uuid", "_submission_time", "名称"});
  CHECK(mapped(layer).layers[0].source_id == -1);
  CHECK(layer.reading.find("source_id") == nullptr);
}

TEST_CASE("choices of a profile's own fields are kept, others are left out") {
  const Layer layer = recognised({"_uuid", "_id", "災害種別", "災害種別/洪水", "災害種別/その他"},
                                 {{"u", "1", "洪水", "1", "0"}});
  CHECK(part(layer, 3) == ColumnPart::choice);
  const SurveyMapping mapping = mapped(layer);
  CHECK(mapping.layers[0].columns[3].profile_field >= 0);
  CHECK(mapping.layers[0].columns[4].how == "choice");
  CHECK(mapping.layers[0].columns[4].left_out);
  // Not marks: a question in a group that happens to have its name.
  const Layer other = recognised({"_uuid", "_id", "公園", "公園/広さ"}, {{"u", "1", "x", "広い"}});
  CHECK(part(other, 3) == ColumnPart::answer);
}

TEST_CASE("accounts and devices are personal in every profile") {
  static const Profile generic = load_profile("generic");
  const Layer layer =
      recognised({"名称", "lat", "lon", "DeviceID", "_submitted_by", "meta/username"}, {}, generic);
  MappingOptions options;
  options.keep = {"DeviceID"};
  const SurveyMapping mapping = mapped(layer, generic, options);
  CHECK(written(mapping) == "ID 名称 緯度 経度");
  CHECK(mapping.schema.original == std::vector<std::string>{"名称", "lat", "lon"});
  // Nor does an edited reading publish them.
  options.pinned = {{{"DeviceID", "名称", "alias"}}};
  CHECK(written(mapped(layer, generic, options)) == "ID 名称 緯度 経度");
}

TEST_CASE("what is left out can be kept") {
  const Layer layer = recognised({"_uuid", "_submission_time", "名称"});
  MappingOptions options;
  options.keep = {"_submission_time"};
  CHECK(written(mapped(layer)) == "ID 名称 緯度 経度");
  CHECK(written(mapped(layer, safety_map(), options)) == "ID 名称 緯度 経度 _submission_time");
}

TEST_CASE("a column of geopoints, codes or shapes is found by what it holds") {
  CHECK(part(recognised({"名称", "いち"},
                        {{"a", "34.04 131.82 0 5"}, {"b", ""}, {"c", "？"}, {"d", "34.1 131.9"}}),
             1) == ColumnPart::geopoint);
  CHECK(part(recognised({"名称", "code"}, {{"a", "E9139659937288"}}), 1) == ColumnPart::geopoint);
  CHECK(part(recognised({"名称", "形"}, {{"a", "SRID=4326;POINT(131 34)"}}), 1) == ColumnPart::shape);
  // Two measures are no place, nor are numbers beside a place.
  CHECK(part(recognised({"名称", "大きさ"}, {{"a", "3.5 4.5"}}), 1) == ColumnPart::answer);
  CHECK(part(recognised({"緯度", "経度", "いち"}, {{"34.04", "131.82", "34.04 131.82"}}), 2) ==
        ColumnPart::answer);
}

TEST_CASE("the day of the form is the day of the survey where no column says it") {
  CHECK(recognised({"today", "_uuid", "_id"}).hints[0].name == "調査日");
  CHECK(part(recognised({"today", "_uuid", "_id", "調査日"}), 0) == ColumnPart::bookkeeping);
}
