// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

namespace anzenmap::form {

/// The columns into which a survey app splits one question about a place; -1 = there is none.
struct PlaceFamily {
  std::string question;
  int latitude = -1;
  int longitude = -1;
  int altitude = -1;
  int accuracy = -1;
  int whole = -1;  ///< the same as one text, "lat lon altitude accuracy"
  int utm_northing = -1;
  int utm_easting = -1;
  int utm_zone = -1;
};

/// Families as KoBoToolbox ("group/_question_latitude"), ODK Central ("group-question-Latitude") and
/// Epicollect5 ("lat_question", "long_question", "UTM_Zone_question") name them, in file order. What lacks
/// latitude or longitude is none.
struct PlaceFamilies {
  std::vector<PlaceFamily> kobo;
  std::vector<PlaceFamily> odk;
  std::vector<PlaceFamily> epicollect;
};
[[nodiscard]] PlaceFamilies find_place_families(std::span<const std::string> headers);

}  // namespace anzenmap::form
