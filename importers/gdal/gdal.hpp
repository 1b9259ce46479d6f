// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/importer.hpp"

namespace anzenmap {

// Formats that are read through GDAL, by a module that is loaded when the first such file is opened.
extern const Importer geopackage_importer;  ///< also of QField and Mergin Maps
extern const Importer shapefile_importer;   ///< .shp with its companions, or a .dbf alone
extern const Importer flatgeobuf_importer;
extern const Importer mapinfo_importer;  ///< TAB and MIF
extern const Importer filegdb_importer;  ///< a folder
extern const Importer xls_importer;      ///< Excel 97-2003

}  // namespace anzenmap
