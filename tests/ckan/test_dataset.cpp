// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include "ckan/dataset.hpp"
#include "gis/files/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"
#include "tests/exporters/json_schema.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using anzenmap::ckan::tests::PackageFolder;

namespace {

constexpr std::string_view kTable = "ID,緯度,経度\r\n1,34,131\r\n";

/// A package with one file, `more` being further members of the package ("" or ", ...").
std::string one_file(const std::string& resource_members, const std::string& more = "") {
  return R"({"name": "aed-map", "resources": [{"name": "a-csv", "path": "a.csv")" + resource_members + "}]" +
         more + "}";
}

Dataset read(const PackageFolder& folder, const DatasetOverrides& overrides = {}) {
  return read_dataset(folder.path(), overrides);
}

/// Code, kind and English message of what reading throws; empty when it does not.
struct Refusal {
  std::string code;
  Error::Kind kind = Error::Kind::world;
  std::string message;
  std::vector<Advice> advice;
};
Refusal refusal_of(const std::string& path, const DatasetOverrides& overrides = {}) {
  try {
    static_cast<void>(read_dataset(path, overrides));
  } catch (const Error& error) {
    return {std::string(error.code()), error.kind(), error.message(Language::en), error.advice()};
  }
  return {};
}

std::string value_of(const Dataset& dataset, std::string_view key) {
  for (const Extra& extra : dataset.extras)
    if (extra.key == key) return extra.value;
  return "(none)";
}

}  // namespace

TEST_CASE("a package made by hand is read whole") {
  const PackageFolder folder;
  folder.write("data/a.csv", kTable);
  folder.write("datapackage.json", R"({
    "name": "aed-map", "title": "【周南市】AED", "description": "**説明**", "version": 2.1, "homepage": "https://example.jp/",
    "licenses": [{"name": "cc-by", "title": "表示", "path": "https://example.jp/by"}],
    "keywords": ["防災", "AED設置"],
    "contributors": [{"title": "情報管理課", "email": "j@example.jp", "role": "maintainer"},
                     {"title": "だれか"}, {"title": "生活安全課", "role": "author"}],
    "sources": [{"title": "国土数値情報（行政区域データ）", "path": "https://nlftp.mlit.go.jp/",
                 "attribution": "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成"}],
    "spatial": {"bbox": [131, 33.5, 132, 34.25]}, "temporal": {"start": "2024-04-01", "end": "2025-03-31"},
    "frequency": "ANNUAL",
    "ckan": {"organization": "35215", "groups": ["anzen"], "tags": ["防災", "学校"],
             "extras": {"担当": "防災係", "数": 3, "表": {"a": [1]}}},
    "resources": [{"name": "a-csv", "path": "./data/a.csv", "encoding": "Shift_JIS",
      "schema": {"primaryKey": "ID", "fields": [{"name": "ID", "type": "string", "title": "番号", "key": "id"},
        {"name": "緯度", "type": "number", "role": "latitude"}, {"name": "経度", "type": "number", "key": "longitude"}]}}]})");
  const Dataset dataset = read(folder);
  CHECK(dataset.name == "aed-map");
  CHECK(dataset.title == "【周南市】AED");
  CHECK(dataset.notes == "**説明**");
  CHECK(dataset.version == "2.1");
  CHECK(dataset.homepage == "https://example.jp/");
  CHECK(dataset.license == "cc-by");
  CHECK(dataset.license_title == "表示");
  CHECK(dataset.license_url == "https://example.jp/by");
  CHECK(dataset.organization == "35215");
  CHECK(dataset.author == "生活安全課");
  CHECK(dataset.maintainer == "情報管理課");
  CHECK(dataset.maintainer_email == "j@example.jp");
  CHECK(dataset.tags == std::vector<std::string>{"防災", "AED設置", "学校"});
  CHECK(dataset.groups == std::vector<std::string>{"anzen"});
  CHECK(value_of(dataset, "担当") == "防災係");
  CHECK(value_of(dataset, "数") == "3");
  CHECK(value_of(dataset, "表") == R"({"a":[1]})");
  CHECK(value_of(dataset, "出典") ==
        "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成 (https://nlftp.mlit.go.jp/)");
  CHECK(
      value_of(dataset, "spatial") ==
      R"({"type":"Polygon","coordinates":[[[131.0,33.5],[132.0,33.5],[132.0,34.25],[131.0,34.25],[131.0,33.5]]]})");
  CHECK(value_of(dataset, "temporal_start") == "2024-04-01");
  CHECK(value_of(dataset, "temporal_end") == "2025-03-31");
  CHECK(value_of(dataset, "frequency") == "ANNUAL");
  CHECK(dataset.audience == Audience::unknown);
  REQUIRE(dataset.resources.size() == 1);
  const Resource& resource = dataset.resources.front();
  CHECK(resource.path == "data/a.csv");
  CHECK(resource.file == folder.at("data/a.csv"));
  CHECK(resource.bytes == kTable.size());
  CHECK(resource.sha256 == sha256_hex(kTable));
  CHECK(resource.format == "CSV");
  CHECK(resource.media_type == "text/csv");
  CHECK(resource.encoding == "cp932");
  CHECK(resource.primary_key == std::vector<std::string>{"ID"});
  REQUIRE(resource.columns.size() == 3);
  CHECK(resource.columns[0].title == "番号");
  CHECK(resource.columns[0].role == "id");
  CHECK(resource.columns[1].role == "latitude");
  CHECK(resource.columns[2].role == "longitude");
  CHECK(check_for_ckan(dataset).empty());
}

