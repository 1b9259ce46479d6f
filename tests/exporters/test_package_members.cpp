// SPDX-License-Identifier: Apache-2.0
#include "exporters/data_package.hpp"
#include "gis/files/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/json_schema.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using Json = nlohmann::ordered_json;

namespace {

/// A run that wrote NAME.csv.
struct Run {
  Schema schema;
  Summary summary;
  PackageFacts facts;

  explicit Run(const std::string& name) {
    schema.fields = {testing::field("ID", FieldType::code, Role::id)};
    summary.profile_name = "safety-map";
    summary.audience = Audience::public_;
    summary.counts.read = 3;
    summary.counts.written = 2;
    summary.counts.rejected = 1;
    for (const std::string format : {"geojson", "csv"})
      summary.outputs.push_back({"d/" + name, name + '.' + format, format, 2, 4, sha256_hex("data")});
    facts = {name, "utf-8", &schema, &summary};
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  [[nodiscard]] Json package(const Json& existing = Json()) const {
    const std::string text =
        data_package_json(facts, existing.is_null() ? std::string() : existing.dump(), "d/datapackage.json");
    const Json json = Json::parse(text);
    CHECK(testing::schema_faults(nlohmann::json::parse(text), "datapackage.schema.json") == "");
    CHECK(data_package_json(facts, text, "d/datapackage.json") == text);  // again: nothing changes
    return json;
  }
};

PackageMetadata full() {
  PackageMetadata metadata;
  metadata.dataset = "toishi-anzen";
  metadata.title = "【周南市】遠石小 安全マップ";
  metadata.description = "説明";
  metadata.version = "1";
  metadata.homepage = "https://example.jp/";
  metadata.license = "cc-by";
  metadata.license_title = "表示";
  metadata.license_path = "https://creativecommons.org/licenses/by/4.0/";
  metadata.sources = {{"国土数値情報", "https://nlftp.mlit.go.jp/", "「国土数値情報」を加工して作成"}};
  metadata.contributors = {{"周南市教育委員会", "author", "k@example.jp", "", ""}};
  metadata.period_start = "2024-04-01";
  metadata.period_end = "2025-03-31";
  metadata.frequency = "ANNUAL";
  metadata.organization = "35215";
  metadata.groups = {"anzen"};
  metadata.tags = {"防犯", "通学路"};
  metadata.extras = {{"担当", "防災係"}};
  return metadata;
}

}  // namespace

TEST_CASE("a package carries what a catalogue shows") {
  Run run("toishi");
  run.facts.configured = full();
  run.summary.extent = Box{131.1, 34.0, 131.20000001, 34.123456789};
  const Json package = run.package();
  CHECK(package["title"] == "【周南市】遠石小 安全マップ");
  CHECK(package["licenses"][0]["name"] == "cc-by");
  CHECK(package["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/");
  CHECK(package["keywords"] == Json::parse(R"(["防犯", "通学路"])"));
  CHECK(package["sources"][0]["attribution"] == "「国土数値情報」を加工して作成");
  CHECK(package["contributors"][0]["role"] == "author");
  CHECK_FALSE(package["contributors"][0].contains("path"));
  CHECK(package["temporal"] == Json::parse(R"({"start": "2024-04-01", "end": "2025-03-31"})"));
  CHECK(package["frequency"] == "ANNUAL");
  CHECK(package["ckan"]["name"] == "toishi-anzen");
  CHECK(package["ckan"]["organization"] == "35215");
  CHECK(package["ckan"]["groups"][0] == "anzen");
  CHECK(package["ckan"]["extras"]["担当"] == "防災係");
  CHECK(package["spatial"]["bbox"].dump() == "[131.1,34.0,131.2,34.1234568]");
  CHECK(package["anzenmap"]["counts"]["read"] == 3);
}

TEST_CASE("what anzenmap.json no longer says goes, and what it says anew comes") {
  Run run("toishi");
  run.facts.configured = full();
  const Json first = run.package();
  run.facts.configured = {};
  run.facts.configured.title = "新しい題";
  const Json second = run.package(first);
  CHECK(second["title"] == "新しい題");
  for (const char* gone : {"description", "licenses", "keywords", "sources", "contributors", "temporal",
                           "frequency", "ckan", "version", "homepage"}) {
    INFO(gone);
    CHECK_FALSE(second.contains(gone));
  }
}

TEST_CASE("what other hands wrote stays") {
  Run run("toishi");
  run.facts.configured = full();
  Json package = run.package();
  package["title"] = "人の付けた題";
  package["licenses"][0]["name"] = "cc-zero";
  package["ckan"]["extras"]["担当"] = "人の書いた係";
  package["ckan"]["extras"]["ほか"] = "x";
  package.erase("description");
  run.facts.configured.organization = "35206";
  run.facts.configured.extras = {};
  const Json again = run.package(package);
  CHECK(again["title"] == "人の付けた題");
  CHECK(again["licenses"][0]["name"] == "cc-zero");
  CHECK(again["ckan"]["extras"] == Json::parse(R"({"担当": "人の書いた係", "ほか": "x"})"));
  CHECK(again["ckan"]["organization"] == "35206");
  CHECK(again["description"] == "説明");
}

TEST_CASE("what a person says now replaces what is there, and stays") {
  Run run("toishi");
  run.facts.configured = full();
  Json package = run.package();
  package["title"] = "人の付けた題";
  run.facts.said.title = "いま言った題";
  run.facts.said.organization = "35203";
  package = run.package(package);
  CHECK(package["title"] == "いま言った題");
  CHECK(package["ckan"]["organization"] == "35203");
  run.facts.said = {};
  package = run.package(package);
  CHECK(package["title"] == "いま言った題");
  CHECK(package["ckan"]["organization"] == "35203");
}

TEST_CASE("members that are of another form are left to whoever made them") {
  Run run("toishi");
  run.facts.configured = full();
  Json package = Json::parse(R"({"ckan": {"extras": [{"key": "k", "value": "v"}]}, "resources": []})");
  package = run.package(package);
  CHECK(package["ckan"]["extras"].size() == 1);
  CHECK(package["ckan"]["organization"] == "35215");
}

TEST_CASE("another NAME fills gaps of a package and widens its extent") {
  Run first("toishi");
  first.facts.configured.title = "遠石小";
  first.summary.extent = Box{131, 34, 132, 35};
  Run second("syuuyou");
  second.facts.configured.title = "周陽小";
  second.facts.configured.license = "cc-by";
  second.summary.extent = Box{130, 34.5, 131.5, 36};
  const Json both = second.package(first.package());
  CHECK(both["name"] == "toishi");
  CHECK(both["title"] == "遠石小");
  CHECK(both["licenses"][0]["name"] == "cc-by");
  CHECK(both["spatial"]["bbox"] == Json::parse("[130, 34, 132, 36]"));
  CHECK(both["anzenmap"]["counts"]["read"] == 6);
  CHECK(both["anzenmap"]["counts"]["rejected"] == 2);
  // The first again, smaller: its old extent no longer counts.
  first.summary.extent = Box{131, 34.2, 131.2, 34.3};
  const Json again = first.package(both);
  CHECK(again["spatial"]["bbox"] == Json::parse("[130, 34.2, 131.5, 36]"));
  CHECK(again["title"] == "遠石小");
}

TEST_CASE("without places there is no extent") {
  Run run("toishi");
  run.summary.extent = Box{131, 34, 132, 35};
  const Json first = run.package();
  run.summary.extent.reset();
  CHECK_FALSE(run.package(first).contains("spatial"));
  CHECK_FALSE(run.package(first)["resources"][0]["anzenmap"].contains("bbox"));
}
