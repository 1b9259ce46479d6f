// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/outline.hpp"

#include <utility>
#include <vector>

#include "ckan/pull/bounded_json.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;

// The numbers are kept as they were written: a box that comes back must be the one that went.
struct Box {
  Json west, south, east, north;

  void take(const Json& longitude, const Json& latitude) {
    if (west.is_null() || longitude < west) west = longitude;
    if (east.is_null() || longitude > east) east = longitude;
    if (south.is_null() || latitude < south) south = latitude;
    if (north.is_null() || latitude > north) north = latitude;
  }
};

bool is_position(const Json& list) { return list.size() >= 2 && list[0].is_number() && list[1].is_number(); }

void take_positions(const Json& list, Box& box) {
  if (!list.is_array()) return;
  if (is_position(list)) {
    box.take(list[0], list[1]);
    return;
  }
  for (const Json& inner : list) take_positions(inner, box);
}

}  // namespace

nlohmann::ordered_json box_of_geojson(const std::string& geojson) {
  const Json geometry = parse_bounded(geojson);
  if (!geometry.is_object() || !geometry.contains("coordinates")) return nullptr;
  Box box;
  take_positions(geometry["coordinates"], box);
  if (box.west.is_null() || box.west < -180 || box.east > 180 || box.south < -90 || box.north > 90)
    return nullptr;
  Json out = Json::array();
  for (Json* side : {&box.west, &box.south, &box.east, &box.north}) out.push_back(std::move(*side));
  return out;
}

}  // namespace anzenmap::ckan
