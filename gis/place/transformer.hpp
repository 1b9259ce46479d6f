// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "gis/place/crs.hpp"
#include "gis/place/datum_grid.hpp"

namespace anzenmap {

/// How places of a CRS become WGS 84, for people and datapackage.json.
struct CrsOperation {
  std::string text;       ///< "EPSG:6671 -> EPSG:6668 (...) -> EPSG:4326 (...)"; empty = nothing to do
  double accuracy_m = 0;  ///< of the least accurate step
  bool coarse = false;    ///< Tokyo's datum without a grid
};
[[nodiscard]] CrsOperation crs_operation(const Crs& crs, const DatumGrids& grids);

/// Coordinates of a CRS to degrees of WGS 84 and back. From Tokyo it goes 4301 -> 4612 -> 6668 -> 4326, each
/// step by a grid where there is one: asked for all at once, PROJ takes a shift of 9 m even if it has the
/// grid. For one thread at a time (it holds PROJ contexts). `grids` outlives it.
class Transformer {
 public:
  explicit Transformer(const Crs& crs, const DatumGrids& grids = {});
  ~Transformer();
  Transformer(Transformer&&) noexcept;
  Transformer& operator=(Transformer&&) noexcept;

  /// In place: x = easting or longitude to longitude, y = northing or latitude to latitude. What cannot be
  /// transformed becomes infinite. `coarse`, where given, gets a 1 for each place in the gap of Tokyo's grid,
  /// which is moved by the shift of 9 m instead.
  void to_degrees(double* x, double* y, std::size_t count, std::uint8_t* coarse = nullptr);
  /// The way back, likewise.
  void from_degrees(double* x, double* y, std::size_t count, std::uint8_t* coarse = nullptr);

 private:
  struct Tools;
  void shift(double* x, double* y, std::size_t count, std::uint8_t* coarse, bool back);
  std::unique_ptr<Tools> tools_;
};

}  // namespace anzenmap
