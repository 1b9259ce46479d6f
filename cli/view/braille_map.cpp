// SPDX-License-Identifier: Apache-2.0
#include "cli/view/braille_map.hpp"

#include <algorithm>
#include <cmath>

#include "gis/place/box_of.hpp"

namespace anzenmap::cli {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLeastDegrees = 0.001;  // some 100 m, so that one place is a dot and no division by zero

// Bit of the dot in column x and line y of a character (Unicode, Braille Patterns).
constexpr unsigned kDot[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

std::string utf8(unsigned character) {
  return {static_cast<char>(0xE0U | (character >> 12U)),
          static_cast<char>(0x80U | ((character >> 6U) & 0x3FU)),
          static_cast<char>(0x80U | (character & 0x3FU))};
}

}  // namespace

std::vector<std::string> braille_map(std::span<const LonLat> places, int width, int height) {
  if (places.empty() || width < 1 || height < 1) return {};
  const auto [west, south, east, north] = box_of(places);
  const double squeeze = std::max(0.01, std::cos((south + north) / 2 * kPi / 180));
  const double across = std::max((east - west) * squeeze, kLeastDegrees);
  const double up = std::max(north - south, kLeastDegrees);
  // A dot is about as wide as high.
  const double scale = std::min((width * 2 - 1) / across, (height * 4 - 1) / up);
  const int columns =
      std::clamp(static_cast<int>(std::lround((east - west) * squeeze * scale)) / 2 + 1, 1, width);
  const int lines = std::clamp(static_cast<int>(std::lround((north - south) * scale)) / 4 + 1, 1, height);
  std::vector<unsigned> cells(static_cast<std::size_t>(columns) * static_cast<std::size_t>(lines), 0x2800);
  for (const LonLat& place : places) {
    const int x =
        std::clamp(static_cast<int>(std::lround((place.lon - west) * squeeze * scale)), 0, columns * 2 - 1);
    const int y = std::clamp(static_cast<int>(std::lround((north - place.lat) * scale)), 0, lines * 4 - 1);
    const auto line = static_cast<std::size_t>(y / 4) * static_cast<std::size_t>(columns);
    cells[line + static_cast<std::size_t>(x / 2)] |= kDot[y % 4][x % 2];
  }
  std::vector<std::string> out(static_cast<std::size_t>(lines));
  for (std::size_t i = 0; i < cells.size(); ++i) out[i / static_cast<std::size_t>(columns)] += utf8(cells[i]);
  return out;
}

}  // namespace anzenmap::cli
