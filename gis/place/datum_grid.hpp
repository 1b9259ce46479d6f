// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/rule_info.hpp"
#include "gis/place/mesh_shift.hpp"

namespace anzenmap {

extern const RuleInfo grid_unreadable;
extern const RuleInfo grid_of_nothing_known;

/// From which datum to which a grid leads.
enum class GridKind { tokyo_to_jgd2000, jgd2000_to_jgd2011 };

/// "4301-4612", "4612-6668": how a grid's file name begins in the folder where they are kept.
[[nodiscard]] std::string_view name_of(GridKind kind);

/// A file of the differences between two datums, opened and looked at: a .par of the Geospatial Information
/// Authority, which is interpolated here as its makers do, or a GeoTIFF or NTv2 grid, which PROJ reads.
struct DatumGrid {
  GridKind kind;
  std::string path;
  std::string file;                       ///< without folders
  std::shared_ptr<const MeshShift> mesh;  ///< of a .par; else PROJ reads `path`
};

/// The grids that a run may use.
struct DatumGrids {
  std::vector<DatumGrid> grids;
  [[nodiscard]] std::vector<const DatumGrid*> of(GridKind kind) const;
};

/// Opens a grid. What it is for is seen in its values (Tokyo's places move by some 400 m, an earthquake's by
/// some metres). Throws Error.
[[nodiscard]] DatumGrid open_datum_grid(const std::string& path);

}  // namespace anzenmap
