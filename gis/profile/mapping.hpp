// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

/// What a person settled about a column: the profile's field, or none.
struct PinnedColumn {
  std::string header;
  std::string field;  ///< empty = no field
  std::string how;    ///< as LayerMapping::Column has it; "place" and "repeated" are found as ever
};

/// What the two columns of a place mean. Plane rectangular coordinates of Japan (公共測量作業規程) name the
/// northing X and the easting Y, all other metres the other way round.
enum class CoordinateAxes : std::uint8_t { degrees, north_first, east_first };

/// What a person decides about columns.
struct MappingOptions {
  std::vector<CoordinateAxes> axes;               ///< of each layer; shorter = degrees
  std::vector<std::vector<PinnedColumn>> pinned;  ///< of each layer; shorter = nothing settled
  bool english_keys = false;                      ///< output names are the fields' English keys
  bool public_only = false;                       ///< internal columns are left out
  std::vector<std::string> keep;                  ///< headers of unknown columns that may be public
};

/// What each column of one layer was taken for.
struct LayerMapping {
  struct Column {
    std::string header;      ///< as the person wrote it
    int profile_field = -1;  ///< index into Profile::fields; -1 = unknown
    std::string how;  ///< exact, normalised, alias, form, pinned, place, repeated, platform, part, choice,
                      ///< style, bookkeeping, unknown
    Privacy privacy = Privacy::internal;
    bool left_out = false;  ///< said elsewhere, or only the app's own business: not written
  };
  std::vector<Column> columns;    ///< parallel to Layer::headers
  std::vector<int> field_to_raw;  ///< for each Schema field the layer's column, or -1
  std::vector<int> original;      ///< for each Schema::original the layer's column, or -1
  int latitude = -1;              ///< raw column of the latitude or northing; -1 = none
  int longitude = -1;             ///< raw column of the longitude or easting
  int shape = -1;                 ///< raw column of WKT, geopoints or Geo3x3 codes
  int altitude = -1;              ///< raw column of the height of latitude and longitude
  int source_id = -1;             ///< raw column of the app's own ID, where no column is the profile's
  int second_place = -1;          ///< raw column that says the place once more, as a geopoint
  int utm_northing = -1;          ///< raw columns that say it once more on UTM
  int utm_easting = -1;
  int utm_zone = -1;
  bool accuracy_in_place = false;  ///< the text of the place may say how accurate it is
};

struct SurveyMapping {
  Schema schema;
  std::vector<LayerMapping> layers;
  std::vector<Diagnostic> diagnostics;
};

/// Decides the columns of the outputs from all layers together. Diagnostics: unknown, missing, repeated,
/// personal.
[[nodiscard]] SurveyMapping map_survey(std::span<const Layer> layers, const Profile& profile,
                                       const MappingOptions& options);

}  // namespace anzenmap
