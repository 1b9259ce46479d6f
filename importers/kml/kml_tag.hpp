// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace anzenmap::kml {

/// The elements of KML (OGC 07-147r2) and of Google's extensions that are looked at.
enum class Tag : std::uint8_t {
  none,
  kml,
  document,
  folder,
  placemark,
  network_link,
  overlay,  ///< features that show a picture, a view or a tour and mark no place
  name,
  description,
  address,
  phone_number,
  snippet,
  visibility,
  style_url,
  style,
  style_map,
  cascading_style,
  pair,
  key,
  icon_style,
  line_style,
  area_style,
  colour,
  icon,
  href,
  link,
  time_stamp,
  time_span,
  when,
  begin,
  end,
  extended_data,
  data,
  value,
  schema_data,
  simple_data,
  point,
  line_string,
  linear_ring,
  polygon,
  outer_boundary,
  inner_boundary,
  multi_geometry,
  model,
  track,
  multi_track,
  coordinates,
  altitude_mode,
  coord,
};

/// none for everything else. Upper and lower case count, as in XML.
[[nodiscard]] Tag tag_of(std::string_view name);

}  // namespace anzenmap::kml
