// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/style_members.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace anzenmap {

namespace {

constexpr std::string_view kGsi[] = {"_markerType", "_iconUrl",   "_iconSize",    "_iconAnchor", "_className",
                                     "_html",       "_stroke",    "_color",       "_weight",     "_opacity",
                                     "_fill",       "_fillColor", "_fillOpacity", "_dashArray",  "_lineCap",
                                     "_lineJoin",   "_clickable"};
constexpr std::string_view kUmap[] = {"_umap_options", "_storage", "_storage_options"};
constexpr std::string_view kSimple[] = {"marker-color", "marker-size",    "marker-symbol", "stroke",
                                        "stroke-width", "stroke-opacity", "fill",          "fill-opacity"};

struct Style {
  std::string_view dialect;
  std::span<const std::string_view> members;
};

bool is_one_of(std::span<const std::string_view> members, std::string_view header) {
  return std::find(members.begin(), members.end(), header) != members.end();
}

}  // namespace

void hint_style_members(Layer& layer, const Profile& profile) {
  const Style styles[] = {{"地理院地図 GeoJSON", kGsi}, {"uMap GeoJSON", kUmap}, {"geojson.io", kSimple}};
  for (const Style& style : styles) {
    std::string found;
    for (std::size_t c = 0; c < layer.headers.size(); ++c) {
      const std::string& header = layer.headers[c];
      if (!is_one_of(style.members, header) || profile.match(header)) continue;
      if (layer.hints.empty()) layer.hints.resize(layer.headers.size());
      layer.hints[c].part = ColumnPart::style;
      if (std::count(found.begin(), found.end(), ',') < 2) found += (found.empty() ? "" : ",") + header;
    }
    if (!found.empty() && layer.reading.find("dialect") == nullptr)
      layer.reading.decide("dialect", style.dialect, DecidedBy::detected, found + " があります",
                           "has " + found);
  }
}

}  // namespace anzenmap
