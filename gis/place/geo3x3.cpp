// SPDX-License-Identifier: Apache-2.0
#include "gis/place/geo3x3.hpp"

namespace anzenmap {

std::optional<Geo3x3Square> read_geo3x3(std::string_view text) {
  constexpr std::size_t kLeast = 8;
  constexpr std::size_t kMost = 30;  // far below a millimetre: what is longer is no place
  if (text.size() <= kLeast || text.size() > kMost + 1) return std::nullopt;
  const char side = text.front();
  const bool west = side == 'W' || side == 'w';
  if (!west && side != 'E' && side != 'e') return std::nullopt;
  double size = 180;
  double south = 0;  // from the south pole
  double east = 0;
  for (const char digit : text.substr(1)) {
    if (digit < '1' || digit > '9') return std::nullopt;
    const int cell = digit - '1';
    const int column = cell % 3;
    const int row = cell / 3;
    size /= 3;
    east += column * size;
    south += row * size;
  }
  return Geo3x3Square{south + size / 2 - 90, east + size / 2 - (west ? 180 : 0), size};
}

}  // namespace anzenmap
