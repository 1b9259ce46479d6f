// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_tag.hpp"

#include <algorithm>
#include <array>

namespace anzenmap::kml {
namespace {

struct Known {
  std::string_view name;
  Tag tag;
};

constexpr auto kKnown = [] {
  std::array known{Known{"kml", Tag::kml},
                   Known{"Document", Tag::document},
                   Known{"Folder", Tag::folder},
                   Known{"Placemark", Tag::placemark},
                   Known{"NetworkLink", Tag::network_link},
                   Known{"GroundOverlay", Tag::overlay},
                   Known{"ScreenOverlay", Tag::overlay},
                   Known{"PhotoOverlay", Tag::overlay},
                   Known{"Tour", Tag::overlay},
                   Known{"name", Tag::name},
                   Known{"description", Tag::description},
                   Known{"address", Tag::address},
                   Known{"phoneNumber", Tag::phone_number},
                   Known{"Snippet", Tag::snippet},
                   Known{"snippet", Tag::snippet},
                   Known{"visibility", Tag::visibility},
                   Known{"styleUrl", Tag::style_url},
                   Known{"Style", Tag::style},
                   Known{"StyleMap", Tag::style_map},
                   Known{"CascadingStyle", Tag::cascading_style},
                   Known{"Pair", Tag::pair},
                   Known{"key", Tag::key},
                   Known{"IconStyle", Tag::icon_style},
                   Known{"LineStyle", Tag::line_style},
                   Known{"PolyStyle", Tag::area_style},
                   Known{"color", Tag::colour},
                   Known{"Icon", Tag::icon},
                   Known{"href", Tag::href},
                   Known{"Link", Tag::link},
                   Known{"Url", Tag::link},
                   Known{"TimeStamp", Tag::time_stamp},
                   Known{"TimeInstant", Tag::time_stamp},
                   Known{"TimeSpan", Tag::time_span},
                   Known{"TimePeriod", Tag::time_span},
                   Known{"when", Tag::when},
                   Known{"begin", Tag::begin},
                   Known{"end", Tag::end},
                   Known{"ExtendedData", Tag::extended_data},
                   Known{"Data", Tag::data},
                   Known{"value", Tag::value},
                   Known{"SchemaData", Tag::schema_data},
                   Known{"SimpleData", Tag::simple_data},
                   Known{"Point", Tag::point},
                   Known{"LineString", Tag::line_string},
                   Known{"LinearRing", Tag::linear_ring},
                   Known{"Polygon", Tag::polygon},
                   Known{"outerBoundaryIs", Tag::outer_boundary},
                   Known{"innerBoundaryIs", Tag::inner_boundary},
                   Known{"MultiGeometry", Tag::multi_geometry},
                   Known{"GeometryCollection", Tag::multi_geometry},
                   Known{"Model", Tag::model},
                   Known{"Track", Tag::track},
                   Known{"MultiTrack", Tag::multi_track},
                   Known{"coordinates", Tag::coordinates},
                   Known{"altitudeMode", Tag::altitude_mode},
                   Known{"coord", Tag::coord}};
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
    return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
  });
  return known;
}();

constexpr std::size_t kLongest = kKnown.back().name.size();

/// Where the names of each length begin.
constexpr auto kFirst = [] {
  std::array<std::size_t, kLongest + 2> first{};
  for (std::size_t length = 0; length < first.size(); ++length)
    while (first[length] < kKnown.size() && kKnown[first[length]].name.size() < length) ++first[length];
  return first;
}();

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > kLongest) return Tag::none;
  for (std::size_t i = kFirst[name.size()]; i < kFirst[name.size() + 1]; ++i)
    if (kKnown[i].name == name) return kKnown[i].tag;
  return Tag::none;
}

}  // namespace anzenmap::kml
