// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/module/layer_facts.hpp"

#include <array>
#include <cstring>

namespace anzenmap::gdal {
namespace {

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

FieldKind kind_of(OGRFieldDefnH field) {
  const OGRFieldSubType sub = OGR_Fld_GetSubType(field);
  switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
      return sub == OFSTBoolean ? FieldKind::boolean : FieldKind::integer;
    case OFTInteger64:
      return FieldKind::integer;
    case OFTReal:
      return sub == OFSTFloat32 ? FieldKind::real32 : FieldKind::real;
    case OFTDate:
      return FieldKind::date;
    case OFTTime:
      return FieldKind::time;
    case OFTDateTime:
      return FieldKind::moment;
    case OFTBinary:
      return FieldKind::binary;
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
    case OFTStringList:
      return FieldKind::list;
    default:
      return FieldKind::text;
  }
}

OwnText wkt_of(OGRSpatialReferenceH crs) {
  const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
  char* text = nullptr;
  OSRExportToWktEx(crs, &text, options.data());
  return OwnText(text);
}

/// Whether the values stand as the CRS has its axes, northing or latitude first, and not as x and y on a map.
bool is_north_first(OGRSpatialReferenceH crs) {
  if (OSREPSGTreatsAsLatLong(crs) == 0 && OSREPSGTreatsAsNorthingEasting(crs) == 0) return false;
  int count = 0;
  const int* axes = OSRGetDataAxisToSRSAxisMapping(crs, &count);
  return axes != nullptr && count >= 2 && axes[0] == 1 && axes[1] == 2;
}

void describe_crs(OGRSpatialReferenceH crs, LayerInfo& info) {
  if (crs == nullptr) return;
  info.crs_name = text_of(OSRGetName(crs));
  info.north_first = is_north_first(crs);
  const char* authority = OSRGetAuthorityName(crs, nullptr);
  const char* code = OSRGetAuthorityCode(crs, nullptr);
  if (authority != nullptr && code != nullptr && std::strcmp(authority, "EPSG") == 0) {
    info.crs = std::string("EPSG:") + code;
    return;
  }
  // GeoPackage's "undefined geographic" and "undefined Cartesian" CRS say that nothing was said.
  if (info.crs_name.rfind("Undefined ", 0) == 0) return;
  if (const OwnText wkt = wkt_of(crs)) info.crs = wkt.get();
}

}  // namespace

LayerInfo facts_of(OGRLayerH layer) {
  LayerInfo info;
  info.name = text_of(OGR_L_GetName(layer));
  info.raw_text = OGR_L_TestCapability(layer, OLCStringsAsUTF8) == 0;
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  const int fields = OGR_FD_GetFieldCount(definition);
  for (int i = 0; i < fields; ++i) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
    info.fields.push_back({text_of(OGR_Fld_GetNameRef(field)), text_of(OGR_Fld_GetAlternativeNameRef(field)),
                           kind_of(field), OGR_Fld_GetWidth(field)});
  }
  const OGRwkbGeometryType kind = OGR_FD_GetGeomType(definition);
  info.has_geometry = kind != wkbNone;
  info.only_points = OGR_GT_Flatten(kind) == wkbPoint;
  info.count = OGR_L_GetFeatureCount(layer, TRUE);
  describe_crs(OGR_L_GetSpatialRef(layer), info);
  return info;
}

}  // namespace anzenmap::gdal
