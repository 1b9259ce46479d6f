// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace anzenmap::ckan {

/// West, south, east and north of a GeoJSON geometry, as the extra `spatial` of CKAN holds one; null when it
/// is none.
[[nodiscard]] nlohmann::ordered_json box_of_geojson(const std::string& geojson);

}  // namespace anzenmap::ckan
