// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/base/text.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap::form {

struct PlaceColumn {
  std::size_t column;
  ColumnPart part;  ///< geopoint or shape
  Text evidence;
};

/// The first column whose filled cells are mostly geopoints, else Geo3x3 codes, else well-known text. Pairs
/// of numbers have to lie in the profile's area at least once, or any two measures would pass for a place.
[[nodiscard]] std::optional<PlaceColumn> find_place_column(std::span<const std::string> headers,
                                                           std::span<const std::vector<std::string>> rows,
                                                           const Profile& profile);

}  // namespace anzenmap::form
