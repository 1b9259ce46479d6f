// SPDX-License-Identifier: Apache-2.0
#include "gis/place/place_text.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include "gis/place/distance.hpp"
#include "gis/place/geo3x3.hpp"
#include "gis/place/geopoint.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr int kWgs84 = 4326;

/// Takes "SRID=4326;" off; false when it names another CRS.
bool take_srid(std::string_view& text, int epsg) {
  constexpr std::string_view kMark = "SRID=";
  if (text.size() < kMark.size()) return true;
  for (std::size_t i = 0; i < kMark.size(); ++i)
    if ((text[i] >= 'a' && text[i] <= 'z' ? text[i] - 32 : text[i]) != kMark[i]) return true;
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos) return true;  // the reader of WKT tells
  int srid = -1;
  const char* last = text.data() + end;
  const auto read = std::from_chars(text.data() + kMark.size(), last, srid);
  if (read.ec != std::errc() || read.ptr != last) return false;
  text = trim_blanks(text.substr(end + 1));
  return srid == epsg || srid == 0;  // 0 = PostGIS does not know
}

PlaceText point(double x, double y, double z, double accuracy) {
  PlaceText place;
  place.kind = GeometryKind::point;
  place.x = x;
  place.y = y;
  place.z = z;
  place.accuracy = accuracy;
  return place;
}

/// Height 0 is what apps write when they do not know it.
PlaceText of_geopoint(const Geopoint& read) {
  return point(read.longitude, read.latitude, read.altitude == 0 ? kMissing : read.altitude, read.accuracy);
}

/// The middle stands for the square, so half of its diagonal is how far off that may be.
PlaceText of_square(const Geo3x3Square& square) {
  const double half = square.size / 2;
  return point(square.longitude, square.latitude, kMissing,
               std::ceil(distance_metres(square.longitude, square.latitude, square.longitude + half,
                                         square.latitude + half)));
}

PlaceText of_wkt(std::string_view text, Bytes& out) {
  struct Point : WkbVisitor {
    double x = kMissing;
    double y = kMissing;
    double z = kMissing;
    void position(double px, double py, double pz) {
      x = px;
      y = py;
      z = pz;
    }
  } first;
  PlaceText place;
  const std::size_t start = out.size();
  const WktFault fault = read_wkt(text, out);
  if (fault.found) {
    place.fault = fault.reason;
    return place;
  }
  const std::string_view wkb = out.view().substr(start);
  if (wkb_kind(wkb) != WkbKind::point) {
    place.kind = GeometryKind::wkb;
    return place;
  }
  const bool read = visit_wkb(wkb, first) && !std::isnan(first.x) && !std::isnan(first.y);
  out.resize(start);
  return read ? point(first.x, first.y, first.z, kMissing) : place;
}

}  // namespace

PlaceText read_place_text(std::string_view text, int epsg, Bytes& out) {
  text = trim_blanks(text);
  if (epsg == kWgs84) {
    const bool ended = !text.empty() && text.back() == ';';  // a list of one
    if (const auto one = read_geopoint(ended ? text.substr(0, text.size() - 1) : text))
      return of_geopoint(*one);
    if (const auto square = read_geo3x3(text)) return of_square(*square);
    if (const auto accuracy = read_geotrace(text, out)) {
      PlaceText place;
      place.kind = GeometryKind::wkb;
      place.accuracy = *accuracy;
      place.measured = true;
      return place;
    }
  }
  PlaceText place;
  if (!text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'))) {
    place.fault = {"「緯度 経度 高さ 精度」の数が半角の空白で並んでいません",
                   "it is no list of latitude, longitude, height and accuracy"};
    return place;
  }
  if (!take_srid(text, epsg)) {
    place.fault = {"SRIDが、読んでいる座標の種類と違います", "its SRID is another CRS than the one read"};
    return place;
  }
  return of_wkt(text, out);
}

}  // namespace anzenmap
