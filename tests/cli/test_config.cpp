// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/config.hpp"
#include "cli/metadata_options.hpp"
#include "gis/base/error.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/json_schema.hpp"

using namespace anzenmap;
using namespace anzenmap::cli;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "anzenmap-config-XXXXXX").string();
    path = ::mkdtemp(name.data()) == nullptr ? std::string() : name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  std::string write(const std::string& name, std::string_view text) const {
    fs::create_directories(fs::path(path + '/' + name).parent_path());
    std::ofstream(path + '/' + name, std::ios::binary) << text;
    return path + '/' + name;
  }
  std::string path;
};

bool schema_takes(const std::string& text) {
  return testing::schema_faults(nlohmann::json::parse(text), "config.schema.json").empty();
}

/// Reads the text as an anzenmap.json, which its JSON Schema must take, too.
Config config_of(const std::string& text) {
  CHECK(testing::schema_faults(nlohmann::json::parse(text), "config.schema.json") == "");
  const Folder folder;
  return read_config(folder.write("anzenmap.json", text));
}

struct Fault {
  std::string code;
  Error::Kind kind = Error::Kind::world;
  std::string message;
};
Fault fault_of(const std::string& text) {
  const Folder folder;
  try {
    static_cast<void>(read_config(folder.write("anzenmap.json", text)));
  } catch (const Error& error) {
    return {std::string(error.code()), error.kind(), error.message(Language::en)};
  }
  return {};
}

}  // namespace

TEST_CASE("anzenmap.json is looked up towards the root, and not above home") {
  const Folder folder;
  fs::create_directories(folder.path + "/home/office/2024");
  const std::string deep = folder.path + "/home/office/2024";
  CHECK(find_config(deep, folder.path + "/home").empty());
  const std::string above = folder.write("anzenmap.json", "{}");
  CHECK(find_config(deep, folder.path + "/home").empty());
  CHECK(find_config(deep, "") == above);
  CHECK(find_config(folder.path, folder.path) == above);
  const std::string of_home = folder.write("home/anzenmap.json", "{}");
  CHECK(find_config(deep, folder.path + "/home") == of_home);
  fs::create_directories(deep + "/anzenmap.json");  // a folder of that name is none
  CHECK(find_config(deep, folder.path + "/home") == of_home);
  CHECK(find_config("/", "").empty());
}

TEST_CASE("everything that anzenmap.json can say") {
  const Config config = config_of(R"({
    "comment": "覚え書き",
    "catalogue": {"url": "https://example.jp/ckan", "organization": "35215", "datastore": true},
    "dataset": {"title": "【周南市】{name} {year}年度", "description": "説明", "tags": ["防犯"], "groups": ["g1"],
      "license": {"name": "cc-by", "title": "表示", "path": "https://example.jp/by"}, "frequency": "ANNUAL",
      "sources": ["国土地理院", {"title": "国土数値情報（小学校区データ）", "publisher": "国土交通省",
                  "path": "https://nlftp.mlit.go.jp/ksj/", "processed": true}, {"title": "t", "attribution": "そのまま"}],
      "contributors": ["周南市", {"title": "教育委員会", "role": "maintainer", "email": "k@example.jp"}],
      "version": 2, "homepage": "https://example.jp/", "extras": {"担当": "防災係", "数": 3}},
    "names": {"遠石小": {"dataset": "toishi-anzen", "period": 2024, "tags": ["通学路"], "extras": {"数": "4", "新": "5"}}},
    "waivers": [{"code": "PR610", "reason": "公表ずみの施設名", "column": "名称"}]})");
  CHECK(config.url == "https://example.jp/ckan");
  CHECK(config.datastore == true);
  REQUIRE(config.waivers.size() == 1);
  CHECK(config.waivers[0].column == "名称");

  const PackageMetadata own = metadata_for(config, "遠石小", {});
  CHECK(own.dataset == "toishi-anzen");
  CHECK(own.title == "【周南市】遠石小 2024年度");
  CHECK(own.organization == "35215");
  CHECK(own.license == "cc-by");
  CHECK(own.license_path == "https://example.jp/by");
  CHECK(own.tags == std::vector<std::string>{"通学路"});
  CHECK(own.groups == std::vector<std::string>{"g1"});
  CHECK(own.period_start == "2024-04-01");
  CHECK(own.period_end == "2025-03-31");
  CHECK(own.version == "2");
  CHECK(own.extras ==
        std::vector<std::pair<std::string, std::string>>{{"担当", "防災係"}, {"数", "4"}, {"新", "5"}});
  REQUIRE(own.sources.size() == 3);
  CHECK(own.sources[0].attribution.empty());
  CHECK(own.sources[1].attribution ==
        "「国土数値情報（小学校区データ）」（国土交通省）（https://nlftp.mlit.go.jp/ksj/）を加工して作成");
  CHECK(own.sources[2].attribution == "そのまま");
  CHECK(own.contributors[1].role == "maintainer");

  PackageMetadata said;
  said.period_start = "2023-07-01";
  CHECK(metadata_for(config, "周陽小", said).title == "【周南市】周陽小 2023年度");
  CHECK_THROWS_AS(metadata_for(config, "周陽小", {}), Error);
  said = {};
  said.title = "いま言った題";
  CHECK_NOTHROW(metadata_for(config, "周陽小", said));
}

TEST_CASE("an organisation of the dataset goes before the catalogue's") {
  CHECK(metadata_for(config_of(R"({"catalogue": {"organization": "a"}, "dataset": {"organization": "b"}})"),
                     "n", {})
            .organization == "b");
}

