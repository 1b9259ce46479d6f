// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace anzenmap {

/// A UTM zone as GPS apps write it: the number and the letter of the latitude band (C to X, N and later are
/// north of the equator), "53S"; a number alone is taken as north.
struct UtmZone {
  int number = 0;
  bool south = false;
};
[[nodiscard]] std::optional<UtmZone> read_utm_zone(std::string_view text);

/// UTM coordinates on WGS 84 to degrees, through PROJ. For one thread at a time (it holds a PROJ context).
class UtmTransformer {
 public:
  UtmTransformer();
  ~UtmTransformer();
  UtmTransformer(const UtmTransformer&) = delete;
  UtmTransformer& operator=(const UtmTransformer&) = delete;

  /// In place: x = easting to longitude, y = northing to latitude. False when PROJ cannot.
  bool to_degrees(const UtmZone& zone, double& x, double& y);

 private:
  struct Proj;
  std::unique_ptr<Proj> proj_;
};

}  // namespace anzenmap
