// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// Whether an Esri geometry's numbers are heights and measures; the layer says it, a geometry may say it
/// anew.
struct EsriDimensions {
  bool z = false;
  bool m = false;
};

/// Makes GeoJSON of one geometry of Esri JSON ({"x":..,"y":..}, {"points":..}, {"paths":..}, {"rings":..}).
/// Numbers stay as they are written, measures are left out. Which ring is outer is said by the way it runs;
/// holes go to the smallest outer ring around them. Empty points ("NaN") and lists are null; curves become a
/// type that GeoJSON's reader refuses by name. `text` is changed while it is read; `text[size]` is writable.
[[nodiscard]] std::string geojson_of_esri_geometry(char* text, std::size_t size, std::string_view file,
                                                   EsriDimensions dimensions);

}  // namespace anzenmap
