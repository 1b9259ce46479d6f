// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>

#include "gis/base/diagnostic.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

/// West, south, east, north (degrees) of at least one place.
[[nodiscard]] inline Box box_of(std::span<const LonLat> places) {
  Box box{places[0].lon, places[0].lat, places[0].lon, places[0].lat};
  for (const LonLat& place : places)
    box = {std::min(box[0], place.lon), std::min(box[1], place.lat), std::max(box[2], place.lon),
           std::max(box[3], place.lat)};
  return box;
}

}  // namespace anzenmap
