// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "importers/gdal/module/handles.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// Makes ISO WKB of what a layer has: arcs become lines, measures go, heights that are all 0 or missing are
/// none, empty geometries are none. Its memory is used again for the next record.
class GeometryBytes {
 public:
  explicit GeometryBytes(bool north_first) : north_first_(north_first) {}

  /// Fills the geometry of `record`, valid until the next call. `geometry` may be changed; null = none.
  void write(OGRGeometryH geometry, Record& record);
  /// The same from WKB of any kind.
  void write(std::string_view wkb, Record& record);

 private:
  void export_to(OGRGeometryH geometry, Record& record);

  bool north_first_;
  std::string bytes_;
};

}  // namespace anzenmap::gdal
