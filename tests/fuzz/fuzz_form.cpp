// SPDX-License-Identifier: Apache-2.0
// Fuzzing of places as text (geopoints, Geo3x3, WKT with SRID) and of the survey apps' headers. A place that
// is read again from what was written is the same; headers may be any text. The first byte chooses.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/place/geo3x3.hpp"
#include "gis/place/geopoint.hpp"
#include "gis/place/place_text.hpp"
#include "gis/place/utm.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/profile/mapping.hpp"
#include "gis/profile/profile.hpp"
#include "importers/form/recognise.hpp"
#include "tests/fuzz/fuzz_input.hpp"

using namespace anzenmap;
using test::require;

namespace {

void try_place(std::string_view text) {
  Bytes out;
  out.append("head");
  const PlaceText place = read_place_text(text, 4326, out);
  require(out.view().substr(0, 4) == "head", "what stood before was changed", text);
  if (place.kind != GeometryKind::wkb) {
    require(out.size() == 4, "bytes without a shape", text);
    if (place.kind == GeometryKind::point)
      require(std::isfinite(place.x) && std::isfinite(place.y), "a point that is nowhere", text);
    return;
  }
  const std::string_view wkb = out.view().substr(4);
  require(visit_wkb(wkb, WkbVisitor{}), "no whole WKB", text);
  Bytes written;
  if (!write_wkt(wkb, written)) return;  // a number that is too large for text
  Bytes again;
  const PlaceText second = read_place_text(written.view(), 4326, again);
  if (second.kind == GeometryKind::none) return;  // rounding may close what was a line
  Bytes once_more;
  require(write_wkt(again.view(), once_more) && once_more.view() == written.view(), "reads back as another",
          text);
}

/// Against the plainest reading of the same text.
void try_geopoint(std::string_view text) {
  const auto point = read_geopoint(text);
  std::string copy(text);
  if (const std::size_t comma = copy.find(','); comma != std::string::npos) copy[comma] = ' ';
  double numbers[5] = {};
  const int count = std::sscanf(copy.c_str(), " %lf %lf %lf %lf %lf", &numbers[0], &numbers[1], &numbers[2],
                                &numbers[3], &numbers[4]);
  if (!point || copy.find('\0') != std::string::npos) return;
  require(count >= 2 && count <= 4, "another count", text);
  require(point->latitude == numbers[0] && point->longitude == numbers[1], "another place", text);
  require(count < 3 || point->altitude == numbers[2], "another height", text);
  require(count < 4 || point->accuracy == numbers[3], "another accuracy", text);
}

void try_headers(std::string_view text) {
  static const Profile profile = load_profile("safety-map");
  Layer layer;
  std::vector<std::vector<std::string>> rows(2);
  while (!text.empty() && layer.headers.size() < 60) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t mark = line.find('=');
    layer.headers.emplace_back(line.substr(0, mark));
    rows[0].emplace_back(mark == std::string_view::npos ? std::string_view{} : line.substr(mark + 1));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  form::recognise(layer, profile, rows, "CSV");
  require(layer.hints.empty() || layer.hints.size() == layer.headers.size(), "hints without headers", text);
  const SurveyMapping mapping = map_survey({&layer, 1}, profile, {});
  for (const LayerMapping::Column& column : mapping.layers[0].columns)
    if (column.how == "platform") require(column.privacy == Privacy::personal, "not personal", column.header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 20'000) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 'h') {
    try_headers(text);
    return 0;
  }
  try_place(text);
  try_geopoint(text);
  const auto square = read_geo3x3(text);
  require(!square || (std::fabs(square->latitude) <= 90 && std::fabs(square->longitude) <= 180),
          "off the globe", text);
  const auto zone = read_utm_zone(text);
  require(!zone || (zone->number >= 1 && zone->number <= 60), "no zone", text);
  require(
      !looks_like_geopoint(text) || read_place_text(text, 4326, *std::make_unique<Bytes>()).fault.ja.empty(),
      "looks like a geopoint and is none", text);
  return 0;
}
