// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/grid_folder.hpp"
#include "cli/json_text.hpp"
#include "cli/view/crs_view.hpp"
#include "gis/place/crs.hpp"

namespace anzenmap::cli {
namespace {

struct ListSettings {};

std::vector<Option> list_options(ListSettings&) { return {}; }

int run_list(const ListSettings&, Streams& streams) {
  const DatumGrids grids = installed_grids();
  if (streams.json)
    streams.out << crs_list_json(Crs::all(), grids) << '\n';
  else
    print_crs_list(Crs::all(), grids, streams);
  return 0;
}

struct ShowSettings {
  std::string name;
};

std::vector<Option> show_options(ShowSettings& settings) {
  return {{.name = "NAME",
           .target = &settings.name,
           .help = {"EPSG の番号か名前（例： EPSG:6671、第3系、tokyo）",
                    "EPSG code or name, as in EPSG:6671, zone3, tokyo"},
           .positional = true,
           .required = true}};
}

int run_show(const ShowSettings& settings, Streams& streams) {
  const Crs crs = Crs::parse(settings.name);
  const DatumGrids grids = installed_grids();
  if (streams.json)
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("crs", crs_json(crs, grids))
                       .member("error", "null")
                       .text()
                << '\n';
  else
    print_crs(crs, grids, streams);
  return 0;
}

struct InstallSettings {
  std::string path;
};

std::vector<Option> install_options(InstallSettings& settings) {
  return {{.name = "FILE",
           .target = &settings.path,
           .help = {"変換の表（国土地理院の TKY2JGD.par、PatchJGD の .par、GeoTIFF、NTv2 の .gsb）",
                    "grid: TKY2JGD.par or a PatchJGD .par of the GSI, GeoTIFF, or NTv2 .gsb"},
           .completes = Completes::file,
           .positional = true,
           .required = true}};
}

int run_install(const InstallSettings& settings, Streams& streams) {
  const DatumGrid grid = install_grid(settings.path);
  if (streams.json)
    streams.out
        << JsonList('{').member("schema", "1").member("grid", grid_json(grid)).member("error", "null").text()
        << '\n';
  else
    print_grid(grid, streams);
  return 0;
}

Bound bind_list() { return bind_command<ListSettings>(list_options, run_list); }
Bound bind_show() { return bind_command<ShowSettings>(show_options, run_show); }
Bound bind_install() { return bind_command<InstallSettings>(install_options, run_install); }

constexpr Example kListExamples[] = {
    {{"使える座標の種類を見る", "see the coordinate reference systems"}, "anzenmap crs list"},
};
constexpr Example kShowExamples[] = {
    {{"平面直角座標の 3 系の X と Y、変換のしかたを見る",
      "see the axes of zone III and how it is transformed"},
     "anzenmap crs show 第3系"},
};
constexpr Example kInstallExamples[] = {
    {{"旧日本測地系をくわしく変換できるようにする", "transform the Tokyo datum by the official grid"},
     "anzenmap crs install TKY2JGD.par"},
};

}  // namespace

extern const Command crs_list_command, crs_show_command, crs_install_command;
const Command crs_list_command{
    .name = "crs list",
    .summary = {"使える座標の種類の一覧を見る", "list the coordinate reference systems"},
    .description = {"--source-crs に使える座標の種類と、入れてある変換の表を出します。",
                    "Lists what --source-crs takes, and the grids that are installed."},
    .examples = kListExamples,
    .bind = bind_list,
};
const Command crs_show_command{
    .name = "crs show",
    .summary = {"座標の種類を一つ、くわしく見る", "show a coordinate reference system"},
    .description =
        {"X と Y の向き、使われる範囲、緯度・経度（世界測地系）への変換のしかたと、その正確さを出します。",
         "Shows the axes, where it is used, how it becomes WGS 84 and how accurate that is."},
    .examples = kShowExamples,
    .bind = bind_show,
};
const Command crs_install_command{
    .name = "crs install",
    .summary = {"測地系の変換の表を入れる", "install a grid of datum differences"},
    .description =
        {"国土地理院の TKY2JGD.par（旧日本測地系 → JGD2000）や PatchJGD の .par（地震のあとの JGD2000 → "
         "JGD2011）、同じ内容の GeoTIFF や NTv2 "
         "を、利用者のフォルダー（XDG_DATA_HOME）に写します。次の変換から"
         "使われ、どれを使ったかは報告と datapackage.json に残ります。",
         "Copies TKY2JGD.par (Tokyo to JGD2000) or a PatchJGD .par (JGD2000 to JGD2011 after an "
         "earthquake) of the Geospatial Information Authority, or a GeoTIFF or NTv2 grid, into the user's "
         "data folder (XDG_DATA_HOME). Conversions use it from then on and say so in the report and in "
         "datapackage.json."},
    .examples = kInstallExamples,
    .bind = bind_install,
};

}  // namespace anzenmap::cli
