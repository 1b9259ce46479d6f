// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "exporters/web/tile_sources.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// What a person says of a map page.
struct MapSettings {
  std::string title;   ///< empty = the school that the records name, else `name`
  std::string name;    ///< as the files are called
  std::string school;  ///< empty = what the records say
  Language language = Language::ja;
  bool easy = false;   ///< opens in easy Japanese, with furigana
  bool blank = false;  ///< opens as a sheet to be filled in by hand
  TileSources tiles;
  std::string photos;    ///< folder of photos that a person has looked through; empty = none are shown
  std::string boundary;  ///< the district's outline as GeoJSON, made by read_boundary(); empty = none
  std::string credit;    ///< whose data it shows, beside the tiles' own sources
  std::string url;       ///< where the data is published; the printed sheet shows it as a QR code
  std::optional<std::uint64_t> limit;  ///< with more records the page is left out
};

}  // namespace anzenmap
