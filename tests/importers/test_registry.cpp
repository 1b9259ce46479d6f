// SPDX-License-Identifier: Apache-2.0
#include "importers/registry.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <string>

#include "catch.hpp"
#include "gis/base/error.hpp"
#include "importers/intake/input_file.hpp"
#include "tests/importers/csv_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

std::string code_of(const std::string& path, const ReadOptions& options = {}) {
  try {
    const auto source = open_survey(path, options, safety_map());
    const Layer& layer = source->layers()[0];
    return layer.has_geometry ? "geojson" : layer.reading.find("format")->value;
  } catch (const Error& error) {
    CHECK(!error.message(Language::ja).empty());
    return std::string(error.code());
  }
}

std::string opened(std::string_view content, const std::string& ending) {
  const TemporaryFile file(content, ending);
  return code_of(file.path());
}

}  // namespace

TEST_CASE("files that cannot be read are refused with what is wrong with them") {
  CHECK(code_of("/no/such/file.csv") == "IN190");
  char folder[] = "/tmp/anzenmap-empty-XXXXXX";
  REQUIRE(::mkdtemp(folder) != nullptr);
  CHECK(code_of(folder) == "IN192");
  CHECK(code_of(std::string(folder) + "/") == "IN192");
  ::rmdir(folder);
  CHECK(code_of("/dev/null") == "IN192");
  CHECK(opened("", ".csv") == "IN194");
  if (::geteuid() != 0) {
    const TemporaryFile secret("a,b\n1,2\n");
    ::chmod(secret.path().c_str(), 0);
    CHECK(code_of(secret.path()) == "IN191");
  }
}

TEST_CASE("binary junk is no table, whatever it is called") {
  std::minstd_rand random(7);
  std::string junk;
  for (int i = 0; i < 20'000; ++i) junk += static_cast<char>(random() >> 8U);
  for (const char* ending : {".csv", ".bin", ".txt", ".geojson", ".xlsx"}) {
    const std::string code = opened(junk, ending);
    CHECK(code.substr(0, 2) == "IN");
  }
  CHECK(opened(junk, ".csv") == "IN195");
  CHECK(opened("%PDF-1.7\n1,2\n", ".csv") == "IN195");
  CHECK(opened("\x89PNG\r\n\x1A\n", ".csv") == "IN195");
  // An old workbook says so: that it is damaged, or that there is nothing that could read it.
  const std::string old = opened("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1,,\n", ".csv");
  CHECK((old == "IN143" || old == "IN260" || old == "IN261"));
  CHECK(opened("<html><body>a,b</body></html>\n", "") == "IN195");
}

TEST_CASE("the content decides, not the name") {
  CHECK(opened("名称,緯度,経度\n正門前,34.1,131.8\n", ".csv") == "csv");
  CHECK(opened("名称\t緯度\t経度\n正門前\t34.1\t131.8\n", ".txt") == "csv");
  CHECK(opened("名称,緯度,経度\n正門前,34.1,131.8\n", ".geojson") == "csv");
  CHECK(opened("name,lat,lon\n", "") == "csv");
  const std::string geojson =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[131.8,34.1]}}]})";
  CHECK(opened(geojson, ".geojson") == "geojson");
  CHECK(opened(geojson, ".csv") == "geojson");
}

TEST_CASE("a person may name the format") {
  const TemporaryFile file("a,b\n1,2\n", ".dat");
  ReadOptions options;
  options.format = "csv";
  CHECK(code_of(file.path(), options) == "csv");
  options.format = "tsv";
  CHECK(code_of(file.path(), options) == "csv");
  options.format = "doc";
  CHECK(code_of(file.path(), options) == "IN196");
}

TEST_CASE("the table of importers has each format once and their rules each code once") {
  std::set<std::string_view> names;
  for (const Importer& importer : importers()) {
    names.insert(importer.name);
    CHECK(!importer.title.ja.empty());
    CHECK(importer.probe("", "x").score == 0);
  }
  const std::set<std::string_view> portable{"csv", "geojson", "gpx", "kml", "ods", "xlsx"};
  const std::set<std::string_view> modules{"fgb", "gdb", "gpkg", "mapinfo", "photo", "shp", "xls"};
  for (const std::string_view name : portable) CHECK(names.count(name) == 1);
  const auto known = static_cast<std::size_t>(std::count_if(
      modules.begin(), modules.end(), [&](std::string_view name) { return names.count(name) == 1; }));
  CHECK((known == 0 || known == modules.size()));
  std::string_view last;
  for (const RuleInfo* rule : importer_rules()) {
    CHECK(rule->code > last);
    last = rule->code;
  }
}

TEST_CASE("a file's name has no folders") {
  CHECK(file_name_of("/a/b/c.csv") == "c.csv");
  CHECK(file_name_of("c.csv") == "c.csv");
  CHECK(file_name_of("a/b/") == "b");
  CHECK(file_name_of("/") == "/");
}

TEST_CASE("reading by position stops at the end of the file") {
  const TemporaryFile temporary("0123456789");
  const InputFile file(temporary.path());
  char buffer[16];
  CHECK(file.size() == 10);
  CHECK(file.read_at(0, buffer, 16) == 10);
  CHECK(file.read_at(8, buffer, 16) == 2);
  CHECK(std::string(buffer, 2) == "89");
  CHECK(file.read_at(10, buffer, 16) == 0);
}
