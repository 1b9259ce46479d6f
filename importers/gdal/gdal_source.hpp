// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "importers/importer.hpp"

namespace anzenmap::gdal {

/// A format as GDAL knows it.
struct Format {
  std::string_view name;    ///< of the importer
  std::string_view title;   ///< GeoPackage
  std::string_view driver;  ///< GDAL's name
  bool layered = false;     ///< its files hold several layers, by name
};

[[nodiscard]] std::unique_ptr<Source> open_dataset(const Format& format, const std::string& path,
                                                   const ReadOptions& options, const Profile& profile,
                                                   const ProbeResult& probed);

}  // namespace anzenmap::gdal
