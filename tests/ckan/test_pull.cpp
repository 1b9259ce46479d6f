// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>

#include "ckan/dataset.hpp"
#include "ckan/pull/descriptor.hpp"
#include "ckan/pull/outline.hpp"
#include "ckan/pull/pull_folder.hpp"
#include "ckan/pull/safe_name.hpp"
#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "gis/files/sha256.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using anzenmap::ckan::tests::PackageFolder;

namespace {

std::string code_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return {};
}

Json parsed(const char* text) { return Json::parse(text); }

std::vector<std::string> names_at(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("names that a server sends are made safe") {
  const auto check = [](std::string_view sent, std::string_view safe) {
    CAPTURE(std::string(sent));
    CHECK(clean_file_name(sent) == safe);
  };
  check("a.csv", "a.csv");
  check("避難所 一覧.CSV", "避難所 一覧.CSV");
  check("../../etc/passwd", "passwd");
  check("..\\..\\windows\\system32\\x.dll", "x.dll");
  check("/etc/shadow", "shadow");
  check("C:\\autoexec.bat", "autoexec.bat");
  check("C:autoexec.bat", "C-autoexec.bat");
  check("..", "file");
  check(".", "file");
  check("", "file");
  check("...", "file");
  check("a/..", "file");
  check("a/", "file");
  check(".htaccess", "htaccess");
  check(".anzenmap-1-2.tmp", "anzenmap-1-2.tmp");
  check("-rf", "rf");
  check("a.csv. . ", "a.csv");
  check("a\r\nb\x1b[31m.csv", "ab[31m.csv");
  check(std::string_view("a\0.csv", 6), "a.csv");
  check("a\xC2\x85.csv", "a.csv");                // NEL, a C1 control
  check("cod\xE2\x80\xAEvsc.exe", "codvsc.exe");  // right-to-left override
  check("a\xE2\x80\x8B.csv", "a.csv");            // zero width
  check(
      "\xEF\xBB\xBF"
      "a.csv",
      "a.csv");
  check(
      "\xFF\xFE"
      "a\xE3\x81.csv",
      "a.csv");  // ill-formed
  check(
      "a\xC0\xAF"
      "b.csv",
      "ab.csv");  // an overlong slash is no slash
  check("a<b>|c?.csv", "a-b--c-.csv");
  check("a.csv:stream", "a.csv-stream");
  check("CON", "_CON");
  check("nul.csv", "_nul.csv");
  check("Com1.tar.gz", "_Com1.tar.gz");
  check("lpt\xC2\xB9.txt", "_lpt\xC2\xB9.txt");
  check("aux .csv", "_aux .csv");
  check("console.csv", "console.csv");
  check("com10.csv", "com10.csv");
}

TEST_CASE("a long name keeps its extension and is not cut inside a letter") {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "避";
  const std::string safe = clean_file_name(name + ".geojson");
  CHECK(safe.size() <= 200);
  CHECK(safe.ends_with("避.geojson"));
  CHECK(is_valid_utf8(safe.data(), safe.size()));
  CHECK(clean_file_name(std::string(300, 'a') + '.' + std::string(300, 'b')).size() <= 200);
}

TEST_CASE("the name in a URL is decoded before it is cleaned") {
  CHECK(file_name_of_url("https://example.jp/dataset/1/resource/2/download/a%20b.csv?x=/y#z") == "a b.csv");
  CHECK(file_name_of_url("https://example.jp/%2e%2e%2f%2e%2e%2fetc%2fpasswd") == "../../etc/passwd");
  CHECK(clean_file_name(file_name_of_url("https://example.jp/%2e%2e%2f%2e%2e%2fetc%2fpasswd")) == "passwd");
  CHECK(file_name_of_url("https://example.jp").empty());
  CHECK(file_name_of_url("https://example.jp/").empty());
  CHECK(file_name_of_url("a.csv") == "a.csv");
  CHECK(file_name_of_url("https://example.jp/100%.csv") == "100%.csv");
}

TEST_CASE("names of one folder differ, capital letters or not") {
  FileNames names;
  names.reserve("datapackage.json");
  CHECK(names.take("a.csv") == "a.csv");
  CHECK(names.take("A.csv") == "A-2.csv");
  CHECK(names.take("x/a.csv") == "a-3.csv");
  CHECK(names.take("a-2.csv") == "a-2-2.csv");
  CHECK(names.take("../DataPackage.json") == "DataPackage-2.json");
  CHECK(names.take("\xE9\x81\xBF") == "避");
  CHECK(names.take("避") == "避-2");
}

TEST_CASE("the box of a GeoJSON outline") {
  CHECK(box_of_geojson(
            R"({"type":"Polygon","coordinates":[[[131.5,33.9],[132.25,33.9],[132.25,34.1],[131.5,33.9]]]})")
            .dump() == "[131.5,33.9,132.25,34.1]");
  CHECK(box_of_geojson(R"({"type":"Point","coordinates":[131,34]})").dump() == "[131,34,131,34]");
  CHECK(box_of_geojson(R"({"type":"Polygon","coordinates":[[[1000,0]]]})").is_null());
  CHECK(box_of_geojson(R"({"type":"Polygon"})").is_null());
  CHECK(box_of_geojson("not JSON").is_null());
  CHECK(box_of_geojson("").is_null());
  CHECK(box_of_geojson("{\"coordinates\":" + std::string(100000, '[')).is_null());
}

TEST_CASE("what a CKAN holds becomes a data package that says the same") {
  const PackageFolder folder;
  folder.write("a.csv", "ID\r\n1\r\n");
  folder.write("b.pdf", "PDF");
  const RemoteDataset dataset = remote_dataset(parsed(R"({
    "id": "0a1b", "name": "aed-map", "title": "【周南市】AED", "notes": "**説明**", "version": "2.1",
    "url": "https://example.jp/", "license_id": "cc-by", "license_title": "表示", "license_url": "https://example.jp/by",
    "author": "生活安全課", "author_email": "s@example.jp", "maintainer": null, "maintainer_email": "m@example.jp",
    "organization": {"id": "9", "name": "35215", "title": "周南市"}, "owner_org": "9",
    "tags": [{"name": "防災", "state": "active"}, {"name": "AED設置"}], "groups": [{"name": "anzen"}],
    "extras": [{"key": "spatial", "value": "{\"type\":\"Point\",\"coordinates\":[131.8,34.05]}"},
               {"key": "frequency", "value": "ANNUAL"}, {"key": "担当", "value": "防災係"}],
    "private": false, "state": "active", "metadata_modified": "2026-01-01", "x_theme": "安全", "num_tags": 2,
    "resources": [
      {"id": "r1", "name": "表", "description": "中身", "format": "CSV", "mimetype": "text/csv", "encoding": "utf-8",
       "url": "https://example.jp/download/a.csv", "url_type": "upload", "anzenmap_key": "a-csv", "size": 7,
       "schema": "{\"fields\":[{\"name\":\"ID\",\"type\":\"string\",\"title\":\"番号\",\"role\":\"id\"}],\"primaryKey\":[\"ID\"]}",
       "x_note": "よその値", "last_modified": "2026-01-01"},
      {"id": "r2", "name": "リンク", "format": "HTML", "url": "https://example.com/", "url_type": null},
      {"id": "r3", "name": "図", "format": "PDF", "mimetype": "application/pdf", "url": "https://example.jp/download/b.pdf", "url_type": "upload"}]})"));
  const std::vector<PackagedFile> files{
      {"a.csv", 7, sha256_hex("ID\r\n1\r\n")}, {}, {"b.pdf", 3, sha256_hex("PDF")}};
  const Json package = descriptor_of(dataset, files);
  folder.write("datapackage.json", package.dump());
  const Dataset read = read_dataset(folder.path(), {});
  CHECK(read.name == "aed-map");
  CHECK(read.title == "【周南市】AED");
  CHECK(read.notes == "**説明**");
  CHECK(read.version == "2.1");
  CHECK(read.homepage == "https://example.jp/");
  CHECK(read.license == "cc-by");
  CHECK(read.organization == "35215");
  CHECK(read.author == "生活安全課");
  CHECK(read.author_email == "s@example.jp");
  CHECK(read.maintainer.empty());
  CHECK(read.maintainer_email == "m@example.jp");
  CHECK(read.tags == std::vector<std::string>{"防災", "AED設置"});
  CHECK(read.groups == std::vector<std::string>{"anzen"});
  REQUIRE(read.extras.size() == 3);
  CHECK(read.extras[0].key == "spatial");
  CHECK(read.extras[2].value == "防災係");
  CHECK(read.audience == Audience::public_);
  REQUIRE(read.bbox);
  CHECK(read.bbox->at(0) == 131.8);
  CHECK(read.frequency == "ANNUAL");
  REQUIRE(read.resources.size() == 2);
  CHECK(read.resources[0].key == "a-csv");
  CHECK(read.resources[0].title == "表");
  CHECK(read.resources[0].description == "中身");
  CHECK(read.resources[0].encoding == "utf-8");
  CHECK(read.resources[0].columns.at(0).role == "id");
  CHECK(read.resources[0].columns.at(0).title == "番号");
  CHECK(read.resources[0].primary_key == std::vector<std::string>{"ID"});
  CHECK(read.resources[1].key == "b-pdf");
  CHECK(package["ckan"]["x_theme"] == "安全");
  CHECK_FALSE(package["ckan"].contains("num_tags"));
  CHECK(package["resources"][0]["ckan"]["x_note"] == "よその値");

  SECTION("and the same dictionaries again") {
    const RemoteDataset again = remote_dataset(published_in(package).dictionary);
    CHECK(compare(read, &again, TargetKind::directory, {}).changes() == false);
    CHECK(again.fields["extras"] == dataset.fields["extras"]);
    CHECK(again.fields["x_theme"] == "安全");
    CHECK(again.resources[0].fields["x_note"] == "よその値");
    CHECK(again.resources[0].fields["schema"] == dataset.resources[0].fields["schema"]);
  }
}

TEST_CASE("a private dataset comes back as an internal one") {
  RemoteDataset dataset = remote_dataset(parsed(
      R"({"name": "aed", "private": true, "resources": [{"id": "1", "url": "a.csv", "url_type": "upload"}]})"));
  CHECK(descriptor_of(dataset, {{"a.csv", 1, std::string(64, '0')}})["audience"] == "internal");
}

TEST_CASE("a folder that holds files takes nothing") {
  const PackageFolder folder;
  folder.write("mine.txt", "私の");
  CHECK(code_of([&] { const PullFolder target(folder.path()); }) == "CK976");
  CHECK(names_at(folder.path()) == std::vector<std::string>{"mine.txt"});
}

TEST_CASE("two runs do not save to one folder") {
  const PackageFolder folder;
  const PullFolder first(folder.path());
  CHECK(code_of([&] { const PullFolder second(folder.path()); }) == "CK977");
}

TEST_CASE("a failed pull leaves nothing, a whole one no traces") {
  const PackageFolder folder;
  folder.write("source/a.csv", "ID\r\n1\r\n");
  const std::string to = folder.at("new/inner");
  const PackagedFile good{"a.csv", 7, sha256_hex("ID\r\n1\r\n")};
  {
    PullFolder target(to);
    target.copy(folder.at("source/a.csv"), good);
    CHECK(code_of([&] { target.copy(folder.at("source/a.csv"), {"b.csv", 7, sha256_hex("")}); }) == "CK978");
    CHECK(code_of([&] { target.copy(folder.at("source/none.csv"), good); }) == "CK979");
  }
  CHECK_FALSE(std::filesystem::exists(to));
  PullFolder target(to);
  target.copy(folder.at("source/a.csv"), good);
  target.commit("{}", {good});
  CHECK(folder.read("new/inner/a.csv") == "ID\r\n1\r\n");
  CHECK(folder.read("new/inner/datapackage.json") == "{}");
}

TEST_CASE("what a killed pull left is completed, what it did not make is refused") {
  const PackageFolder folder;
  folder.write(".anzenmap-pull/.files.json", R"(["a.csv", "datapackage.json"])");
  folder.write(".anzenmap-pull/half", "x");
  folder.write("a.csv", "old");
  folder.write("source/a.csv", "ID\r\n1\r\n");
  CHECK(code_of([&] { const PullFolder target(folder.path()); }) == "CK976");
  std::filesystem::remove_all(folder.at("source"));
  {
    const PackageFolder elsewhere;
    elsewhere.write("a.csv", "ID\r\n1\r\n");
    PullFolder target(folder.path());
    const PackagedFile good{"a.csv", 7, sha256_hex("ID\r\n1\r\n")};
    target.copy(elsewhere.at("a.csv"), good);
    target.commit("{}", {good});
  }
  CHECK(names_at(folder.path()) == std::vector<std::string>{"a.csv", "datapackage.json"});
  CHECK(folder.read("a.csv") == "ID\r\n1\r\n");
}

TEST_CASE("a file that came is checked by size and hash") {
  const PackageFolder folder;
  folder.write("a.csv", "ID");
  const auto verify = [&](const PackagedFile& expected) {
    return code_of([&] {
      PackagedFile found;
      verify_file(folder.at("a.csv"), "https://example.jp/a.csv", expected, found);
    });
  };
  CHECK(verify({"a.csv", 2, sha256_hex("ID")}).empty());
  CHECK(verify({"a.csv", 0, {}}).empty());
  CHECK(verify({"a.csv", 3, {}}) == "CK978");
  CHECK(verify({"a.csv", 2, sha256_hex("IX")}) == "CK978");
}
