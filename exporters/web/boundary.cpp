// SPDX-License-Identifier: Apache-2.0
#include "exporters/web/boundary.hpp"

#include <nlohmann/json.hpp>

#include "exporters/web/map_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 8;  // a multi-polygon has 4

// Positions are numbers on earth, whatever the depth; anything else is no outline.
bool sound(const Json& list, int depth) {
  if (!list.is_array() || list.empty() || depth > kDeepest) return false;
  if (!list[0].is_number()) {
    for (const Json& part : list)
      if (!sound(part, depth + 1)) return false;
    return true;
  }
  if (list.size() < 2 || !list[1].is_number()) return false;
  const double lon = list[0].get<double>();
  const double lat = list[1].get<double>();
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

void collect(const Json& node, Json& out, int depth) {
  if (!node.is_object() || depth > kDeepest) return;
  for (const char* list : {"features", "geometries"})
    if (node.contains(list) && node[list].is_array())
      for (const Json& part : node[list]) collect(part, out, depth + 1);
  if (node.contains("geometry")) collect(node["geometry"], out, depth + 1);
  if (!node.contains("type") || !node["type"].is_string() || !node.contains("coordinates")) return;
  const std::string type = node["type"].get<std::string>();
  for (const char* known : {"LineString", "MultiLineString", "Polygon", "MultiPolygon"}) {
    if (type != known || !sound(node["coordinates"], 0)) continue;
    Json geometry = Json::object();
    geometry["type"] = type;
    geometry["coordinates"] = node["coordinates"];
    Json feature = Json::object();
    feature["type"] = "Feature";
    feature["properties"] = Json::object();
    feature["geometry"] = std::move(geometry);
    out.push_back(std::move(feature));
  }
}

}  // namespace

std::string read_boundary(std::string_view json, std::string_view path) {
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 16; };
  const Json tree = Json::parse(json.begin(), json.end(), shallow, false);
  Json collection = Json::object();
  collection["type"] = "FeatureCollection";
  collection["features"] = Json::array();
  collect(tree, collection["features"], 0);
  if (collection["features"].empty())
    throw Error(boundary_unusable, {{"path", std::string(path), {}}}, Error::Kind::usage);
  return collection.dump();
}

}  // namespace anzenmap
