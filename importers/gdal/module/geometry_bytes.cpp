// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/module/geometry_bytes.hpp"

#include <cmath>

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kPoint2d = 21;

/// Heights of 0 stand where an app had none to write.
bool has_heights(OGRGeometryH geometry) {
  const int parts = OGR_G_GetGeometryCount(geometry);
  for (int i = 0; i < parts; ++i)
    if (has_heights(OGR_G_GetGeometryRef(geometry, i))) return true;
  const int points = parts > 0 ? 0 : OGR_G_GetPointCount(geometry);
  for (int i = 0; i < points; ++i) {
    const double z = OGR_G_GetZ(geometry, i);
    if (std::isfinite(z) && z != 0) return true;
  }
  return false;
}

bool is_one_of_seven(OGRwkbGeometryType kind) {
  const OGRwkbGeometryType flat = OGR_GT_Flatten(kind);
  return flat >= wkbPoint && flat <= wkbGeometryCollection;
}

bool has_only_known_kinds(OGRGeometryH geometry) {
  if (!is_one_of_seven(OGR_G_GetGeometryType(geometry))) return false;
  const OGRwkbGeometryType flat = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
  if (flat != wkbGeometryCollection) return true;
  const int parts = OGR_G_GetGeometryCount(geometry);
  for (int i = 0; i < parts; ++i)
    if (!has_only_known_kinds(OGR_G_GetGeometryRef(geometry, i))) return false;
  return true;
}

}  // namespace

void GeometryBytes::write(OGRGeometryH geometry, Record& record) {
  record.wkb = {};
  if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) return;
  OwnGeometry made;
  if (OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
    made.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
    record.curved = true;
  } else {
    const OGRwkbGeometryType kind = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
    // Surfaces of triangles are areas side by side.
    if (kind == wkbTIN || kind == wkbPolyhedralSurface || kind == wkbTriangle)
      made.reset(OGR_G_ForceToMultiPolygon(OGR_G_Clone(geometry)));
  }
  if (made) geometry = static_cast<OGRGeometryH>(made.get());
  if (!has_only_known_kinds(geometry)) {
    record.unknown_kind = true;
    return;
  }
  if (OGR_G_IsMeasured(geometry) != 0) {
    OGR_G_SetMeasured(geometry, FALSE);
    record.measured = true;
  }
  if (OGR_G_Is3D(geometry) != 0 && !has_heights(geometry)) OGR_G_FlattenTo2D(geometry);
  if (north_first_) OGR_G_SwapXY(geometry);
  export_to(geometry, record);
}

void GeometryBytes::export_to(OGRGeometryH geometry, Record& record) {
  const int size = OGR_G_WkbSize(geometry);
  if (size <= 0) {
    record.unknown_kind = true;
    return;
  }
  bytes_.resize(static_cast<std::size_t>(size));
  if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(bytes_.data())) !=
      OGRERR_NONE) {
    record.unknown_kind = true;
    return;
  }
  record.wkb = bytes_;
}

void GeometryBytes::write(std::string_view wkb, Record& record) {
  record.wkb = {};
  if (wkb.empty()) return;
  // Nearly all are points, little endian, without a height: as they must be already.
  if (!north_first_ && wkb.size() == kPoint2d && wkb.substr(0, 5) == std::string_view("\1\1\0\0\0", 5)) {
    record.wkb = wkb;
    return;
  }
  OGRGeometryH raw = nullptr;
  const OGRErr fault =
      OGR_G_CreateFromWkbEx(reinterpret_cast<const unsigned char*>(wkb.data()), nullptr, &raw, wkb.size());
  const OwnGeometry geometry(raw);
  if (fault != OGRERR_NONE || !geometry) {
    record.unknown_kind = true;
    return;
  }
  write(static_cast<OGRGeometryH>(geometry.get()), record);
}

}  // namespace anzenmap::gdal
