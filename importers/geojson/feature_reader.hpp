// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "gis/batch/batch.hpp"
#include "importers/geojson/outline.hpp"

namespace anzenmap {

/// What the features of one chunk are read with. Shared by all threads, never changed.
struct FeatureReading {
  GeoJsonRoot root = GeoJsonRoot::collection;
  const PropertyHeaders* headers = nullptr;
  std::string_view file;  ///< name in messages
  std::string_view crs;   ///< of the layer, "EPSG:N"; empty = not declared
};

/// Turns the bytes of a chunk (Batch::text; Batch::records, row[0] and line[0] say what they are) into
/// records: cells are spans of the bytes, escapes are decoded in place. Throws Error when the bytes are not
/// what the outline saw.
void read_features(const FeatureReading& reading, Batch& batch);

}  // namespace anzenmap
