// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "importers/gdal/module/handles.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

/// Reads a layer as a stream of Arrow arrays (GDAL 3.6). Null when the driver has no stream of its own, or
/// the layer has fields that lose something on that way (moments lose their time zone). `layer` must outlive
/// it.
[[nodiscard]] std::unique_ptr<LayerReader> read_arrow(OGRLayerH layer, const LayerInfo& info);

}  // namespace anzenmap::gdal
