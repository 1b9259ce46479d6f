// SPDX-License-Identifier: Apache-2.0
#include "importers/gpx/gpx.hpp"

#include <string>

#include "catch.hpp"
#include "tests/importers/markup_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

const std::string kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    R"(<gpx version="1.1" creator="歩くアプリ" xmlns="http://www.topografix.com/GPX/1/1">)"
    R"(<metadata><author><name>山田花子</name></author></metadata>)";

std::string waypoint(const std::string& content,
                     const std::string& place = R"(lat="34.0471" lon="131.8282")") {
  return "<wpt " + place + ">" + content + "</wpt>";
}

Features read(const std::string& content, const ReadOptions& options = {}) {
  return read_features(gpx_importer, kHead + content + "</gpx>", options);
}

const std::string kTrack =
    "<trk><name>通学路</name><trkseg><trkpt lat=\"34.0\" "
    "lon=\"131.8\"><ele>12</ele><time>2024-10-03T09:00:00Z</time>"
    "</trkpt><trkpt lat=\"34.1\" lon=\"131.9\"/></trkseg><trkseg><trkpt lat=\"34.2\" "
    "lon=\"131.9\"/></trkseg></trk>"
    "<rte><rtept lat=\"34.0\" lon=\"131.8\"/><rtept lat=\"34.1\" lon=\"131.9\"/></rte>";

}  // namespace

TEST_CASE("gpx: waypoints are records, and nobody's name is one") {
  const Features all = read(
      waypoint("<ele>12.5</ele><time>2024-10-02T23:30:00Z</time><name> 正門 </name><cmt>門</cmt>"
               "<desc>先生が立っている</desc><sym>Flag, Blue</sym><type>安全</type><sat>7</sat>") +
      waypoint("<name>裏門</name><type>危険</type><link href=\"https://example.jp/\"><text>x</text></link>"));
  REQUIRE(all.error.empty());
  REQUIRE(all.features.size() == 2);
  CHECK(all.codes() == std::vector<std::string>{"IN218"});
  CHECK(all.layer.headers ==
        std::vector<std::string>{"name", "調査日", "cmt", "コメント", "sym", "type", "sat", "URL"});
  CHECK(all.features[0].at("name") == "正門");
  CHECK(all.features[0].at("コメント") == "先生が立っている");
  CHECK(all.features[0].at("cmt") == "門");
  CHECK(all.features[0].at("type") == "安全");
  CHECK(all.features[0].at("調査日") == "2024-10-03");
  CHECK(all.features[0].geometry == R"({"type":"Point","coordinates":[131.8282,34.0471,12.5]})");
  CHECK(all.features[1].geometry == R"({"type":"Point","coordinates":[131.8282,34.0471]})");
  CHECK(all.features[1].at("URL") == "https://example.jp/");
  CHECK(all.reading("dialect") == "GPX 1.1");
}

TEST_CASE("gpx: a comment stands for a missing description, a symbol for a missing type") {
  const Features all = read(waypoint("<name>a</name><cmt>暗い</cmt><sym>危険</sym>"));
  CHECK(all.layer.headers == std::vector<std::string>{"name", "コメント", "区分"});
  CHECK(all.features.at(0).at("コメント") == "暗い");
  CHECK(all.features.at(0).at("区分") == "危険");
}

TEST_CASE("gpx: tracks and routes are read only when somebody asks for them") {
  const Features without = read(kTrack + waypoint("<name>a</name>"));
  REQUIRE(without.features.size() == 1);
  CHECK(without.features[0].row == 3);
  CHECK(without.codes() == std::vector<std::string>{"IN216"});
  CHECK(without.find("IN216")->arguments.at(0).ja == "2");
  CHECK(!without.layer.has_shapes);
  ReadOptions options;
  options.include_tracks = true;
  const Features with = read(kTrack + waypoint("<name>a</name>"), options);
  REQUIRE(with.features.size() == 3);
  CHECK(with.features[0].geometry.starts_with(
      R"({"type":"LineString","coordinates":[[131.8,34,12],[131.9,34.1)"));
  CHECK(with.features[0].at("name") == "通学路");
  CHECK(with.features[0].at("調査日") == "2024-10-03");
  CHECK(with.features[1].geometry == R"({"type":"LineString","coordinates":[[131.8,34],[131.9,34.1]]})");
  CHECK(with.codes() == std::vector<std::string>{"IN218", "IN242", "IN243"});
}

