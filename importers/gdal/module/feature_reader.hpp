// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "importers/gdal/module/handles.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// Reads a layer a feature at a time: what every driver can. `layer` must outlive it.
[[nodiscard]] std::unique_ptr<LayerReader> read_features(OGRLayerH layer, const LayerInfo& info);

}  // namespace anzenmap::gdal
