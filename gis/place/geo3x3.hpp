// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace anzenmap {

/// The square that a Geo3x3 code names: E or W of Greenwich, then a digit 1-9 for each step that cuts a
/// square into three by three, from the south-west.
struct Geo3x3Square {
  double latitude = 0;   ///< of its middle
  double longitude = 0;  ///< likewise
  double size = 0;       ///< of its sides, in degrees
};

/// "E9139659937288", in any case. At least 8 digits (some 3 km), so that no other code passes for a place.
[[nodiscard]] std::optional<Geo3x3Square> read_geo3x3(std::string_view text);

}  // namespace anzenmap
