// SPDX-License-Identifier: Apache-2.0
#include "exporters/data_package.hpp"
#include "gis/base/error.hpp"
#include "gis/files/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/json_schema.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::field;
using anzenmap::testing::Folder;
using anzenmap::testing::schema_faults;

namespace {

struct Run {
  Schema schema;
  Summary summary;
  Field known;
  std::string name;

  explicit Run(std::string name_of_run) : name(std::move(name_of_run)) {
    known.title_ja = "識別番号";
    known.key = "id";
    known.constraints.required = true;
    known.constraints.minimum = 1;
    schema.fields = {field("ID", FieldType::code, Role::id), field("人数", FieldType::integer)};
    schema.fields[0].profile_field = &known;
    summary.counts.read = 2;
    summary.counts.written = 2;
    summary.profile_name = "safety-map";
    add("geojson", name + ".geojson", "{}");
    add("csv", name + ".csv", "ID,人数\r\n1,2\r\n");
    summary.outputs.push_back({"d/r.json", "r.json", "report", 0, 0, ""});
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void add(const std::string& format, const std::string& file, const std::string& text) {
    summary.outputs.push_back({"d/" + file, file, format, 1, text.size(), sha256_hex(text)});
  }
  [[nodiscard]] std::string json(std::string_view existing = {}) const {
    return data_package_json({name, "utf-8-bom", &schema, &summary}, existing, "d/datapackage.json");
  }
  void put_into(const Folder& folder) const {
    folder.put(name + ".geojson", "{}");
    folder.put(name + ".csv", "ID,人数\r\n1,2\r\n");
  }
};

}  // namespace

TEST_CASE("a data package vouches for its files and says what is in them") {
  const Run run("安全マップ");
  const auto json = nlohmann::json::parse(run.json());
  CHECK(schema_faults(json, "datapackage.schema.json") == "");
  REQUIRE(json["resources"].size() == 2);
  const auto& csv = json["resources"][1];
  CHECK(csv["path"] == "安全マップ.csv");
  CHECK(csv["hash"] == "sha256:" + sha256_hex("ID,人数\r\n1,2\r\n"));
  CHECK(csv["bytes"] == 16);
  CHECK(csv["encoding"] == "utf-8");
  CHECK(csv["mediatype"] == "text/csv");
  CHECK(csv["schema"]["fields"][0]["type"] == "string");
  CHECK(csv["schema"]["fields"][0]["title"] == "識別番号");
  CHECK(csv["schema"]["fields"][0]["constraints"] == nlohmann::json({{"required", true}, {"minimum", 1}}));
  CHECK(csv["schema"]["fields"][1]["type"] == "integer");
  CHECK(csv["anzenmap"]["counts"]["written"] == 2);
  CHECK(json["audience"] == "internal");
}

TEST_CASE("a second run under another name adds its files and keeps what others wrote") {
  Run first("a");
  first.summary.audience = Audience::public_;
  auto json = nlohmann::ordered_json::parse(first.json());
  CHECK(json["audience"] == "public");
  json["description"] = "四年生の調査";
  json["resources"][0]["description"] = "地図";
  json["resources"].push_back({{"name", "readme"}, {"path", "README.txt"}});
  const Run second("b");
  const std::string merged_text = second.json(json.dump());
  const auto merged = nlohmann::json::parse(merged_text);
  CHECK(schema_faults(merged, "datapackage.schema.json") == "");
  CHECK(merged["name"] == "a");
  CHECK(merged["description"] == "四年生の調査");
  REQUIRE(merged["resources"].size() == 5);
  CHECK(merged["resources"][0]["description"] == "地図");
  CHECK(merged["resources"][2]["name"] == "readme");
  CHECK(merged["resources"][3]["path"] == "b.geojson");
  CHECK(merged["audience"] == "internal");
  CHECK(second.json(merged_text) == merged_text);  // the same run again changes nothing
}

TEST_CASE("a datapackage.json that is none is never overwritten") {
  const Run run("a");
  for (const char* text : {"{", "[]", "7", R"({"resources":{}})"}) CHECK_THROWS_AS(run.json(text), Error);
  const Folder folder;
  folder.put("datapackage.json", "");
  CHECK_THROWS_AS(read_data_package(folder.path()), Error);
}

TEST_CASE("files that do not fit the package are told") {
  const Folder folder;
  CHECK(check_data_package(folder.path()).empty());
  const Run run("a");
  run.put_into(folder);
  auto json = nlohmann::ordered_json::parse(run.json());
  for (const char* path : {"../x", "/etc/passwd", "http://example.org/x"})
    json["resources"].push_back({{"name", "x"}, {"path", path}, {"hash", "sha256:00"}});
  folder.put("datapackage.json", json.dump());
  CHECK(check_data_package(folder.path()).empty());
  folder.put("a.csv", "ID,人数\r\n1,3\r\n");
  std::filesystem::remove(folder.at("a.geojson"));
  const auto mismatches = check_data_package(folder.path());
  REQUIRE(mismatches.size() == 2);
  CHECK(mismatches[0].path == "a.geojson");
  CHECK(mismatches[0].kind == PackageMismatch::Kind::missing);
  CHECK(mismatches[1].kind == PackageMismatch::Kind::changed);
  const auto diagnostics = data_package_diagnostics(folder.path());
  REQUIRE(diagnostics.size() == 2);
  CHECK(render_message(diagnostics[1], Language::ja).find("「a.csv」") != std::string::npos);
}

TEST_CASE("package names are what Data Package allows and stay apart") {
  CHECK(package_name("safety-map_2024.v1") == "safety-map_2024.v1");
  CHECK(package_name("安全マップ").substr(0, 5) == "data-");
  CHECK(package_name("安全マップ") != package_name("公園"));
  CHECK(package_name("Map") != package_name("map"));
  CHECK(package_name("1組 調査").substr(0, 2) == "1-");
}
