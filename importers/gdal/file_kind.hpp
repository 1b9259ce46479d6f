// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "importers/importer.hpp"

namespace anzenmap::gdal {

// What a file says about its format in its first bytes.
[[nodiscard]] ProbeResult probe_geopackage(std::string_view head, std::string_view name);
[[nodiscard]] ProbeResult probe_shapefile(std::string_view head, std::string_view name);
[[nodiscard]] ProbeResult probe_flatgeobuf(std::string_view head, std::string_view name);
[[nodiscard]] ProbeResult probe_mapinfo(std::string_view head, std::string_view name);
[[nodiscard]] ProbeResult probe_filegdb(std::string_view head, std::string_view name);
[[nodiscard]] ProbeResult probe_filegdb_folder(const std::string& path);
[[nodiscard]] ProbeResult probe_xls(std::string_view head, std::string_view name);

}  // namespace anzenmap::gdal
