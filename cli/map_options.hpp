// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/option.hpp"
#include "exporters/web/map_settings.hpp"

namespace anzenmap::cli {

/// What a person says of the map page on the command line.
struct MapOptions {
  std::string tiles;  ///< --tiles FILE
  bool easy = false;
  std::string photos;    ///< --reviewed-photos DIR
  std::string boundary;  ///< --boundary FILE
  std::string url;       ///< --map-url URL
};

[[nodiscard]] std::vector<Option> map_options(MapOptions& options);

/// Reads what the options name. Throws Error.
[[nodiscard]] MapSettings map_settings(const MapOptions& options, Language language);

}  // namespace anzenmap::cli
