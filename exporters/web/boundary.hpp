// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// The outline of a district, from GeoJSON in longitude and latitude: its lines and areas alone, without
/// properties, as a page holds them. Throws Error (usage) when there is none; `path` names the file.
[[nodiscard]] std::string read_boundary(std::string_view json, std::string_view path);

}  // namespace anzenmap
