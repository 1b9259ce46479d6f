// SPDX-License-Identifier: Apache-2.0
#include "gis/place/geopoint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "gis/base/number.hpp"
#include "gis/place/wkb.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Calls `take` with each piece between semicolons; one that is empty at the end is no piece.
template <class Take>
bool each_piece(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = text.find(';');
    if (!take(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
    if (trim_blanks(text).empty()) return true;
  }
  return true;
}

bool same_place(const Geopoint& a, const Geopoint& b) {
  return a.latitude == b.latitude && a.longitude == b.longitude;
}

}  // namespace

std::optional<Geopoint> read_geopoint(std::string_view text) {
  std::array<double, 4> numbers{0, 0, kMissing, kMissing};
  std::size_t count = 0;
  for (std::string_view rest = trim_blanks(text); !rest.empty(); rest = trim_blanks(rest)) {
    const std::size_t end = std::min(rest.find_first_of(" \t,"), rest.size());
    if (count == numbers.size() || !parse_json_number(rest.substr(0, end), numbers[count++]))
      return std::nullopt;
    rest = trim_blanks(rest.substr(end));
    // Maps on the web hand out "34.0471, 131.8282".
    if (count == 1 && !rest.empty() && rest.front() == ',') rest.remove_prefix(1);
  }
  if (count < 2 || std::fabs(numbers[0]) > 90 || std::fabs(numbers[1]) > 180) return std::nullopt;
  return Geopoint{numbers[0], numbers[1], numbers[2], numbers[3]};
}

std::optional<double> read_geotrace(std::string_view text, Bytes& out) {
  std::vector<Geopoint> points;
  const bool read = each_piece(trim_blanks(text), [&](std::string_view piece) {
    const auto point = read_geopoint(piece);
    if (point) points.push_back(*point);
    return point.has_value();
  });
  if (!read || points.size() < 2) return std::nullopt;
  const bool heights =
      std::all_of(points.begin(), points.end(), [](const Geopoint& p) { return !std::isnan(p.altitude); }) &&
      std::any_of(points.begin(), points.end(), [](const Geopoint& p) { return p.altitude != 0; });
  const bool closed = points.size() >= 4 && same_place(points.front(), points.back());
  WkbWriter writer(out);
  const auto size = static_cast<std::uint32_t>(points.size());
  writer.begin(closed ? WkbKind::polygon : WkbKind::line_string, heights, closed ? 1 : size);
  if (closed) writer.ring(size);
  double worst = kMissing;
  for (const Geopoint& point : points) {
    if (heights) {
      writer.position(point.longitude, point.latitude, point.altitude);
    } else {
      writer.position(point.longitude, point.latitude);
    }
    worst = std::fmax(worst, point.accuracy);  // fmax passes a missing one over
  }
  return worst;
}

bool looks_like_geopoint(std::string_view text) {
  // Cheap first: all of them are digits, signs and blanks.
  if (text.size() < 7 || text.find_first_not_of("0123456789.-;, \t") != std::string_view::npos) return false;
  if (text.find('.') == std::string_view::npos) return false;
  std::size_t points = 0;
  return each_piece(trim_blanks(text),
                    [&](std::string_view piece) {
                      ++points;
                      return read_geopoint(piece).has_value();
                    }) &&
         points > 0;
}

}  // namespace anzenmap
