// SPDX-License-Identifier: Apache-2.0
#include "cli/grid_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::cli {

const RuleInfo datum_without_grid{
    .code = "PL317",
    .name = "datum-without-grid",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"旧測地系の変換があらい", "coarse shift from the Tokyo datum"},
    .message = {"旧日本測地系の場所を世界測地系に直しましたが、くわしい変換の表がないので、9m "
                "くらいずれることがあります",
                "places on the Tokyo datum were brought to WGS 84 without a grid, to within 9 m only"},
    .why = {"9m ずれると、道の反対側や、となりの家になることがあります。",
            "9 m is the other side of the road, or the house next door."},
    .remedy = {"国土地理院の TKY2JGD.par を手に入れ、「anzenmap crs install "
               "TKY2JGD.par」で入れてから、もう一度変換し"
               "てください（1m になります）。",
               "Get TKY2JGD.par from the Geospatial Information Authority, put it in place with `anzenmap "
               "crs install "
               "TKY2JGD.par` and convert again (1 m)."},
    .bad = "",
    .good = ""};

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path folder_of(GridKind kind) { return fs::path(grid_folder()) / std::string(name_of(kind)); }

std::vector<fs::path> files_of(GridKind kind) {
  std::vector<fs::path> out;
  if (grid_folder().empty()) return out;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(kind), fault))
    if (entry.is_regular_file(fault) && !entry.path().filename().string().starts_with('.') &&
        entry.path().filename().string().find(".tmp") == std::string::npos)
      out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string grid_folder() {
  const std::string data = environment("XDG_DATA_HOME");
  if (fs::path(data).is_absolute()) return (fs::path(data) / "anzenmap" / "grids").string();
  const std::string home = environment("HOME");
  if (home.empty()) return {};
  return (fs::path(home) / ".local" / "share" / "anzenmap" / "grids").string();
}

DatumGrids installed_grids() {
  DatumGrids out;
  for (const GridKind kind : {GridKind::tokyo_to_jgd2000, GridKind::jgd2000_to_jgd2011})
    for (const fs::path& file : files_of(kind)) {
      out.grids.push_back(open_datum_grid(file.string()));
      out.grids.back().kind = kind;  // the folder is the person's word, settled when it was put there
    }
  return out;
}

DatumGrid install_grid(const std::string& path) {
  const DatumGrid grid = open_datum_grid(path);
  const auto refuse = [&](const char* ja, const char* en) {
    throw Error(grid_unreadable, {{"path", path, {}}, {"reason", ja, en}});
  };
  if (grid_folder().empty()) refuse("置き場所（HOME）が分かりません", "there is no HOME to keep it in");
  std::string bytes;
  if (read_small_file(path, bytes) != FileState::read)
    refuse("読めないか、64MiB より大きいファイルです", "it cannot be read or is larger than 64 MiB");
  const std::vector<fs::path> before = files_of(grid.kind);
  OutputSet set(folder_of(grid.kind).string());
  set.create(grid.file).write(bytes);
  if (grid.kind == GridKind::tokyo_to_jgd2000)
    for (const fs::path& old : before)
      if (old.filename() != grid.file) set.remove(old.filename().string());
  set.commit();
  return open_datum_grid((folder_of(grid.kind) / grid.file).string());
}

}  // namespace anzenmap::cli
