// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>

// The plane rectangular system zone III (EPSG:6671) by Krüger's series in the third flattening n, to the
// sixth order: C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), equations
// 35 and 36; K. Kawase, Bulletin of the GSI 59 (2011), for the latitude. The benchmark's own, so that the
// generator and the floor need neither PROJ nor the program that is measured.

namespace anzenmap::bench {

/// Degrees, WGS 84 = JGD2011 here.
struct LatLon {
  double lat, lon;
};

/// Metres: x is the northing, y the easting, as Japanese surveyors name them.
struct PlaneXY {
  double x, y;
};

class ZoneIII {
 public:
  ZoneIII() { origin_ = scale_ * forward_raw(36.0, 0.0).x; }

  [[nodiscard]] PlaneXY forward(LatLon p) const {
    const PlaneXY raw = forward_raw(p.lat, (p.lon - central) * to_radians);
    return {scale_ * raw.x - origin_, scale_ * raw.y};
  }

  [[nodiscard]] LatLon inverse(PlaneXY p) const {
    const double xi = (p.x + origin_) / scale_;
    const double eta = p.y / scale_;
    const Sums sums = clenshaw(beta_, xi, eta);
    const double xi1 = xi - sums.real;
    const double sinh_eta = std::sinh(eta - sums.imaginary);
    const double cos_xi = std::cos(xi1);
    const double sin_xi = std::sin(xi1);
    const double chi = std::atan(sin_xi / std::sqrt(sinh_eta * sinh_eta + cos_xi * cos_xi));
    // Latitude from conformal latitude: a real series in sin(2 j chi).
    const double two_cos = 2.0 * std::cos(2.0 * chi);
    double b1 = 0, b2 = 0;
    for (int j = order - 1; j >= 0; --j) {
      const double b0 = delta_[static_cast<std::size_t>(j)] + two_cos * b1 - b2;
      b2 = b1;
      b1 = b0;
    }
    const double phi = chi + b1 * std::sin(2.0 * chi);
    return {phi / to_radians, central + std::atan2(sinh_eta, cos_xi) / to_radians};
  }

 private:
  static constexpr int order = 6;
  static constexpr double pi = 3.14159265358979323846;
  static constexpr double to_radians = pi / 180.0;
  static constexpr double central = 132.0 + 10.0 / 60.0;
  static constexpr double semi_major = 6378137.0;
  static constexpr double flattening = 1.0 / 298.257222101;  // GRS 80
  static constexpr double n = flattening / (2.0 - flattening);
  static constexpr double n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
  using Series = std::array<double, order>;
  struct Sums {
    double real, imaginary;
  };

  /// Sum of c_j sin(2 j (xi + i eta)).
  static Sums clenshaw(const Series& c, double xi, double eta) {
    const double s = std::sin(2 * xi), co = std::cos(2 * xi);
    const double e = std::exp(2 * eta);
    const double sh = 0.5 * (e - 1 / e), ch = 0.5 * (e + 1 / e);
    const double tr = 2 * co * ch, ti = -2 * s * sh;
    double r1 = 0, i1 = 0, r2 = 0, i2 = 0;
    for (int j = order - 1; j >= 0; --j) {
      const double r0 = c[static_cast<std::size_t>(j)] + tr * r1 - ti * i1 - r2;
      const double i0 = tr * i1 + ti * r1 - i2;
      r2 = r1, i2 = i1, r1 = r0, i1 = i0;
    }
    return {s * ch * r1 - co * sh * i1, s * ch * i1 + co * sh * r1};
  }

  static PlaneXY forward_raw(double lat, double lambda) {
    const double e = 2.0 * std::sqrt(n) / (1.0 + n);
    const double sine = std::sin(lat * to_radians);
    const double t = std::sinh(std::atanh(sine) - e * std::atanh(e * sine));
    const double xi1 = std::atan2(t, std::cos(lambda));
    const double eta1 = std::asinh(std::sin(lambda) / std::hypot(t, std::cos(lambda)));
    const Sums sums = clenshaw(alpha_, xi1, eta1);
    return {xi1 + sums.real, eta1 + sums.imaginary};
  }

  static constexpr Series alpha_ = {
      n / 2 - n2 * 2 / 3 + n3 * 5 / 16 + n4 * 41 / 180 - n5 * 127 / 288 + n6 * 7891 / 37800,
      n2 * 13 / 48 - n3 * 3 / 5 + n4 * 557 / 1440 + n5 * 281 / 630 - n6 * 1983433 / 1935360,
      n3 * 61 / 240 - n4 * 103 / 140 + n5 * 15061 / 26880 + n6 * 167603 / 181440,
      n4 * 49561 / 161280 - n5 * 179 / 168 + n6 * 6601661 / 7257600,
      n5 * 34729 / 80640 - n6 * 3418889 / 1995840,
      n6 * 212378941 / 319334400};
  static constexpr Series beta_ = {
      n / 2 - n2 * 2 / 3 + n3 * 37 / 96 - n4 / 360 - n5 * 81 / 512 + n6 * 96199 / 604800,
      n2 / 48 + n3 / 15 - n4 * 437 / 1440 + n5 * 46 / 105 - n6 * 1118711 / 3870720,
      n3 * 17 / 480 - n4 * 37 / 840 - n5 * 209 / 4480 + n6 * 5569 / 90720,
      n4 * 4397 / 161280 - n5 * 11 / 504 - n6 * 830251 / 7257600,
      n5 * 4583 / 161280 - n6 * 108847 / 3991680,
      n6 * 20648693 / 638668800};
  static constexpr Series delta_ = {
      n * 2 - n2 * 2 / 3 - n3 * 2 + n4 * 116 / 45 + n5 * 26 / 45 - n6 * 2854 / 675,
      n2 * 7 / 3 - n3 * 8 / 5 - n4 * 227 / 45 + n5 * 2704 / 315 + n6 * 2323 / 945,
      n3 * 56 / 15 - n4 * 136 / 35 - n5 * 1262 / 105 + n6 * 73814 / 2835,
      n4 * 4279 / 630 - n5 * 332 / 35 - n6 * 399572 / 14175,
      n5 * 4174 / 315 - n6 * 144838 / 6237,
      n6 * 601676 / 22275};

  /// Metres a radian of the series: k0 times the rectifying radius.
  double scale_ = 0.9999 * semi_major / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
  double origin_ = 0;
};

}  // namespace anzenmap::bench