TEST_CASE("gpx: heights that are missing, empty or zero") {
  CHECK(read(waypoint("<ele/>")).features.at(0).geometry ==
        R"({"type":"Point","coordinates":[131.8282,34.0471]})");
  CHECK(read(waypoint("<ele>0</ele>")).features.at(0).geometry ==
        R"({"type":"Point","coordinates":[131.8282,34.0471,0]})");
  CHECK(read(waypoint("<ele>高い</ele>")).features.at(0).geometry ==
        R"({"type":"Point","coordinates":[131.8282,34.0471]})");
}

TEST_CASE("gpx: places that are no places") {
  for (const char* place : {"", "lat=\"34.0\"", "lat=\"北\" lon=\"131\"", "lat=\"\" lon=\"\""}) {
    const Features all = read(waypoint("<name>a</name>", place));
    REQUIRE(all.features.size() == 1);
    CHECK(all.features[0].geometry.empty());
    CHECK(all.codes() == std::vector<std::string>{"GE406"});
  }
  CHECK(read(waypoint("", "lat=\"34.04710000001\" lon=\"131.8\"")).codes() ==
        std::vector<std::string>{"IN217"});
}

TEST_CASE("gpx: extensions are told; versions and prefixes of all kinds are read") {
  CHECK(read(waypoint("<extensions><gpxx:Depth>1</gpxx:Depth><name>z</name></extensions>")).codes() ==
        std::vector<std::string>{"IN241"});
  const auto dialect = [](const std::string& root) {
    return read_features(gpx_importer, "<" + root + "><wpt lat=\"34\" lon=\"131\"/></gpx>")
        .reading("dialect");
  };
  CHECK(dialect("gpx version=\"1.0\"") == "GPX 1.0");
  CHECK(dialect("gpx xmlns=\"http://www.topografix.com/GPX/1/0\"") == "GPX 1.0");
  CHECK(dialect("gpx xmlns=\"http://www.topografix.com/GPX/1/1\"") == "GPX 1.1");
  CHECK(dialect("gpx") == "GPX");
  CHECK(read_features(gpx_importer,
                      "<g:gpx xmlns:g=\"x\"><g:wpt lat=\"34\" lon=\"131\"><g:name>a</g:name></g:wpt></g:gpx>")
            .features.at(0)
            .at("name") == "a");
}

TEST_CASE("gpx: what is broken, cut off or an attack is refused") {
  const std::string whole = kHead + waypoint("<name>正門</name>") + kTrack + "</gpx>";
  for (std::size_t size = 1; size < whole.size(); size += 11)
    CHECK(read_features(gpx_importer, whole.substr(0, size)).error == "IN201");
  CHECK(read_features(gpx_importer, "<kml/>").error == "IN240");
  CHECK(read_features(gpx_importer, "<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx/>").error == "IN202");
  ReadOptions small;
  small.record_limit = 1000;
  CHECK(read(waypoint("<desc>" + std::string(2000, 'x') + "</desc>"), small).error == "IN207");
}

TEST_CASE("gpx: batches of any size give the same records") {
  std::string content;
  for (int i = 0; i < 300; ++i)
    content +=
        waypoint("<name>" + std::to_string(i) + "</name>" + (i % 2 == 0 ? "<ele>5</ele>" : "")) + kTrack;
  ReadOptions options;
  options.include_tracks = true;
  const Features whole = read(content, options);
  options.chunk_bytes = 1;
  const Features small = read(content, options);
  REQUIRE(whole.features.size() == 900);
  CHECK(whole.features == small.features);
  CHECK(whole.codes() == small.codes());
}

TEST_CASE("gpx: it is known by its content") {
  CHECK(gpx_importer.probe(kHead, "a.kml").score == 100);
  CHECK(gpx_importer.probe("<kml>", "a.gpx").score == 0);
  CHECK(gpx_importer.probe("<html><gpx>", "a.gpx").score == 0);
}