TEST_CASE("an extra that the descriptor has is not made a second time") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  folder.write(
      "datapackage.json",
      one_file("",
               R"(, "frequency": "ANNUAL", "ckan": {"extras": [{"key": "frequency", "value": "年1回"}]})"));
  const Dataset dataset = read(folder);
  REQUIRE(dataset.extras.size() == 1);
  CHECK(dataset.extras[0].value == "年1回");
  CHECK(dataset.frequency == "ANNUAL");
}

TEST_CASE("who gives a dataset its name") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  const auto package = [&](const std::string& name, const std::string& title, const std::string& more = "") {
    folder.write("datapackage.json", R"({"name": ")" + name + R"(", "title": ")" + title +
                                         R"(", "resources": [{"name": "a-csv",
      "path": "a.csv", "title": ")" + title +
                                         R"(", "anzenmap": {"audience": "public"}}])" + more + "}");
  };
  SECTION("its own name, when a person chose it") {
    package("toishi-2024", "題");
    CHECK(read(folder).name == "toishi-2024");
  }
  SECTION("`ckan.name` before that") {
    package("toishi-2024", "題", R"(, "ckan": {"name": "anzen-map"})");
    CHECK(read(folder).name == "anzen-map");
  }
  SECTION("a person before all") {
    package("toishi-2024", "題", R"(, "ckan": {"name": "anzen-map"})");
    CHECK(read(folder, {.name = "said"}).name == "said");
  }
  SECTION("a person's word that does not fit is wrong usage") {
    package("toishi-2024", "題");
    const Refusal refusal = refusal_of(folder.path(), {.name = "Toishi 2024"});
    CHECK(refusal.code == "CK938");
    CHECK(refusal.kind == Error::Kind::usage);
    REQUIRE(refusal.advice.size() == 1);
    CHECK(refusal.advice[0].value == "toishi-2024");
  }
  SECTION("not the name that stands in for a NAME that does not fit") {
    package("toishi-" + sha256_hex("Toishi小").substr(0, 8), "Toishi小");
    const Refusal refusal = refusal_of(folder.path());
    CHECK(refusal.code == "CK937");
    CHECK(refusal.kind == Error::Kind::refused);
    REQUIRE(refusal.advice.size() == 1);
    CHECK(refusal.advice[0].option == "dataset");
    CHECK(refusal.advice[0].value == "toishi");
  }
  SECTION("a name of Japanese alone gets a proposal that another NAME does not get") {
    package("data-" + sha256_hex("遠石小").substr(0, 8), "遠石小", R"(, "ckan": {"organization": "35215"})");
    const Refusal refusal = refusal_of(folder.path());
    REQUIRE(refusal.advice.size() == 1);
    CHECK(refusal.advice[0].value == "35215-" + sha256_hex("遠石小").substr(0, 8));
    CHECK(is_dataset_name(refusal.advice[0].value));
  }
  SECTION("a dot is lawful in a data package and not in CKAN") {
    package("toishi.2024", "題");
    CHECK(refusal_of(folder.path()).code == "CK937");
  }
}

