// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"

namespace anzenmap::cli {

/// Lines of Braille characters that show places north up, each character 2 by 4 dots, at most `width` columns
/// and `height` lines. The proportions are those on the ground. Empty without places.
[[nodiscard]] std::vector<std::string> braille_map(std::span<const LonLat> places, int width, int height);

}  // namespace anzenmap::cli
