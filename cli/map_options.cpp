// SPDX-License-Identifier: Apache-2.0
#include "cli/map_options.hpp"

#include "exporters/share/qr_code.hpp"
#include "exporters/web/boundary.hpp"
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
      {.name = "reviewed-photos",
       .target = &options.photos,
       .help = {"地図のページにのせる写真のフォルダー。顔、名札、車の番号が写っていないことを、人が確かめてか"
                "ら指定する。"
                "撮った場所や日時は取りのぞく（300 KB までの JPEG）",
                "folder of photos to show on the map page, once a person has checked that no face, name tag "
                "or number "
                "plate is in them; place and time are taken out (JPEG up to 300 KB)"},
       .group = OptionGroup::writing,
       .metavar = "DIR",
       .completes = Completes::folder},
      {.name = "boundary",
       .target = &options.boundary,
       .help = {"地図に重ねる校区の形（GeoJSON）", "outline of the district on the map page (GeoJSON)"},
       .group = OptionGroup::writing,
       .metavar = "FILE",
       .completes = Completes::file},
      {.name = "map-url",
       .target = &options.url,
       .help = {"データや地図を公開しているアドレス。印刷にQRコードでのせる",
                "where the data is published: the printed sheet shows it as a QR code"},
       .group = OptionGroup::writing,
       .metavar = "URL"},
  };
}

namespace {

std::string text_of(const std::string& path, const RuleInfo& rule) {
  std::string text;
  if (read_small_file(path, text) != FileState::read)
    throw Error(rule, {{"path", path, {}}, {"reason", "読めません", "it cannot be read"}},
                Error::Kind::usage);
  return text;
}

}  // namespace

MapSettings map_settings(const MapOptions& options, Language language) {
  MapSettings settings;
  settings.language = language;
  settings.easy = options.easy;
  settings.url = options.url;
  settings.photos = options.photos;
  if (!options.url.empty()) static_cast<void>(make_qr_code(options.url));  // told before anything is written
  settings.tiles = options.tiles.empty()
                       ? builtin_tile_sources()
                       : read_tile_sources(text_of(options.tiles, tiles_unusable), options.tiles);
  if (!options.boundary.empty())
    settings.boundary = read_boundary(text_of(options.boundary, boundary_unusable), options.boundary);
  return settings;
}

}  // namespace anzenmap::cli