TEST_CASE("paths that leave the folder are refused") {
  const PackageFolder outside;
  outside.write("secret.csv", kTable);
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  folder.write("sub/b.csv", kTable);
  const auto with_path = [&](const std::string& path) {
    folder.write("datapackage.json",
                 R"({"name": "x1", "resources": [{"name": "a", "path": ")" + path + R"("}]})");
    return refusal_of(folder.path());
  };
  CHECK(with_path("a.csv").code.empty());
  CHECK(with_path("sub/b.csv").code.empty());
  CHECK(with_path("sub/../a.csv").code == "CK932");
  CHECK(with_path("../secret.csv").code == "CK932");
  CHECK(with_path("..").code == "CK932");
  CHECK(with_path(outside.at("secret.csv")).code == "CK932");
  CHECK(with_path("C:\\\\secret.csv").code == "CK932");
  CHECK(with_path("sub\\\\b.csv").code == "CK932");
  CHECK(with_path("a.csv\\u0000.txt").code == "CK932");
  CHECK(with_path("").code == "CK932");
  CHECK(with_path("sub").code == "CK933");
  CHECK(with_path("missing.csv").code == "CK933");
  CHECK(with_path("https://example.jp/a.csv").code == "CK935");
  CHECK(with_path("a.csv/").code == "CK933");

  std::filesystem::create_symlink(outside.at("secret.csv"), folder.at("link.csv"));
  CHECK(with_path("link.csv").code == "CK932");
  std::filesystem::create_directory_symlink(outside.path(), folder.at("door"));
  CHECK(with_path("door/secret.csv").code == "CK932");
  std::filesystem::create_symlink("a.csv", folder.at("inner.csv"));
  CHECK(with_path("inner.csv").code.empty());
  REQUIRE(::mkfifo(folder.at("pipe.csv").c_str(), 0600) == 0);
  CHECK(with_path("pipe.csv").code == "CK933");
  CHECK(with_path("pipe.csv").kind == Error::Kind::refused);
}

TEST_CASE("a file that is not what the descriptor vouches for is refused") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  const auto with = [&](const std::string& members) {
    folder.write("datapackage.json", one_file(members));
    return refusal_of(folder.path());
  };
  const std::string good = sha256_hex(kTable);
  const std::string bad = sha256_hex("another");
  CHECK(with(R"(, "bytes": )" + std::to_string(kTable.size()) + R"(, "hash": "sha256:)" + good + '"')
            .code.empty());
  CHECK(with(R"(, "sha256": ")" + good + '"').code.empty());
  CHECK(with(R"(, "hash": "sha256:)" + bad + '"').code == "CK934");
  CHECK(with(R"(, "sha256": ")" + bad + '"').code == "CK934");
  CHECK(with(R"(, "bytes": 3)").code == "CK934");
  CHECK(with(R"(, "bytes": 3)").kind == Error::Kind::refused);
  // An MD5 sum, as the standard has it by default, is other people's business.
  CHECK(with(R"(, "hash": "d41d8cd98f00b204e9800998ecf8427e")").code.empty());
}

TEST_CASE("what cannot be published as one file of the folder") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  const auto code = [&](const std::string& text) {
    folder.write("datapackage.json", text);
    return refusal_of(folder.path()).code;
  };
  CHECK(code(R"({"name": "x1", "resources": [{"name": "a", "data": [1]}]})") == "CK935");
  CHECK(code(R"({"name": "x1", "resources": [{"name": "a", "path": ["a.csv", "a.csv"]}]})") == "CK935");
  CHECK(code(R"({"name": "x1", "resources": [{"name": "a", "path": ["a.csv"]}]})").empty());
  CHECK(
      code(
          R"({"name": "x1", "resources": [{"name": "a", "path": "a.csv"}, {"name": "a", "path": "a.csv"}]})") ==
      "CK936");
  CHECK(code(R"({"name": "x1", "resources": [{"path": "a.csv"}]})") == "CK931");
  CHECK(code(R"({"name": "x1", "resources": [{"name": "a"}]})") == "CK931");
  CHECK(code(R"({"name": "x1", "resources": []})") == "CK931");
  CHECK(code(R"({"name": "x1"})") == "CK931");
}

TEST_CASE("a descriptor that cannot be read, or says what cannot be") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  CHECK(refusal_of(folder.path()).code == "CK930");
  CHECK(refusal_of(folder.path()).kind == Error::Kind::world);
  const auto refusal = [&](const std::string& text) {
    folder.write("datapackage.json", text);
    return refusal_of(folder.at("datapackage.json"));
  };
  CHECK(refusal("").code == "CK930");
  CHECK(refusal("[]").code == "CK930");
  CHECK(refusal("{").code == "CK930");
  CHECK(refusal("{\"title\": \"\xFF\"}").code == "CK930");
  CHECK(refusal(std::string(200, '[')).code == "CK930");
  CHECK(refusal("\xEF\xBB\xBF" + one_file("")).code.empty());
  CHECK(refusal(one_file("", R"(, "title": 3)")).message.find("title") != std::string::npos);
  for (const char* member :
       {R"("title": 3)", R"("keywords": [1])", R"("licenses": "cc-by")", R"("licenses": ["cc-by"])",
        R"("ckan": [])", R"("ckan": {"extras": [{"value": "v"}]})", R"("spatial": {"bbox": [1, 2, 3]})",
        R"("spatial": {"bbox": [132, 33, 131, 34]})", R"("contributors": {})", R"("audience": "anybody")"}) {
    INFO(member);
    CHECK(refusal(one_file("", std::string(", ") + member)).code == "CK931");
  }
}

