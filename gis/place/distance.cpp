// SPDX-License-Identifier: Apache-2.0
#include "gis/place/distance.hpp"

#include <algorithm>
#include <cmath>

namespace anzenmap {

double distance_metres(double longitude, double latitude, double other_longitude, double other_latitude) {
  constexpr double kRadius = 6'371'008.8;  // IUGG mean radius
  constexpr double kDegree = 3.14159265358979323846 / 180;
  const double north = std::sin((other_latitude - latitude) * kDegree / 2);
  const double east = std::sin((other_longitude - longitude) * kDegree / 2);
  const double half =
      north * north + std::cos(latitude * kDegree) * std::cos(other_latitude * kDegree) * east * east;
  return 2 * kRadius * std::asin(std::sqrt(std::clamp(half, 0.0, 1.0)));
}

}  // namespace anzenmap
