// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "gis/base/bytes.hpp"

namespace anzenmap {

/// A place as ODK and KoBoToolbox write it: latitude first, then longitude, height and accuracy in metres
/// (NaN where they are missing).
struct Geopoint {
  double latitude = 0;
  double longitude = 0;
  double altitude = 0;
  double accuracy = 0;
};

/// "34.0471 131.8282", with up to two more numbers, between blanks; a comma may stand behind the latitude, as
/// maps on the web write it. Latitude and longitude have to be degrees
/// of the globe.
[[nodiscard]] std::optional<Geopoint> read_geopoint(std::string_view text);

/// A geotrace or geoshape, "lat lon alt acc;lat lon alt acc;...": appends the WKB of a line, or of a polygon
/// when it ends where it began with at least four points. A semicolon at the end is allowed. Heights are kept
/// unless all are 0, which apps write for unknown. Returns the worst accuracy (NaN without any);
/// std::nullopt, and `out` as before, when it is no list of at least two points.
[[nodiscard]] std::optional<double> read_geotrace(std::string_view text, Bytes& out);

/// Whether a cell is a geopoint or a list of them.
[[nodiscard]] bool looks_like_geopoint(std::string_view text);

}  // namespace anzenmap
