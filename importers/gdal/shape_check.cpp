// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/shape_check.hpp"

#include <cmath>

#include "gis/place/wkb.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/position_text.hpp"

namespace anzenmap::gdal {
namespace {

struct Position {
  double x = 0;
  double y = 0;
};

struct Checker : WkbVisitor {
  ShapeFault fault;
  std::size_t positions = 0;
  Position first;
  Position last;

  void begin(WkbKind, bool, std::uint32_t) { positions = 0; }
  void begin_ring(std::uint32_t) { positions = 0; }
  void position(double x, double y, double) {
    if (!std::isfinite(x) || !std::isfinite(y)) tell(coordinate_not_number, {});
    if (positions == 0) first = {x, y};
    last = {x, y};
    ++positions;
  }
  void end_ring() {
    const bool open = first.x != last.x || first.y != last.y;
    if (positions + (open ? 1 : 0) < 4) {
      tell(ring_too_short, {{"count", std::to_string(positions), {}}});
    } else if (open) {
      tell(ring_not_closed, {{"first", position_text(first.x, first.y, WkbWriter::kNoHeight), {}},
                             {"last", position_text(last.x, last.y, WkbWriter::kNoHeight), {}}});
    }
  }
  void end(WkbKind ended) {
    if (ended == WkbKind::line_string && positions < 2)
      tell(line_too_short, {{"count", std::to_string(positions), {}}});
  }
  void tell(const RuleInfo& rule, std::vector<Argument> arguments) {
    if (fault.rule == nullptr) fault = {&rule, std::move(arguments)};
  }
};

/// Nearest multiple of 1e-7 or not, to within what a double can tell.
bool is_long(double degrees) {
  const double scaled = degrees * 1e7;
  return std::isfinite(scaled) && std::fabs(scaled - std::round(scaled)) > 1e-5;
}

struct Decimals : WkbVisitor {
  bool found = false;
  void position(double x, double y, double) { found = found || has_long_decimals(x, y); }
};

}  // namespace

ShapeFault check_shape(std::string_view wkb) {
  Checker checker;
  if (!visit_wkb(wkb, checker)) checker.tell(geometry_unreadable, {{"reason", "WKB", {}}});
  return std::move(checker.fault);
}

bool has_long_decimals(double x, double y) { return is_long(x) || is_long(y); }

bool has_long_decimals(std::string_view wkb) {
  Decimals decimals;
  return visit_wkb(wkb, decimals) && decimals.found;
}

}  // namespace anzenmap::gdal
