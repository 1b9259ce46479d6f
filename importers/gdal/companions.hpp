// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anzenmap::gdal {

/// The file beside `path` that has another extension (".dbf"), in lower or upper case; nullopt = there is
/// none.
[[nodiscard]] std::optional<std::string> companion(const std::string& path, std::string_view extension);

/// The first bytes of a small file; empty when it cannot be read.
[[nodiscard]] std::string beginning_of(const std::string& path);

/// The path of a shapefile, or of the .dbf alone where there is no .shp: a person may name any of its files.
[[nodiscard]] std::string main_file(const std::string& path);

/// Records that a .shx lists.
[[nodiscard]] std::uint64_t shapes_listed(const std::string& path);

}  // namespace anzenmap::gdal