TEST_CASE("a schema in a file of its own") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  folder.write("schema.json", R"({"fields": [{"name": "ID"}]})");
  folder.write("datapackage.json", one_file(R"(, "schema": "schema.json")"));
  REQUIRE(read(folder).resources[0].columns.size() == 1);
  CHECK(read(folder).resources[0].columns[0].type == "string");
  folder.write("datapackage.json", one_file(R"(, "schema": "../schema.json")"));
  CHECK(refusal_of(folder.path()).code == "CK932");
  folder.write("datapackage.json", one_file(R"(, "schema": "https://example.jp/schema.json")"));
  CHECK(read(folder).resources[0].columns.empty());
}

TEST_CASE("who may see a package") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  folder.write("b.csv", kTable);
  const auto audience = [&](const std::string& a, const std::string& b, const std::string& more,
                            bool person = false) {
    folder.write("datapackage.json", R"({"name": "x1", "resources": [{"name": "a", "path": "a.csv")" + a +
                                         R"(}, {"name": "b", "path": "b.csv")" + b + "}]" + more + "}");
    return read(folder, {.audience_public = person}).audience;
  };
  const std::string ours = R"(, "anzenmap": {"audience": "public"})";
  const std::string internal = R"(, "anzenmap": {"audience": "internal"})";
  const std::string says_public = R"(, "audience": "public")";
  CHECK(audience(ours, ours, says_public) == Audience::public_);
  CHECK(audience(ours, internal, says_public) == Audience::internal);
  CHECK(audience(ours, internal, "", true) == Audience::internal);
  CHECK(audience(ours, ours, R"(, "audience": "internal")") == Audience::internal);
  // `convert` vouches for its own files, not for one that was put beside them.
  CHECK(audience(ours, "", says_public) == Audience::unknown);
  CHECK(audience(ours, says_public, says_public) == Audience::public_);
  CHECK(audience("", "", "") == Audience::unknown);
  CHECK(audience("", "", says_public) == Audience::public_);
  CHECK(audience("", "", "", true) == Audience::public_);
  CHECK(read(folder, {.audience_public = true}).audience_by_person);
  CHECK(audience(ours, ours, says_public, true) == Audience::public_);
  CHECK_FALSE(read(folder, {.audience_public = true}).audience_by_person);
}

TEST_CASE("a run's counts are counted once") {
  const PackageFolder folder;
  for (const char* name : {"a.csv", "a.geojson", "b.csv"}) folder.write(name, kTable);
  const std::string counts =
      R"("anzenmap": {"counts": {"read": 12, "written": 10, "rejected": 2, "errors": 1, "warnings": 3}})";
  folder.write("datapackage.json",
               R"({"name": "x1", "resources": [{"name": "a-csv", "path": "a.csv", "format": "csv", )" +
                   counts + R"(}, {"name": "a-geojson", "path": "a.geojson", "format": "geojson", )" +
                   counts + R"(}, {"name": "b-csv", "path": "b.csv", "format": "csv", )" + counts + "}]}");
  const Dataset dataset = read(folder);
  CHECK(dataset.counts.read == 24);
  CHECK(dataset.counts.written == 20);
  CHECK(dataset.counts.errors == 2);
  CHECK(dataset.counts.warnings == 6);
  CHECK(dataset.resources[1].format == "GeoJSON");
  CHECK(dataset.resources[1].media_type == "application/geo+json");
}

TEST_CASE("what a person says beside the descriptor wins") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  folder.write("datapackage.json",
               one_file("", R"(, "licenses": [{"name": "cc-by", "title": "表示"}], "keywords": ["a1"],
    "ckan": {"organization": "35215"})"));
  const Dataset dataset = read(folder, {.organization = "35206", .license = "cc-zero", .tags = {"b1"}});
  CHECK(dataset.organization == "35206");
  CHECK(dataset.license == "cc-zero");
  CHECK(dataset.license_title.empty());
  CHECK(dataset.tags == std::vector<std::string>{"b1"});
}

