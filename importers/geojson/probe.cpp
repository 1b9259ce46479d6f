// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/probe.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gis/base/error.hpp"
#include "importers/geojson/outline.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {
namespace {

constexpr int kSurely = 100;    // a GeoJSON type at the top
constexpr int kProbably = 90;   // features, and the type is further on
constexpr int kOtherJson = 40;  // JSON, but not GeoJSON
constexpr int kByNameOnly = 30;
constexpr char kRecordSeparator = 0x1E;

bool ends_with(std::string_view name, std::string_view end) {
  if (name.size() < end.size()) return false;
  for (std::size_t i = 0; i < end.size(); ++i) {
    const char c = name[name.size() - end.size() + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != end[i]) return false;
  }
  return true;
}

}  // namespace

JsonHead look_at_json_head(std::string_view head) {
  JsonHead facts;
  std::string text(head);
  text.push_back('\0');
  try {
    JsonReader reader(text.data(), head.size(), "");
    std::string outer_key;
    for (JsonToken token = reader.next(); token != JsonToken::end; token = reader.next()) {
      if (token != JsonToken::key) continue;
      const std::string key(reader.text());
      if (reader.depth() == 1) {
        facts.has_members = true;
        outer_key = key;
        if (key == "geometryType" || key == "spatialReference" || key == "objectIdFieldName")
          facts.is_esri = true;
        if (key == "type" && reader.next() == JsonToken::string) facts.type = reader.text();
      } else if (reader.depth() == 3 && outer_key == "features") {
        if (key == "attributes") facts.is_esri = true;
        if (key == "type" && reader.next() == JsonToken::string && reader.text() == "Feature")
          facts.has_feature = true;
      }
    }
  } catch (const Error&) {
    // The head ends in the middle, or the syntax is wrong further on: opening the file tells that with its
    // line.
  }
  facts.is_esri = facts.is_esri && facts.type.empty();
  return facts;
}

ProbeResult probe_geojson(std::string_view head, std::string_view name) {
  std::string_view body = head;
  if (body.substr(0, 3) == "\xEF\xBB\xBF") body.remove_prefix(3);
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  const bool object = first != std::string_view::npos && body[first] == '{';
  const auto is_named = [&](std::string_view end) { return ends_with(name, end); };
  const std::array<std::string_view, 6> ends{".geojson",  ".json",  ".geojsonl",
                                             ".geojsons", ".jsonl", ".ndjson"};
  const bool named = std::any_of(ends.begin(), ends.end(), is_named);
  if (first != std::string_view::npos && body[first] == kRecordSeparator)
    return {kProbably, "記録の区切り(RS)で始まります", "it begins with a record separator (RFC 8142)"};
  if (object) {
    const JsonHead facts = look_at_json_head(head);
    if (facts.type == "FeatureCollection" || facts.type == "Feature" || is_geometry_type(facts.type))
      return {kSurely, "種類(type)が「" + facts.type + "」です", "its \"type\" is " + facts.type};
    if (facts.is_esri) return {kSurely, "ArcGISの項目があります", "it has members of ArcGIS"};
    if (facts.type == "umap") return {kSurely, "種類(type)が「umap」です", "its \"type\" is umap"};
    if (facts.type.empty() && facts.has_feature && !facts.is_esri)
      return {kProbably, "記録の並び(features)があります", "it has \"features\""};
    if (facts.has_members)
      return {kOtherJson, "JSONですが、GeoJSONの種類が見つかりません", "JSON without a GeoJSON type"};
  }
  if (named) return {kByNameOnly, "名前がGeoJSONのものです", "its name says so"};
  return {};
}

}  // namespace anzenmap
