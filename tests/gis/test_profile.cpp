// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/profile/mapping.hpp"
#include "gis/profile/profile.hpp"
#include "gis/profile/profile_rules.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

namespace {

std::string field_of(const Profile& profile, std::string_view header) {
  const auto match = profile.match(header);
  return match ? profile.fields[match->field].name : "";
}

Layer layer_of(std::vector<std::string> headers) {
  Layer layer;
  layer.file = "survey.csv";
  layer.headers = std::move(headers);
  return layer;
}

std::vector<std::string> names(const Schema& schema) {
  std::vector<std::string> out;
  for (const SchemaField& field : schema.fields) out.push_back(field.name);
  return out;
}

const Diagnostic* find(const SurveyMapping& mapping, const RuleInfo& rule) {
  for (const Diagnostic& diagnostic : mapping.diagnostics)
    if (diagnostic.rule == &rule) return &diagnostic;
  return nullptr;
}

}  // namespace

TEST_CASE("the built-in profiles load and come in their order", "[profile]") {
  REQUIRE(builtin_profiles().size() >= 3);
  CHECK(builtin_profiles()[0] == "safety-map");
  CHECK(builtin_profiles()[1] == "evacuation-site");
  for (const std::string_view name : builtin_profiles()) {
    const Profile profile = load_profile(std::string(name));
    CHECK(profile.name == name);
    CHECK(profile.field_with_role(Role::latitude));
    for (const Field& field : profile.fields)
      CHECK(profile.match(field.name)->how == Profile::Match::How::exact);
  }
}

TEST_CASE("headers match as people write them", "[profile]") {
  const Profile profile = load_profile("safety-map");
  for (const char* header :
       {"緯度", "緯度（北緯）", "緯度(北緯)", "ＬＡＴ", "lat", "Latitude", " 緯 度　", "緯\n度"})
    CHECK(field_of(profile, header) == "緯度");
  CHECK(field_of(profile, "名　称") == "名称");
  CHECK(field_of(profile, "ＩＤ") == "ID");
  CHECK(field_of(profile, "コメント") == "コメント");
  for (const char* header : {"X", "Y", "X座標", "Y座標", "x", "天気", ""})
    CHECK(field_of(profile, header).empty());
}

TEST_CASE("a profile that is wrong says where", "[profile]") {
  const auto reason = [](std::string_view json) {
    try {
      static_cast<void>(parse_profile(json, "my.json"));
    } catch (const Error& error) {
      CHECK(error.kind() == Error::Kind::usage);
      return error.message(Language::en);
    }
    return std::string("no error");
  };
  CHECK(reason("{") == "cannot read profile 'my.json': not valid JSON");
  CHECK(reason(R"({"name":"x"})") == "cannot read profile 'my.json': 'fields' is missing");
  CHECK(reason(R"({"name":"x","fields":[{"name":"a","role":"boss"}]})") ==
        "cannot read profile 'my.json': field 'a': unknown role 'boss'");
  CHECK(reason(R"({"name":"x","fields":[{"name":"a","constraints":{"minimum":"1"}}]})") ==
        "cannot read profile 'my.json': field 'a': a constraint has the wrong type");
  CHECK(reason(R"({"name":"x","areas":{"hard":[1,9,2,3]},"fields":[{"name":"a"}]})") ==
        "cannot read profile 'my.json': an area has south above north");
  CHECK_THROWS_AS(load_profile("no-such-profile"), Error);
}

TEST_CASE("columns become the schema: profile order, derived ones, then unknown ones", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"天気", "経度", "緯度", "区分", "名称"});
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  CHECK(names(mapping.schema) == std::vector<std::string>{"ID", "名称", "区分", "緯度", "経度", "天気"});
  CHECK(mapping.schema.fields[0].derived);
  CHECK(mapping.schema.fields[5].privacy == Privacy::internal);
  CHECK(mapping.layers[0].latitude == 2);
  CHECK(mapping.layers[0].longitude == 1);
  const Diagnostic* unknown = find(mapping, column_unknown);
  REQUIRE(unknown != nullptr);
  CHECK(unknown->column == "天気");
  CHECK(unknown->severity == Severity::info);
}

