// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include "gis/place/distance.hpp"
#include "gis/place/geo3x3.hpp"
#include "gis/place/geopoint.hpp"
#include "gis/place/place_text.hpp"
#include "gis/place/utm.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/privacy/personal_columns.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

namespace {

PlaceText read(std::string_view text, Bytes& out, int epsg = 4326) {
  return read_place_text(text, epsg, out);
}

std::string wkt_of(std::string_view text) {
  Bytes wkb;
  if (read(text, wkb).kind != GeometryKind::wkb) return "none";
  Bytes out;
  return write_wkt(wkb.view(), out) ? std::string(out.view()) : "malformed";
}

}  // namespace

TEST_CASE("a geopoint has two to four numbers, latitude first") {
  const auto four = read_geopoint(" 34.0474123 131.8279846  12.3 4.9 ");
  REQUIRE(four);
  CHECK(four->latitude == 34.0474123);
  CHECK(four->longitude == 131.8279846);
  CHECK(four->altitude == 12.3);
  CHECK(four->accuracy == 4.9);
  CHECK(read_geopoint("34.0471, 131.8282")->longitude == 131.8282);
  CHECK(read_geopoint("34.0471,131.8282")->latitude == 34.0471);
  const auto two = read_geopoint("34.0474123 131.8279846");
  REQUIRE(two);
  CHECK(std::isnan(two->altitude));
  CHECK(std::isnan(two->accuracy));
  for (const char* text : {"", "34.04", "131.82 34.04", "34.04 181", "34.04 131.82 1 2 3", "34.04,,131.82",
                           "34.04 131.82,1", "34.04 131.82 m", "nan nan", "034.04 131.82"})
    CHECK_FALSE(read_geopoint(text));
}

TEST_CASE("lists of geopoints are lines, closed ones areas") {
  CHECK(wkt_of("34.04 131.82 0 0;34.05 131.83 0 0") == "LINESTRING (131.82 34.04,131.83 34.05)");
  CHECK(wkt_of("34.04 131.82 3 0;34.05 131.83 0 0;") == "LINESTRING Z (131.82 34.04 3,131.83 34.05 0)");
  CHECK(wkt_of("34.04 131.82 3 0;34.05 131.83") == "LINESTRING (131.82 34.04,131.83 34.05)");
  CHECK(wkt_of("34.04 131.82;34.05 131.83;34.04 131.83;34.04 131.82") ==
        "POLYGON ((131.82 34.04,131.83 34.05,131.83 34.04,131.82 34.04))");
  CHECK(wkt_of("34.04 131.82;34.05 131.83;34.04 131.82") ==
        "LINESTRING (131.82 34.04,131.83 34.05,131.82 34.04)");
  for (const char* text : {"34.04 131.82 0 0;34.05", "34.04 131.82;;34.05 131.83", ";", "34.04 131.82;x"}) {
    Bytes out;
    const PlaceText place = read(text, out);
    CHECK(place.kind == GeometryKind::none);
    CHECK_FALSE(place.fault.ja.empty());
    CHECK(out.size() == 0);
  }
  Bytes out;
  CHECK(read("34.04 131.82 0 3;34.05 131.83 0 8;34.06 131.83", out).accuracy == 8);
}

TEST_CASE("a list of one point is a point") {
  Bytes out;
  CHECK(read("34.04 131.82 0 0;", out).kind == GeometryKind::point);
  CHECK(read("34.04 131.82 ; ", out).y == 34.04);
}

TEST_CASE("height 0 of a form is no height") {
  Bytes out;
  CHECK(std::isnan(read("34.04 131.82 0 0", out).z));
  CHECK(read("34.04 131.82 -3 0", out).z == -3);
}

TEST_CASE("a Geo3x3 code is the middle of its square") {
  const auto square = read_geo3x3("E9139659937288");
  REQUIRE(square);
  CHECK(std::fabs(square->latitude - 35.65858) < square->size / 2);
  CHECK(std::fabs(square->longitude - 139.745433) < square->size / 2);
  CHECK(std::fabs(square->size - 180 / std::pow(3, 13)) < 1e-12);
  const auto west = read_geo3x3("w28644739");
  REQUIRE(west);
  CHECK(west->longitude < 0);
  for (const char* text : {"", "E", "E1234567", "E12345670", "N91396599", "E9139659937288X"})
    CHECK_FALSE(read_geo3x3(text));
  Bytes out;
  const PlaceText place = read("E9139659937288", out);
  CHECK(place.kind == GeometryKind::point);
  CHECK(place.accuracy == 9);  // half of the diagonal of 12.6 m by 10.2 m, rounded up to whole metres
}

TEST_CASE("PostGIS's SRID has to be the CRS that is read") {
  Bytes out;
  CHECK(read("SRID=4326;POINT(131.82 34.04)", out).x == 131.82);
  CHECK(read("srid=0; POINT(131.82 34.04)", out).y == 34.04);
  CHECK(read("SRID=6671;POINT(-16500 -105000)", out, 6671).kind == GeometryKind::point);
  CHECK_FALSE(read("SRID=3857;POINT(131.82 34.04)", out).fault.ja.empty());
  CHECK_FALSE(read("SRID=x;POINT(131.82 34.04)", out).fault.ja.empty());
  CHECK_FALSE(read("SRID=4326 POINT(131.82 34.04)", out).fault.ja.empty());
  CHECK(read("POINT EMPTY", out).fault.ja.empty());
  CHECK(out.size() == 0);
}

TEST_CASE("UTM zones are read with the letter of the latitude band") {
  CHECK(read_utm_zone("52S")->number == 52);
  CHECK_FALSE(read_utm_zone("52S")->south);  // S is a band of 32 to 40 degrees north
  CHECK(read_utm_zone("55 H")->south);
  CHECK_FALSE(read_utm_zone("54")->south);
  for (const char* text : {"", "S", "0S", "61S", "52I", "52SS", "52-"}) CHECK_FALSE(read_utm_zone(text));
  UtmTransformer transformer;
  double x = 761053;
  double y = 3771022;
  REQUIRE(transformer.to_degrees({52, false}, x, y));
  CHECK(distance_metres(x, y, 131.827985, 34.047412) < 1);
  double east = 500000;
  double north = 0;
  REQUIRE(transformer.to_degrees({31, false}, east, north));
  CHECK(std::fabs(east - 3) < 1e-9);
  CHECK(std::fabs(north) < 1e-9);
  double south = 10'000'000;
  REQUIRE(transformer.to_degrees({31, true}, east = 500000, south));
  CHECK(std::fabs(south) < 1e-9);
}

TEST_CASE("a degree of latitude is 111.2 km on the mean sphere") {
  CHECK(std::fabs(distance_metres(131, 34, 131, 35) - 111195.08) < 0.1);
  CHECK(distance_metres(131, 34, 131, 34) == 0);
  CHECK(distance_metres(179.9999, 0, -179.9999, 0) < 23);
}

TEST_CASE("columns of accounts and devices are known by any spelling") {
  for (const char* header :
       {"_submitted_by", "SubmitterName", "created_by", "Creator", "DeviceID", "deviceid", "meta/username",
        "meta-deviceid", "SubscriberID", "phonenumber", "Editor"})
    CHECK(is_platform_personal(header));
  for (const char* header : {"名称", "editor's choice", "usernames", "", "/", "device"})
    CHECK_FALSE(is_platform_personal(header));
}
