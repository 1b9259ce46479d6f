// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace anzenmap::test {

/// Transverse Mercator forward by Krüger's series in n, to the fourth order, written down from K. Kawase,
/// Bulletin of the GSI 59 (2011), equations 1 to 5: what the Transformer is compared with, so it must not
/// know PROJ. Angles in degrees, lengths in metres.
struct Krueger {
  double semi_major;
  double inverse_flattening;
  double origin_lat;
  double origin_lon;
  double scale;

  struct Metres {
    double north;
    double east;
  };

  [[nodiscard]] Metres forward(double lat, double lon) const {
    const double radians = std::acos(-1.0) / 180;
    const double n = 1 / (2 * inverse_flattening - 1);
    const double n2 = n * n;
    const double n3 = n2 * n;
    const double n4 = n3 * n;
    const double alpha[] = {n / 2 - n2 * 2 / 3 + n3 * 5 / 16 + n4 * 41 / 180,
                            n2 * 13 / 48 - n3 * 3 / 5 + n4 * 557 / 1440, n3 * 61 / 240 - n4 * 103 / 140,
                            n4 * 49561 / 161280};
    const double radius = semi_major / (1 + n) * (1 + n2 / 4 + n4 / 64);
    const auto arc = [&](double phi, double lambda, double& eta) {
      const double k = 2 * std::sqrt(n) / (1 + n);
      const double t = std::sinh(std::atanh(std::sin(phi)) - k * std::atanh(k * std::sin(phi)));
      const double xi1 = std::atan2(t, std::cos(lambda));
      const double eta1 = std::atanh(std::sin(lambda) / std::sqrt(1 + t * t));
      double xi = xi1;
      eta = eta1;
      for (int j = 1; j <= 4; ++j) {
        xi += alpha[j - 1] * std::sin(2 * j * xi1) * std::cosh(2 * j * eta1);
        eta += alpha[j - 1] * std::cos(2 * j * xi1) * std::sinh(2 * j * eta1);
      }
      return xi;
    };
    double eta = 0;
    double nothing = 0;
    const double xi = arc(lat * radians, (lon - origin_lon) * radians, eta);
    const double xi0 = arc(origin_lat * radians, 0, nothing);
    return {scale * radius * (xi - xi0), scale * radius * eta};
  }
};

}  // namespace anzenmap::test