TEST_CASE("personal columns are in no output and in no rejects", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区分", "緯度", "経度", "児童名"});
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  CHECK(names(mapping.schema) == std::vector<std::string>{"ID", "名称", "区分", "緯度", "経度"});
  CHECK(mapping.schema.original == std::vector<std::string>{"名称", "区分", "緯度", "経度"});
  REQUIRE(find(mapping, column_personal) != nullptr);
  CHECK(find(mapping, column_personal)->column == "児童名");
}

TEST_CASE("a missing required column is one error that names the nearest candidate", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区文", "緯度", "経度"});
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  const Diagnostic* missing = find(mapping, column_missing);
  REQUIRE(missing != nullptr);
  CHECK(missing->column == "区分");
  REQUIRE(missing->fix);
  CHECK(missing->fix->before == "区文");
}

TEST_CASE("an unknown column that is nearly a field's is told with the field", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区分", "緯度", "経度", "コメンド", "天気"});
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  std::vector<std::string> hints;
  for (const Diagnostic& diagnostic : mapping.diagnostics)
    if (diagnostic.rule == &column_unknown) hints.push_back(diagnostic.fix ? diagnostic.fix->after : "");
  CHECK(hints == std::vector<std::string>{"コメント", ""});
}

TEST_CASE("X and Y are a place only with what the CRS says", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区分", "X座標", "Y座標"});
  MappingOptions plane;
  plane.axes = {CoordinateAxes::north_first};
  const SurveyMapping projected = map_survey(std::span(&layer, 1), profile, plane);
  CHECK(projected.layers[0].latitude == 2);  // X is northing
  CHECK(projected.layers[0].longitude == 3);
  const SurveyMapping degrees = map_survey(std::span(&layer, 1), profile, {});
  CHECK(degrees.layers[0].latitude == 3);
  CHECK(degrees.layers[0].longitude == 2);  // x is longitude
  plane.axes = {CoordinateAxes::east_first};
  const SurveyMapping utm = map_survey(std::span(&layer, 1), profile, plane);
  CHECK(utm.layers[0].latitude == 3);
  CHECK(utm.layers[0].longitude == 2);
}

TEST_CASE("two columns for one field: the first is used, the other kept and told", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"場所", "名称", "区分", "緯度", "経度"});
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  REQUIRE(find(mapping, column_repeated) != nullptr);
  CHECK(find(mapping, column_repeated)->column == "場所");  // the exact name wins over the alias
  CHECK(names(mapping.schema) == std::vector<std::string>{"ID", "名称", "区分", "緯度", "経度", "場所"});
}

TEST_CASE("public-only leaves internal columns out, keep makes one public", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区分", "緯度", "経度", "天気", "気温", "公開可否"});
  MappingOptions options;
  options.public_only = true;
  options.keep = {"天気"};
  CHECK(names(map_survey(std::span(&layer, 1), profile, options).schema) ==
        std::vector<std::string>{"ID", "名称", "区分", "緯度", "経度", "天気"});
}

TEST_CASE("a column that the sheet hides is internal at least", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  Layer layer = layer_of({"名称", "区分", "緯度", "経度", "備考"});
  layer.hidden = {"備考"};
  const SurveyMapping mapping = map_survey(std::span(&layer, 1), profile, {});
  CHECK(mapping.schema.fields.back().name == "備考");
  CHECK(mapping.schema.fields.back().privacy == Privacy::internal);
  MappingOptions options;
  options.public_only = true;
  CHECK(names(map_survey(std::span(&layer, 1), profile, options).schema) ==
        std::vector<std::string>{"ID", "名称", "区分", "緯度", "経度"});
}

TEST_CASE("a column to keep that no input has is wrong usage, with the nearest header", "[mapping]") {
  const Profile profile = load_profile("safety-map");
  const Layer layer = layer_of({"名称", "区分", "緯度", "経度", "お天気"});
  MappingOptions options;
  options.keep = {"天気"};
  try {
    static_cast<void>(map_survey(std::span(&layer, 1), profile, options));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::usage);
    CHECK(error.message(Language::en).find("お天気") != std::string::npos);
  }
}
