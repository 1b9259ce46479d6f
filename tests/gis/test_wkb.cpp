// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

namespace {

Bytes wkb_of(std::string_view wkt) {
  Bytes wkb;
  const WktFault fault = read_wkt(wkt, wkb);
  INFO(wkt << " " << fault.reason.en);
  REQUIRE_FALSE(fault.found);
  return wkb;
}

std::string geojson_of(std::string_view wkt) {
  Bytes out;
  REQUIRE(write_geojson_geometry(wkb_of(wkt).view(), out));
  return std::string(out.view());
}

std::string again(std::string_view wkt) {
  Bytes out;
  REQUIRE(write_wkt(wkb_of(wkt).view(), out));
  return std::string(out.view());
}

std::string fault_of(std::string_view wkt) {
  Bytes out;
  out.append("before");
  const WktFault fault = read_wkt(wkt, out);
  CHECK(out.view() == "before");
  return fault.found ? std::to_string(fault.offset) + " " + std::string(fault.reason.en) : "";
}

constexpr std::string_view kAll[] = {
    "POINT (131.8 34.05)",
    "POINT Z (131.8 34.05 12.5)",
    "POINT EMPTY",
    "LINESTRING (131.8 34.05,131.9 34.1)",
    "LINESTRING Z (131.8 34.05 1,131.9 34.1 NaN)",
    "POLYGON ((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))",
    "MULTIPOINT ((1 2),(3 4))",
    "MULTILINESTRING ((0 0,1 1),(2 2,3 3,4 4))",
    "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5),(5.2 5.1,5.3 5.2,5.3 5.1,5.2 5.1)))",
    "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1),GEOMETRYCOLLECTION (POINT (3 4)))",
    "GEOMETRYCOLLECTION Z (POINT Z (1 2 3),POINT (1 2))",
    "GEOMETRYCOLLECTION EMPTY",
    "LINESTRING EMPTY",
    "MULTIPOLYGON Z (((0 0 1,1 0 2,1 1 3,0 0 1)))"};

}  // namespace

TEST_CASE("well-known text is written as it was read") {
  for (const std::string_view wkt : kAll) {
    CAPTURE(wkt);
    CHECK(again(wkt) == wkt);
    CHECK(looks_like_wkt(wkt));
  }
}

TEST_CASE("the spellings of other programs are read") {
  CHECK(again("Point(131.8 34.05)") == "POINT (131.8 34.05)");
  CHECK(again("point z(1 2 3)") == "POINT Z (1 2 3)");
  CHECK(again("POINT(1 2 3)") == "POINT Z (1 2 3)");
  CHECK(again("MULTIPOINT(1 2,(3 4))") == "MULTIPOINT ((1 2),(3 4))");
  CHECK(again(" POLYGON\n(( 0 0 , 1 0,1 1 ,0 0 ) ) ") == "POLYGON ((0 0,1 0,1 1,0 0))");
  CHECK(again("POINT(+1 -.5)") == "POINT (1 -0.5)");
  CHECK(again("POINT(1. 2.e1)") == "POINT (1 20)");
  CHECK(again("POINT(132.5999993 34.0000001)") == "POINT (132.5999993 34.0000001)");
  CHECK(again("POINT(132.59999934 34.00000009)") == "POINT (132.5999993 34.0000001)");
}

TEST_CASE("a text that is not well-known is told with its place") {
  CHECK(fault_of("") == "0 a kind of geometry (POINT, LINESTRING, POLYGON ...) expected");
  CHECK(fault_of("CURVE(0 0,1 1)").substr(0, 8) == "0 a kind");
  CHECK(fault_of("SRID=4326;POINT(1 2)").substr(0, 8) == "0 a kind");
  CHECK(fault_of("POINT M (1 2 3)") == "0 geometries with M values are not supported");
  CHECK(fault_of("POINT ZM (1 2 3 4)") == "0 geometries with M values are not supported");
  CHECK(fault_of("POINT 1 2") == "6 '(' expected");
  CHECK(fault_of("POINT (1)") == "8 a number expected");
  CHECK(fault_of("POINT (1,2)") == "8 a number expected");
  CHECK(fault_of("POINT (1 2") == "10 ',' or ')' expected");
  CHECK(fault_of("POINT (1 2 3 4)") == "13 ',' or ')' expected");
  CHECK(fault_of("POINT (1 2) x") == "12 more text after the geometry");
  CHECK(fault_of("POINT (1e999 2)") == "7 a number expected");
  CHECK(fault_of("POINT (1.2.3 2)") == "7 a number expected");
  CHECK(fault_of("POINT (- 2)") == "7 a number expected");
  CHECK(fault_of("LINESTRING (1 2)") == "11 a line needs two positions or more");
  CHECK(fault_of("LINESTRING (1 2,1 2 3)") == "20 positions differ in how many numbers they have");
  CHECK(fault_of("LINESTRING Z (1 2,1 2)") == "17 positions differ in how many numbers they have");
  CHECK(fault_of("POLYGON ((0 0,1 0,0 0))") == "9 a ring needs four positions or more");
  CHECK(fault_of("POLYGON ((0 0,1 0,1 1,0 1))") == "9 the ring is not closed");
  CHECK(fault_of("POLYGON Z ((0 0 1,1 0 1,1 1 1,0 0 2))") == "11 the ring is not closed");
  CHECK(fault_of("POLYGON (0 0,1 0,1 1,0 0)") == "9 '(' expected");
  CHECK(fault_of("MULTIPOINT (EMPTY)") == "12 a number expected");
  CHECK(fault_of("POINT (NaN 2)") == "7 a number expected");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "GEOMETRYCOLLECTION(";
  CHECK(fault_of(deep).find("nested too deeply") != std::string::npos);
  CHECK_FALSE(looks_like_wkt("POINTS (1 2)"));
  CHECK_FALSE(looks_like_wkt("point"));
  CHECK_FALSE(looks_like_wkt("横断歩道"));
}

