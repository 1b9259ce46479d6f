// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "importers/gdal/dbf_encoding.hpp"

namespace anzenmap::gdal {

/// The files that make a shapefile, looked at before GDAL opens them.
struct ShapefileParts {
  std::string main;             ///< the .shp, or the .dbf where there is no other
  std::optional<DbfText> text;  ///< nullopt = no table
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> headers;  ///< raw names of the table's columns
  std::vector<std::size_t> widths;   ///< of its columns
};

/// `path` is any of the files. Throws Error when one is missing without which nothing can be read.
[[nodiscard]] ShapefileParts look_at_parts(const std::string& path,
                                           const std::optional<std::string>& encoding);

}  // namespace anzenmap::gdal
