// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "exporters/web/map_settings.hpp"
#include "gis/privacy/cleared_batch.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

/// Fields of the schema that a map may show: the public ones.
[[nodiscard]] std::vector<std::size_t> shown_fields(const Schema& schema);

/// Everything before the first record. Records follow as JSON arrays [id, geometry, values...].
[[nodiscard]] std::string map_page_head(const MapSettings& settings);
/// Everything behind the last record.
[[nodiscard]] std::string map_page_end(const MapSettings& settings, const Schema& schema,
                                       std::span<const std::size_t> shown, Audience audience);

}  // namespace anzenmap