TEST_CASE("GeoJSON geometry is written from WKB") {
  CHECK(geojson_of("POINT Z (131.8 34.05 12.5)") == R"({"type":"Point","coordinates":[131.8,34.05,12.5]})");
  CHECK(geojson_of("LINESTRING Z (1 2 1,3 4 NaN)") ==
        R"({"type":"LineString","coordinates":[[1,2,1],[3,4]]})");
  CHECK(geojson_of("POLYGON ((0 0,4 0,4 4,0 0),(1 1,1 2,2 2,1 1))") ==
        R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]})");
  CHECK(geojson_of("MULTIPOINT (1 2,3 4)") == R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})");
  CHECK(geojson_of("MULTILINESTRING ((0 0,1 1),(2 2,3 3))") ==
        R"({"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]})");
  CHECK(geojson_of("MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))") ==
        R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]})");
  CHECK(geojson_of("GEOMETRYCOLLECTION (POINT (1 2),MULTIPOINT (3 4))") ==
        R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},)"
        R"({"type":"MultiPoint","coordinates":[[3,4]]}]})");
  CHECK(geojson_of("POINT EMPTY") == R"({"type":"Point","coordinates":[]})");
  CHECK(geojson_of("GEOMETRYCOLLECTION EMPTY") == R"({"type":"GeometryCollection","geometries":[]})");
  Bytes out;
  REQUIRE(write_geojson_point(131.1234567, 34, WkbWriter::kNoHeight, out));
  CHECK(out.view() == R"({"type":"Point","coordinates":[131.1234567,34]})");
  CHECK_FALSE(write_geojson_point(WkbWriter::kNoHeight, 34, 0, out));
  CHECK(out.view() == R"({"type":"Point","coordinates":[131.1234567,34]})");
}

TEST_CASE("bounds, kind and a change of all positions") {
  Bytes wkb =
      wkb_of("GEOMETRYCOLLECTION (POINT Z (1 2 9),POLYGON ((0 0,4 0,4 4,0 0)),LINESTRING (-5 7,0 0))");
  CHECK(wkb_kind(wkb.view()) == WkbKind::geometry_collection);
  CHECK(*wkb_bounds(wkb.view()) == std::array<double, 4>{-5, 0, 4, 7});
  REQUIRE(change_wkb_positions(wkb.data(), wkb.size(), [](double& x, double& y) {
    x += 100;
    y *= 2;
  }));
  Bytes out;
  REQUIRE(write_wkt(wkb.view(), out));
  CHECK(out.view() ==
        "GEOMETRYCOLLECTION Z (POINT Z (101 4 9),POLYGON ((100 0,104 0,104 8,100 0)),LINESTRING (95 14,100 "
        "0))");
  CHECK_FALSE(wkb_bounds(wkb_of("POINT EMPTY").view()).has_value());
}

TEST_CASE("damaged WKB is refused and leaves no text behind") {
  for (const std::string_view wkt : kAll) {
    const Bytes wkb = wkb_of(wkt);
    for (std::size_t size = 0; size < wkb.size(); ++size) {
      Bytes out;
      CHECK_FALSE(write_geojson_geometry(wkb.view().substr(0, size), out));
      CHECK(out.empty());
    }
    std::string longer(wkb.view());
    longer.push_back('\0');
    Bytes out;
    CHECK_FALSE(write_wkt(longer, out));
    CHECK(out.empty());
    for (std::size_t i = 0; i < wkb.size(); ++i) {  // must not read or write outside, whatever the bytes say
      std::string damaged(wkb.view());
      damaged[i] = static_cast<char>(damaged[i] ^ 0xFF);
      static_cast<void>(write_wkt(damaged, out));
      static_cast<void>(write_geojson_geometry(damaged, out));
      static_cast<void>(change_wkb_positions(damaged.data(), damaged.size(), [](double&, double&) {}));
    }
  }
  std::string other_kind(wkb_of("MULTIPOINT (1 2)").view());
  other_kind[10] = 2;  // a line inside a MultiPoint
  Bytes out;
  CHECK_FALSE(write_wkt(other_kind, out));
}
