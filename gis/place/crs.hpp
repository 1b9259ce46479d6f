// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/base/rule_info.hpp"
#include "gis/profile/mapping.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

extern const RuleInfo crs_unknown;

/// A CRS that places can be in. Known here: the geographic CRSs Tokyo (4301), JGD2000 (4612), JGD2011 (6668)
/// and WGS 84 (4326), each series of the plane rectangular zones I to XIX (30161-30179, 2443-2461,
/// 6669-6687), UTM 51-56 (3092-3096, 3097-3101, 6688-6692, 32651-32656) and Web Mercator (3857).
class Crs {
 public:
  /// "EPSG:6671", "6671", "OGC:CRS84", "zone3", "JGD2000 第III系", "tokyo", "UTM 52", WKT; empty = WGS 84.
  /// Throws Error for anything else: wrong usage when a person said it, a fault of the world when a file
  /// does.
  static Crs parse(std::string_view text, Error::Kind blame = Error::Kind::usage);
  /// All that are known, by datum and then by code.
  static std::vector<Crs> all();

  [[nodiscard]] int epsg() const { return epsg_; }
  /// Geographic CRS of the datum: 4301, 4612, 6668 or 4326.
  [[nodiscard]] int datum() const { return datum_; }
  /// Metres instead of degrees.
  [[nodiscard]] bool projected() const { return datum_ != epsg_; }
  /// How its columns are read: plane rectangular X is the northing, X of all other metres the easting.
  [[nodiscard]] CoordinateAxes axes() const;
  /// 1 to 19 for a plane rectangular zone, else 0.
  [[nodiscard]] int zone() const { return zone_; }
  /// Where the CRS is used, where that is narrower than Japan: the plane rectangular zones.
  [[nodiscard]] std::optional<Box> area() const;
  [[nodiscard]] std::string name() const { return "EPSG:" + std::to_string(epsg_); }
  /// "JGD2011 平面直角座標系 第III系".
  [[nodiscard]] std::string title(Language language) const;
  /// Coordinates of this datum are not WGS 84's to within 1 m.
  [[nodiscard]] bool shifts() const;
  /// There are grids for this datum: Tokyo and JGD2000.
  [[nodiscard]] bool may_use_grids() const;

 private:
  explicit Crs(int epsg);
  int epsg_;
  int datum_ = 0;
  int zone_ = 0;
  int utm_ = 0;
};

}  // namespace anzenmap
