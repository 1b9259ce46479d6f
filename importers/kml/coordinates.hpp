// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace anzenmap::kml {

/// Longitude, latitude, height; z = NaN without height.
struct Position {
  double x;
  double y;
  double z;
};

/// How far the text of <coordinates> could be read.
struct CoordinatesResult {
  enum class State {
    good,
    run_together,  ///< positions without blanks between them, "1,2,0,3,4,0"; read as such
    not_number,    ///< `value` is no number
    too_short,     ///< `value` is one number by itself
    too_long,      ///< `value` has more than three numbers, and it is not clear how they belong together
  } state = State::good;
  std::string_view value;  ///< the position at fault, or the first one that was taken apart
  bool rounded = false;    ///< some degrees had more than the seven decimals that are kept
};

/// Appends the positions of a <coordinates> element (OGC 07-147r2 section 16.9): tuples "lon,lat[,height]"
/// with blanks between them. Blanks beside a comma are forgiven, as Google Earth forgives them; tuples that
/// run together are taken apart when only one way gives latitudes within ±90.
CoordinatesResult read_coordinates(std::string_view text, std::vector<Position>& out);

/// A number as people and programs write them: JSON's form, "+1", ".5" or "5." too.
[[nodiscard]] bool read_decimal(std::string_view text, double& value);

/// "lon lat height" of <gx:coord>, or of what else has blanks for commas; false when it is no position.
[[nodiscard]] bool read_blank_separated(std::string_view text, Position& out);

}  // namespace anzenmap::kml