TEST_CASE("what holds for all packages of an office fills gaps alone") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  DatasetOverrides office;
  office.default_title = "題";
  office.default_notes = "説明";
  office.default_organization = "35215";
  office.default_license = "cc-by";
  office.default_license_title = "表示";
  office.default_tags = {"防災"};
  office.default_groups = {"anzen"};
  folder.write("datapackage.json", one_file(""));
  Dataset dataset = read(folder, office);
  CHECK(dataset.title == "題");
  CHECK(dataset.notes == "説明");
  CHECK(dataset.organization == "35215");
  CHECK(dataset.license == "cc-by");
  CHECK(dataset.license_title == "表示");
  CHECK(dataset.tags == std::vector<std::string>{"防災"});
  CHECK(dataset.groups == std::vector<std::string>{"anzen"});
  CHECK(check_for_ckan(dataset).empty());
  folder.write(
      "datapackage.json",
      one_file("", R"(, "title": "自分の題", "licenses": [{"name": "cc-zero"}], "keywords": ["a1"])"));
  dataset = read(folder, office);
  CHECK(dataset.title == "自分の題");
  CHECK(dataset.license == "cc-zero");
  CHECK(dataset.license_title.empty());
  CHECK(dataset.tags == std::vector<std::string>{"a1"});
}

TEST_CASE("the NAMEs in a package") {
  const PackageFolder folder;
  folder.write("datapackage.json", R"({"name": "x1", "resources": [
    {"name": "a-csv", "title": "遠石小", "anzenmap": {}}, {"name": "a-geojson", "title": "遠石小", "anzenmap": {}},
    {"name": "r", "title": "説明書"}, {"name": "b-csv", "title": "周陽小", "anzenmap": {}}]})");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"遠石小", "周陽小", "x1"});
}

TEST_CASE("what `convert` writes is read") {
  const Dataset dataset = read_dataset(ANZENMAP_SOURCE "/samples/toishi-clean/expected", {});
  CHECK(dataset.name == "toishi_clean");
  CHECK(dataset.audience == Audience::public_);
  CHECK(dataset.counts.read == 5);
  CHECK(dataset.counts.written == 5);
  REQUIRE(dataset.bbox);
  CHECK(dataset.bbox->at(0) == Approx(131.8162343));
  REQUIRE(dataset.resources.size() == 2);
  CHECK(dataset.resources[0].format == "GeoJSON");
  CHECK(dataset.resources[1].format == "CSV");
  CHECK(dataset.resources[1].encoding == "utf-8");
  std::vector<std::string> roles;
  for (const Column& column : dataset.resources[1].columns)
    if (!column.role.empty()) roles.push_back(column.role);
  CHECK(roles == std::vector<std::string>{"id", "latitude", "longitude"});
}

TEST_CASE("the package made by hand of the tests follows the schema, and one that is refused does not") {
  const PackageFolder folder;
  folder.write("a.csv", kTable);
  const auto both = [&](const std::string& more, bool lawful) {
    const std::string text =
        R"({"profile": "data-package", "name": "x1", "audience": "public", "resources": [{"name": "a", "path": "a.csv"}])" +
        more + "}";
    INFO(text);
    folder.write("datapackage.json", text);
    CHECK((refusal_of(folder.path()).code.empty()) == lawful);
    CHECK(anzenmap::testing::schema_faults(nlohmann::json::parse(text), "datapackage.schema.json").empty() ==
          lawful);
  };
  both("", true);
  both(R"(, "licenses": [{"name": "cc-by"}], "keywords": ["a1"], "version": 2, "frequency": "ANNUAL")", true);
  both(R"(, "ckan": {"name": "y1", "extras": {"k": "v"}, "groups": ["g"], "organization": "o"})", true);
  both(R"(, "ckan": {"extras": [{"key": "k", "value": 1}]})", true);
  both(
      R"(, "spatial": {"bbox": [1, 2, 3, 4]}, "temporal": {"start": "2024"}, "contributors": [{"title": "t"}])",
      true);
  both(R"(, "title": 1)", false);
  both(R"(, "keywords": [1])", false);
  both(R"(, "ckan": {"organization": 35215})", false);
  both(R"(, "ckan": {"name": "Y 1"})", false);
  both(R"(, "ckan": {"extras": [{"value": 1}]})", false);
  both(R"(, "spatial": {"bbox": [1, 2, 3]})", false);
  both(R"(, "licenses": "cc-by")", false);
}
