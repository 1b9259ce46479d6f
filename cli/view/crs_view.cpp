// SPDX-License-Identifier: Apache-2.0
#include "cli/view/crs_view.hpp"

#include "cli/json_text.hpp"
#include "cli/view/layout.hpp"
#include "cli/view/paint.hpp"
#include "gis/base/number.hpp"
#include "gis/place/transformer.hpp"

namespace anzenmap::cli {
namespace {

std::string accuracy_text(const Crs& crs, const DatumGrids& grids) {
  const CrsOperation operation = crs_operation(crs, grids);
  return operation.text.empty() ? "" : shortest(operation.accuracy_m) + "m";
}

Text kind_title(GridKind kind) {
  if (kind == GridKind::tokyo_to_jgd2000) return {"旧日本測地系 → JGD2000", "Tokyo to JGD2000"};
  return {"JGD2000 → JGD2011（地震のあと）", "JGD2000 to JGD2011 (after an earthquake)"};
}

Text axes_title(CoordinateAxes axes) {
  switch (axes) {
    case CoordinateAxes::north_first:
      return {"X は北向き、Y は東向き（m）", "X runs north, Y east (metres)"};
    case CoordinateAxes::east_first:
      return {"X は東向き、Y は北向き（m）", "X runs east, Y north (metres)"};
    case CoordinateAxes::degrees:
      break;
  }
  return {"緯度と経度（度）", "latitude and longitude (degrees)"};
}

std::string_view axes_name(CoordinateAxes axes) {
  return axes == CoordinateAxes::degrees       ? "degrees"
         : axes == CoordinateAxes::north_first ? "north-first"
                                               : "east-first";
}

std::string area_text(const Box& box, Language language) {
  const bool ja = language == Language::ja;
  return (ja ? "西 " : "west ") + shortest(box[0]) + (ja ? "、南 " : ", south ") + shortest(box[1]) +
         (ja ? "、東 " : ", east ") + shortest(box[2]) + (ja ? "、北 " : ", north ") + shortest(box[3]);
}

std::string grids_json(const DatumGrids& grids) {
  JsonList list('[');
  for (const DatumGrid& grid : grids.grids) list.element(grid_json(grid));
  return list.text();
}

}  // namespace

void print_crs_list(const std::vector<Crs>& all, const DatumGrids& grids, Streams& streams) {
  Table table;
  for (const Crs& crs : all) table.row({crs.name(), crs.title(streams.language), accuracy_text(crs, grids)});
  table.print(streams.out, 0, streams.width);
  streams.out << '\n';
  if (grids.grids.empty()) {
    streams.out << streams.say({"変換の表は入っていません（旧日本測地系は 9m くらいずれます）。",
                                "No grid is installed (the Tokyo datum comes to within 9 m)."})
                << '\n';
    return;
  }
  Table installed;
  for (const DatumGrid& grid : grids.grids)
    installed.row({printable(grid.file), std::string(streams.say(kind_title(grid.kind)))});
  installed.print(streams.out, 0, streams.width);
}

std::string crs_list_json(const std::vector<Crs>& all, const DatumGrids& grids) {
  JsonList list('[');
  for (const Crs& crs : all) list.element(crs_json(crs, grids));
  return JsonList('{')
      .member("schema", "1")
      .member("crs", list.text())
      .member("grids", grids_json(grids))
      .member("error", "null")
      .text();
}

void print_crs(const Crs& crs, const DatumGrids& grids, Streams& streams) {
  const CrsOperation operation = crs_operation(crs, grids);
  streams.out << crs.name() << "  " << crs.title(streams.language) << '\n'
              << streams.say(axes_title(crs.axes())) << '\n';
  if (const auto area = crs.area())
    streams.out << streams.say({"使われる範囲： ", "used in: "}) << area_text(*area, streams.language)
                << '\n';
  if (operation.text.empty()) return;
  streams.out << streams.say({"変換： ", "operation: "}) << operation.text << '\n'
              << streams.say({"正確さ： ", "accuracy: "}) << shortest(operation.accuracy_m) << "m\n";
  if (operation.coarse)
    streams.out << streams.say({"→ TKY2JGD.par を手に入れて anzenmap crs install すると、1m になります。",
                                "-> `anzenmap crs install TKY2JGD.par` brings it to 1 m."})
                << '\n';
}

std::string crs_json(const Crs& crs, const DatumGrids& grids) {
  const CrsOperation operation = crs_operation(crs, grids);
  JsonList out('{');
  out.member("code", json_string(crs.name()))
      .member("title", json_text(crs.title(Language::ja), crs.title(Language::en)))
      .member("datum", json_string("EPSG:" + std::to_string(crs.datum())))
      .member("axes", json_string(axes_name(crs.axes())));
  if (const auto area = crs.area()) {
    JsonList numbers('[');
    for (const double number : *area) numbers.element(shortest(number));
    out.member("area", numbers.text());
  } else {
    out.member("area", "null");
  }
  return out.member("operation", operation.text.empty() ? "null" : json_string(operation.text))
      .member("accuracy_m", operation.text.empty() ? "0" : shortest(operation.accuracy_m))
      .text();
}

void print_grid(const DatumGrid& grid, Streams& streams) {
  streams.out << streams.say({"入れました： ", "installed: "}) << printable(grid.file) << "  "
              << streams.say(kind_title(grid.kind)) << '\n'
              << streams.say({"置き場所： ", "in: "}) << printable(grid.path) << '\n';
}

std::string grid_json(const DatumGrid& grid) {
  return JsonList('{')
      .member("file", json_string(grid.file))
      .member("path", json_string(grid.path))
      .member("kind", json_string(name_of(grid.kind)))
      .text();
}

}  // namespace anzenmap::cli
