// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "exporters/report/finding_groups.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// A small SVG of where findings are: the given ones as dots with their row, `around` in grey, a scale bar,
/// north up. Empty when none has a place.
[[nodiscard]] std::string place_sketch(std::span<const FindingGroups::Finding> findings,
                                       std::span<const LonLat> around, Language language);

}  // namespace anzenmap
