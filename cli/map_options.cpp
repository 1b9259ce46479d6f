// SPDX-License-Identifier: Apache-2.0
#include "cli/map_options.hpp"

#include "exporters/web/map_rules.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::cli {

std::vector<Option> map_options(MapOptions& options) {
  return {
      {.name = "tiles",
       .target = &options.tiles,
       .help = {"地図のページの背景の一覧（JSON）。書かなければ地理院タイルとハザードマップ",
                "list of the backgrounds of the map page (JSON); else those of the Geospatial Information "
                "Authority of Japan"},
       .group = OptionGroup::writing,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "easy",
       .target = &options.easy,
       .help = {"地図のページを、やさしい日本語とふりがなで開く",
                "the map page opens in easy Japanese with furigana"},
       .group = OptionGroup::writing},
  };
}

MapSettings map_settings(const MapOptions& options, Language language) {
  MapSettings settings;
  settings.language = language;
  settings.easy = options.easy;
  if (options.tiles.empty()) {
    settings.tiles = builtin_tile_sources();
    return settings;
  }
  std::string text;
  if (read_small_file(options.tiles, text) != FileState::read)
    throw Error(tiles_unusable, {{"path", options.tiles, {}}, {"reason", "読めません", "it cannot be read"}},
                Error::Kind::usage);
  settings.tiles = read_tile_sources(text, options.tiles);
  return settings;
}

}  // namespace anzenmap::cli
