// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/streams.hpp"
#include "gis/place/crs.hpp"
#include "gis/place/datum_grid.hpp"

namespace anzenmap::cli {

/// Code, title and accuracy of each, then the grids.
void print_crs_list(const std::vector<Crs>& all, const DatumGrids& grids, Streams& streams);
[[nodiscard]] std::string crs_list_json(const std::vector<Crs>& all, const DatumGrids& grids);

void print_crs(const Crs& crs, const DatumGrids& grids, Streams& streams);
[[nodiscard]] std::string crs_json(const Crs& crs, const DatumGrids& grids);

/// A grid that was just installed.
void print_grid(const DatumGrid& grid, Streams& streams);
[[nodiscard]] std::string grid_json(const DatumGrid& grid);

}  // namespace anzenmap::cli
