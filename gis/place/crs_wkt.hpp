// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace anzenmap {

/// The EPSG code of a CRS written as WKT (1, 2 or Esri's, as in a .prj file), by what PROJ's database knows;
/// std::nullopt when it is not WKT, or no known CRS is equal to it but for its name.
[[nodiscard]] std::optional<int> epsg_of_wkt(std::string_view wkt);

}  // namespace anzenmap
