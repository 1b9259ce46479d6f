// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/importer.hpp"

namespace anzenmap {

/// GPX 1.0 and 1.1: waypoints are records; where somebody walked (tracks, routes) only when that is asked
/// for.
extern const Importer gpx_importer;

}  // namespace anzenmap
