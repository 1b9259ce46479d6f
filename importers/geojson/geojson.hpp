// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "importers/importer.hpp"

namespace anzenmap {

/// GeoJSON (RFC 7946): a FeatureCollection, a Feature or a bare geometry. One layer; its headers are the
/// property names of all features in order of first appearance. The file is read twice: once for syntax,
/// names and where batches begin, then batch by batch.
[[nodiscard]] const Importer& geojson_importer();

/// Rules of the JSON reader and of this importer, in code order.
[[nodiscard]] std::span<const RuleInfo* const> geojson_rules();

}  // namespace anzenmap
