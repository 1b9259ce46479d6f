// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "gis/base/error.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo crs_unknown;

/// A source CRS that places can be in, and how they become WGS 84 (EPSG:4326). Known here: 4326, 6668
/// (JGD2011), 4612 (JGD2000), OGC:CRS84, and the plane rectangular zones I to XIX, 6669-6687 (JGD2011) and
/// 2443-2461 (JGD2000).
class Crs {
 public:
  /// "EPSG:6671", "epsg:6671", "6671", "OGC:CRS84"; empty = WGS 84. Throws Error for anything else: wrong
  /// usage when a person said it, a fault of the world when a file does.
  static Crs parse(std::string_view text, Error::Kind blame = Error::Kind::usage);

  [[nodiscard]] int epsg() const { return epsg_; }
  /// Plane rectangular: first axis X = northing, second Y = easting, metres.
  [[nodiscard]] bool projected() const { return base_ != epsg_; }
  /// Geographic CRS of the datum; its coordinates are taken as WGS 84 unchanged (the datums agree within 1 m:
  /// EPSG:1826, EPSG:6698).
  [[nodiscard]] int base() const { return base_; }
  /// For people and datapackage.json: "EPSG:6671 -> EPSG:6668 -> EPSG:4326 (...)"; empty for WGS 84 itself.
  [[nodiscard]] std::string operation() const;
  [[nodiscard]] std::string name() const { return "EPSG:" + std::to_string(epsg_); }

 private:
  int epsg_ = 4326;
  int base_ = 4326;
};

/// Plane rectangular coordinates to degrees, through PROJ. For one thread at a time (it holds a PROJ
/// context).
class Transformer {
 public:
  explicit Transformer(const Crs& crs);
  ~Transformer();
  Transformer(Transformer&&) noexcept;
  Transformer& operator=(Transformer&&) noexcept;

  /// In place: x = easting to longitude, y = northing to latitude (degrees). What cannot be transformed
  /// becomes infinite.
  void to_degrees(double* x, double* y, std::size_t count);

 private:
  struct Proj;
  std::unique_ptr<Proj> proj_;
};

}  // namespace anzenmap
