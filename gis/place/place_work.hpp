// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/number.hpp"
#include "gis/place/crs.hpp"
#include "gis/place/place_stage.hpp"

namespace anzenmap {

/// What one call of PlaceStage::process() works on.
struct PlaceStage::Work {
  Batch& batch;
  const LayerMapping& mapping;
  const Layer& layer;
  const Crs& crs;
  std::vector<std::uint8_t> fill;         ///< for each record kFill...
  std::vector<std::uint8_t> coarse = {};  ///< for each record whether a grid had nothing to say
  std::vector<double> metres_x = {};      ///< eastings as they were written; empty unless metres
  std::vector<double> metres_y = {};
};

inline constexpr std::uint8_t kFillLatitude = 1;  ///< the cell does not say the place (any more): write it
inline constexpr std::uint8_t kFillLongitude = 2;
inline constexpr std::uint8_t kFillBoth = 3;

inline bool inside(const Box& box, double lon, double lat) {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

inline std::string fixed7(double value) {
  std::array<char, kFixed7Bytes> buffer{};
  return {buffer.data(), write_fixed7(buffer.data(), value)};
}

}  // namespace anzenmap
