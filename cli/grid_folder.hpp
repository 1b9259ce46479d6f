// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/place/datum_grid.hpp"

namespace anzenmap::cli {

extern const RuleInfo datum_without_grid;  ///< told once for each layer on the Tokyo datum

/// Where the user's grids of datum differences are: XDG_DATA_HOME, else ~/.local/share, and there
/// anzenmap/grids. Empty when neither can be told.
[[nodiscard]] std::string grid_folder();

/// All grids that were installed, Tokyo's before those of earthquakes, each by name. Throws Error where one
/// cannot be read: places must not become less accurate without a word.
[[nodiscard]] DatumGrids installed_grids();

/// Looks at the file, copies it to its place and returns it as it is there. Tokyo has one grid, so an earlier
/// one of another name goes away. Throws Error.
DatumGrid install_grid(const std::string& path);

}  // namespace anzenmap::cli
