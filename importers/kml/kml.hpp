// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/importer.hpp"

namespace anzenmap {

/// KML 2.0 to 2.3 with Google's extensions, and KMZ: Google My Maps, Google Earth, 地理院地図.
extern const Importer kml_importer;

}  // namespace anzenmap
