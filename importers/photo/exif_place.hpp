// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "importers/photo/module/module_interface.hpp"

namespace anzenmap::photo {

/// Where a photo says that it was taken (Exif 2.32, 4.6.6).
struct ExifPlace {
  enum class State { given, missing, broken } state = State::missing;
  double latitude = 0;
  double longitude = 0;
  bool hemisphere_missing = false;  ///< N and E, as in Japan, were assumed
  std::string said;                 ///< as it stands there
  std::string datum;                ///< as it stands there; empty = not said
};

[[nodiscard]] ExifPlace place_of(const Tags& tags);

enum class Datum { world, tokyo, unknown };
/// "WGS-84", "JGD2011" and nothing are the world's; "TOKYO" is Japan's old one.
[[nodiscard]] Datum datum_named(const std::string& name);

/// A single rational as a number: direction, error in metres; nullopt = missing or 0/0.
[[nodiscard]] std::optional<double> number_of(const Tags& tags, std::string_view key);

}  // namespace anzenmap::photo
