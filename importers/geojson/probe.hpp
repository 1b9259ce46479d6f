// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "importers/importer.hpp"

namespace anzenmap {

/// What the members of the outermost object say, as far as the head goes.
struct JsonHead {
  std::string type;
  bool has_members = false;
  bool has_feature = false;  ///< an element of "features" that says it is one
  bool is_esri = false;      ///< members of ArcGIS, and no type
};
[[nodiscard]] JsonHead look_at_json_head(std::string_view head);

/// How sure the first bytes make that a file is GeoJSON or a dialect of it (a sequence, Esri JSON, uMap).
/// Another kind of JSON (TopoJSON) scores low, not 0: when nobody else reads it, opening it says what it is.
[[nodiscard]] ProbeResult probe_geojson(std::string_view head, std::string_view name);

}  // namespace anzenmap
