// SPDX-License-Identifier: Apache-2.0
#include "gis/place/datum_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "gis/base/error.hpp"
#include "gis/place/grid_pipeline.hpp"

namespace anzenmap {

const RuleInfo grid_unreadable{
    .code = "PL322",
    .name = "grid-unreadable",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"変換の表を読めない", "grid unreadable"},
    .message = {"「{path}」を座標の変換の表として読めません（{reason}）",
                "cannot read '{path}' as a grid of datum differences ({reason})"},
    .why = {"こわれた表や別の表では、場所がずれます。", "A damaged grid, or another one, would move places."},
    .remedy =
        {"国土地理院の TKY2JGD.par か PatchJGD の .par、GeoTIFF か NTv2 の表を、もう一度手に入れてください。",
         "Get the TKY2JGD.par or PatchJGD .par of the Geospatial Information Authority, or a GeoTIFF or NTv2 "
         "grid, again."},
    .bad = "",
    .good = ""};

const RuleInfo grid_of_nothing_known{
    .code = "PL323",
    .name = "grid-of-nothing-known",
    .severity = Severity::error,
    .category = Category::place,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"何の変換の表か分からない", "grid for no known datums"},
    .message =
        {"「{path}」は、旧日本測地系から JGD2000 へも、JGD2000 から JGD2011 へも変換していません（{reason}）",
         "'{path}' leads neither from Tokyo to JGD2000 nor from JGD2000 to JGD2011 ({reason})"},
    .why = {"使い道のちがう表を使うと、場所がずれます。", "A grid for other datums would move places."},
    .remedy = {"どの変換の表かを、もとのページで確かめてください。高さだけの表は使えません。",
               "See at its source what the grid is for. A grid of heights alone is of no use here."},
    .bad = "",
    .good = ""};

namespace {

/// More than any survey's grid has: TKY2JGD.par is 11 MB.
constexpr std::size_t kLargestGrid = 256U * 1024 * 1024;

std::string read_file(const std::string& path, std::size_t most) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr)
    throw Error(grid_unreadable, {{"path", path, {}}, {"reason", "開けません", "it cannot be opened"}});
  std::string out;
  std::array<char, 65536> block{};
  std::size_t got = 0;
  while ((got = std::fread(block.data(), 1, block.size(), file.get())) > 0 && out.size() < most)
    out.append(block.data(), got);
  if (std::ferror(file.get()) != 0)
    throw Error(grid_unreadable,
                {{"path", path, {}}, {"reason", "途中で読めなくなりました", "reading failed"}});
  return out;
}

std::string file_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Where people live all over Japan, and where the earthquakes were that changed the coordinates: a grid of
/// either kind moves some of these.
struct Probe {
  double lat;
  double lon;
};
constexpr std::array<Probe, 20> kProbes{
    {{34.047171, 131.828232}, {35.681, 139.767}, {43.062, 141.354}, {26.212, 127.681}, {33.590, 130.401},
     {34.694, 135.502},       {38.26, 140.87},   {38.434, 141.303}, {37.39, 136.90},   {37.15, 138.24},
     {37.29, 138.85},         {32.80, 130.71},   {32.88, 131.05},   {42.92, 143.20},   {42.98, 144.38},
     {39.03, 140.88},         {35.50, 134.24},   {37.05, 140.89},   {43.33, 145.58},   {33.75, 130.25}}};

constexpr double kTokyoSeconds = 5;     // the least that Tokyo's places move, by latitude or longitude
constexpr double kLargestSeconds = 20;  // the most

/// The largest shift that the probes see, in seconds; 0 = the grid moves none of them.
double largest_shift(const DatumGrid& grid) {
  GridPipeline pipeline(grid);
  double largest = 0;
  for (const Probe& probe : kProbes) {
    double lon = probe.lon;
    double lat = probe.lat;
    if (!pipeline.shift(lon, lat, false)) continue;
    largest = std::max({largest, std::fabs(lat - probe.lat) * 3600, std::fabs(lon - probe.lon) * 3600});
  }
  return largest;
}

DatumGrid read_par(const std::string& path, const std::string& text) {
  const MeshShift::Subject subject = MeshShift::subject_of(text);
  if (subject == MeshShift::Subject::heights)
    throw Error(grid_of_nothing_known, {{"path", path, {}}, {"reason", "高さの表です", "it holds heights"}});
  std::optional<MeshShift> mesh = MeshShift::read(text);
  if (!mesh)
    throw Error(grid_unreadable, {{"path", path, {}},
                                  {"reason", ".par の書き方（MeshCode、dB、dL）ではありません",
                                   "it is no .par of MeshCode, dB and dL"}});
  return {
      subject == MeshShift::Subject::earthquake ? GridKind::jgd2000_to_jgd2011 : GridKind::tokyo_to_jgd2000,
      path, file_of(path), std::make_shared<const MeshShift>(std::move(*mesh))};
}

}  // namespace

std::string_view name_of(GridKind kind) {
  return kind == GridKind::tokyo_to_jgd2000 ? "4301-4612" : "4612-6668";
}

std::vector<const DatumGrid*> DatumGrids::of(GridKind kind) const {
  std::vector<const DatumGrid*> out;
  for (const DatumGrid& grid : grids)
    if (grid.kind == kind) out.push_back(&grid);
  return out;
}

DatumGrid open_datum_grid(const std::string& path) {
  constexpr std::size_t kHead = 4096;
  if (read_file(path, kHead).find("MeshCode") != std::string::npos)
    return read_par(path, read_file(path, kLargestGrid));
  DatumGrid grid{GridKind::tokyo_to_jgd2000, path, file_of(path), nullptr};
  const double seconds = largest_shift(grid);
  if (seconds == 0)
    throw Error(grid_of_nothing_known,
                {{"path", path, {}}, {"reason", "日本のどこも動きません", "it moves no place in Japan"}});
  if (seconds > kLargestSeconds)
    throw Error(grid_of_nothing_known,
                {{"path", path, {}}, {"reason", "動きが大きすぎます", "it moves places too far"}});
  if (seconds < kTokyoSeconds) grid.kind = GridKind::jgd2000_to_jgd2011;
  return grid;
}

}  // namespace anzenmap
