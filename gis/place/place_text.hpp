// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string_view>

#include "gis/base/bytes.hpp"
#include "gis/base/text.hpp"
#include "gis/batch/batch.hpp"

namespace anzenmap {

/// What one cell says of a place. NaN where it says nothing.
struct PlaceText {
  GeometryKind kind = GeometryKind::none;
  double x = 0;  ///< of a point: longitude or easting
  double y = 0;
  double z = std::numeric_limits<double>::quiet_NaN();
  double accuracy = std::numeric_limits<double>::quiet_NaN();  ///< metres; the worst one of a list
  bool measured = false;  ///< by a walk with a device: which way round is nobody's fault
  Text fault{"", ""};     ///< why it is no place; kind is none then
};

/// Reads well-known text, with or without PostGIS's "SRID=4326;" in front, a geopoint or a list of them
/// (ODK), or a Geo3x3 code. Appends the WKB of what is no point to `out`. `epsg` is the CRS that the
/// coordinates are read in: another SRID is a fault. An empty point has neither kind nor fault.
[[nodiscard]] PlaceText read_place_text(std::string_view text, int epsg, Bytes& out);

}  // namespace anzenmap
