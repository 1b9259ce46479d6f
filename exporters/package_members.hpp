// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "exporters/data_package.hpp"

namespace anzenmap {

/// Writes the catalogue's members of a package: what a person said now always; what anzenmap.json or the data
/// give only where nobody else has written. What an earlier run wrote is known by `anzenmap.wrote`, a part of
/// each value's SHA-256, and is renewed or taken away. `first_name`: this run's NAME is the package's own,
/// and not one that was added to it.
void write_metadata(nlohmann::ordered_json& package, const PackageFacts& facts, bool first_name);

/// [west, south, east, north] with the decimals of the GeoJSON.
[[nodiscard]] nlohmann::ordered_json box_json(const Box& box);

/// Counts of all runs whose files are in the package; its `resources` are complete.
void write_total_counts(nlohmann::ordered_json& package);

}  // namespace anzenmap
