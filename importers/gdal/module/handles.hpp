// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>

namespace anzenmap::gdal {

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
// GDAL's handles are void pointers, or pointers to structures that nobody sees, as its own build was made.
struct DestroyFeature {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct DestroyGeometry {
  void operator()(void* geometry) const { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};
struct FreeText {
  void operator()(char* text) const { CPLFree(text); }
};

using DatasetHandle = std::unique_ptr<void, CloseDataset>;
using FeatureHandle = std::unique_ptr<void, DestroyFeature>;
using OwnGeometry = std::unique_ptr<void, DestroyGeometry>;
using OwnText = std::unique_ptr<char, FreeText>;

}  // namespace anzenmap::gdal