TEST_CASE("the template for Yamaguchi is lawful") {
  const std::string path = ANZENMAP_SOURCE "/samples/anzenmap.yamaguchi.json";
  const auto json = nlohmann::json::parse(std::ifstream(path));
  CHECK(testing::schema_faults(json, "config.schema.json") == "");
  const Config config = read_config(path);
  CHECK(config.url == "https://yamaguchi-opendata.jp/ckan");
  CHECK(metadata_for(config, "遠石小学校", {}).title == "【周南市】遠石小学校 通学路安全マップ");
}

TEST_CASE("a token in anzenmap.json is refused, wherever it is, and never repeated") {
  const std::string web_token = "eyJ0eXAiOiJKV1Qi.eyJqdGkiOiJ4eHh4.c2lnbmF0dXJl";
  for (const std::string& text :
       {std::string(R"({"token": "s3cret"})"), std::string(R"({"catalogue": {"apikey": "s3cret"}})"),
        std::string(R"({"catalogue": {"API_Token": "s3cret"}})"),
        std::string(R"({"dataset": {"password": "s3cret"}})"),
        std::string(R"({"catalogue": {"url": "https://me:s3cret@example.jp/ckan"}})"),
        R"({"dataset": {"description": ")" + web_token + R"("}})", R"({"comment": ")" + web_token + R"("})",
        R"({"dataset": {"extras": {"k": ")" + web_token + R"("}}})"}) {
    INFO(text);
    const Fault fault = fault_of(text);
    CHECK(fault.code == "CK949");
    CHECK(fault.kind == Error::Kind::refused);
    CHECK(fault.message.find("s3cret") == std::string::npos);
    CHECK(fault.message.find("eyJ") == std::string::npos);
  }
  CHECK(fault_of(R"({"dataset": {"homepage": "https://example.jp/a@b", "extras": {"token 数": "3"}},
                     "names": {"tokens": {"title": "x@example.jp"}}})")
            .code.empty());
}

TEST_CASE("what anzenmap.json cannot say") {
  for (const char* text : {"", "[]", "{", "{\"comment\": \"\xFF\"}"}) CHECK(fault_of(text).code == "CK946");
  CHECK(fault_of(std::string(100, '[')).code == "CK946");
  CHECK(fault_of("\xEF\xBB\xBF{}").code.empty());
  for (const char* text :
       {R"({"dataset": {"licence": "cc-by"}})", R"({"datasets": {}})", R"({"catalogue": {"urls": ""}})",
        R"({"dataset": {"dataset": "x1"}})", R"({"names": {"a": {"tag": []}}})",
        R"({"waivers": [{"codes": "x"}]})", R"({"dataset": {"sources": [{"title": "t", "url": "u"}]}})"}) {
    INFO(text);
    CHECK(fault_of(text).code == "CK948");
    CHECK_FALSE(schema_takes(text));
  }
  CHECK(fault_of(R"({"dataset": {"licence": "cc-by"}})").message.find("'license'") != std::string::npos);
  for (const char* text : {R"({"catalogue": []})", R"({"catalogue": {"url": "example.jp"}})",
                           R"({"catalogue": {"datastore": "yes"}})", R"({"dataset": {"title": 3}})",
                           R"({"dataset": {"tags": "a"}})", R"({"dataset": {"tags": [1]}})",
                           R"({"dataset": {"license": {"title": "t"}}})", R"({"dataset": {"sources": {}}})",
                           R"({"dataset": {"contributors": [{"title": "t", "role": "boss"}]}})",
                           R"({"names": {"a": "b"}})", R"({"names": {"a": {"dataset": "Toishi"}}})",
                           R"({"dataset": {"extras": {"k": []}}})", R"({"waivers": [{"code": "PR610"}]})"}) {
    INFO(text);
    const Fault fault = fault_of(text);
    CHECK(fault.code == "CK947");
    CHECK(fault.kind == Error::Kind::usage);
    CHECK_FALSE(schema_takes(text));
  }
  for (const char* text : {R"({"dataset": {"period": "いつか"}})", R"({"dataset": {"title": "{school}"}})"}) {
    INFO(text);
    CHECK(fault_of(text).code == "CK947");
  }
}

TEST_CASE("periods") {
  using Days = std::pair<std::string, std::string>;
  CHECK(read_period("2024") == Days("2024-04-01", "2025-03-31"));
  CHECK(read_period("令和6年度") == Days("2024-04-01", "2025-03-31"));
  CHECK(read_period("2024-05-01") == Days("2024-05-01", "2024-05-01"));
  CHECK(read_period("2024-05-01/2024-07-31") == Days("2024-05-01", "2024-07-31"));
  CHECK(read_period("2022/2024") == Days("2022-04-01", "2025-03-31"));
  for (const char* text : {"", "/", "2024/", "2024-02-30", "2024-07-31/2024-05-01", "春", "2024/2025/2026"}) {
    INFO(text);
    CHECK_FALSE(read_period(text));
  }
}

TEST_CASE("what is said on the command line") {
  MetadataSettings settings;
  settings.dataset = "toishi-2024";
  settings.period = "2024";
  settings.sources = {"国土地理院"};
  const PackageMetadata said = said_metadata(settings);
  CHECK(said.dataset == "toishi-2024");
  CHECK(said.period_end == "2025-03-31");
  CHECK(said.sources[0].title == "国土地理院");
  settings.dataset = "遠石";
  CHECK_THROWS_AS(said_metadata(settings), Error);
  settings.dataset.clear();
  settings.period = "いつか";
  CHECK_THROWS_AS(said_metadata(settings), Error);
}
