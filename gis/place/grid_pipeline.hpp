// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace anzenmap {

struct DatumGrid;

/// A grid at work. For one thread at a time (it may hold a PROJ context).
class GridPipeline {
 public:
  /// Throws Error when PROJ cannot read the grid. `grid` outlives this.
  explicit GridPipeline(const DatumGrid& grid);
  ~GridPipeline();
  GridPipeline(GridPipeline&&) noexcept;
  GridPipeline& operator=(GridPipeline&&) noexcept;

  /// Moves a place in degrees; `back`: against the grid's direction. False, and the place is left alone,
  /// where the grid has nothing to say: PROJ gives such a place back unchanged and without an error.
  bool shift(double& lon, double& lat, bool back);

 private:
  struct Proj;
  const DatumGrid* grid_;
  std::unique_ptr<Proj> proj_;  ///< of a grid that PROJ reads
};

}  // namespace anzenmap
