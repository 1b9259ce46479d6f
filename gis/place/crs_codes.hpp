// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "gis/profile/profile.hpp"

/// The coordinate reference systems in which Japanese surveys come, by their EPSG codes.
namespace anzenmap::crs_codes {

inline constexpr int kWgs84 = 4326;
inline constexpr int kJgd2011 = 6668;
inline constexpr int kJgd2000 = 4612;
inline constexpr int kTokyo = 4301;
inline constexpr int kWebMercator = 3857;
inline constexpr int kZones = 19;  ///< plane rectangular zones I to XIX

/// First code of a series whose codes follow each other.
struct Series {
  int datum;
  int first;
};
inline constexpr std::array<Series, 3> kPlaneSeries{{{kTokyo, 30161}, {kJgd2000, 2443}, {kJgd2011, 6669}}};

struct UtmSeries {
  int datum;
  int first;  ///< code of `first_zone`
  int first_zone;
  int last_zone;
};
inline constexpr std::array<UtmSeries, 4> kUtmSeries{
    {{kTokyo, 3092, 51, 55}, {kJgd2000, 3097, 51, 55}, {kJgd2011, 6688, 51, 55}, {kWgs84, 32651, 51, 56}}};

/// Plane rectangular zone of a datum; none for WGS 84, which has no such system.
constexpr std::optional<int> zone_code(int datum, int zone) {
  for (const Series& series : kPlaneSeries)
    if (series.datum == datum && zone >= 1 && zone <= kZones) return series.first + zone - 1;
  return std::nullopt;
}

constexpr std::optional<int> utm_code(int datum, int zone) {
  for (const UtmSeries& series : kUtmSeries)
    if (series.datum == datum && zone >= series.first_zone && zone <= series.last_zone)
      return series.first + zone - series.first_zone;
  return std::nullopt;
}

/// Codes of other registries, and those of the same datums with heights, by the code that is used here.
constexpr int code_meant(int code) {
  switch (code) {
    case 102100:
    case 102113:
    case 900913:
    case 3785:
      return kWebMercator;
    case 4979:
      return kWgs84;
    case 4947:
      return kJgd2000;
    case 6667:
      return kJgd2011;
    default:
      return code;
  }
}

/// Where each plane rectangular zone is used, I to XIX: areas of use of EPSG:6669 to 6687 in EPSG v10.
inline constexpr std::array<Box, kZones> kZoneAreas{{{128.17, 26.96, 130.46, 34.74},
                                                     {129.76, 30.18, 132.05, 33.99},
                                                     {130.81, 33.72, 133.49, 36.38},
                                                     {131.95, 32.69, 134.81, 34.45},
                                                     {133.13, 34.13, 135.47, 35.71},
                                                     {134.86, 33.40, 136.99, 36.33},
                                                     {136.22, 34.51, 137.84, 37.58},
                                                     {137.32, 34.54, 139.91, 38.58},
                                                     {138.40, 29.31, 141.11, 37.98},
                                                     {139.49, 37.73, 142.14, 41.58},
                                                     {139.34, 41.34, 141.46, 43.42},
                                                     {140.89, 42.15, 143.61, 45.54},
                                                     {142.61, 41.87, 145.87, 44.40},
                                                     {141.20, 24.67, 142.33, 27.80},
                                                     {126.63, 26.02, 128.40, 26.91},
                                                     {122.83, 23.98, 125.51, 24.94},
                                                     {131.12, 24.40, 131.38, 26.01},
                                                     {136.02, 20.37, 136.16, 20.48},
                                                     {153.91, 24.22, 154.05, 24.35}}};

}  // namespace anzenmap::crs_codes
