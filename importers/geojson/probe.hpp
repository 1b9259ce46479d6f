// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "importers/importer.hpp"

namespace anzenmap {

/// How sure the first bytes make that a file is GeoJSON. Another kind of JSON (Esri JSON, TopoJSON) scores
/// low, not 0: when nobody else reads it, opening it says what it is.
[[nodiscard]] ProbeResult probe_geojson(std::string_view head, std::string_view name);

}  // namespace anzenmap
