// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anzenmap {

/// Where the background of a map comes from: a checked list (share/anzenmap/tiles.json is the built-in one).
struct TileSources {
  std::string json = R"({"base":[],"overlays":[]})";  ///< compact, as the page holds it
  std::vector<std::string> origins;  ///< "https://host" of each, sorted, once: what the page may ask
};

/// Throws Error (usage) when the text is no such list; `path` names it.
[[nodiscard]] TileSources read_tile_sources(std::string_view json, std::string_view path);
[[nodiscard]] TileSources builtin_tile_sources();

}  // namespace anzenmap
