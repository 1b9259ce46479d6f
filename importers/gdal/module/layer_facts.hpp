// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/gdal/module/handles.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {

[[nodiscard]] LayerInfo facts_of(OGRLayerH layer);

}  // namespace anzenmap::gdal
