// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/profile/profile.hpp"
#include "importers/photo/exif_place.hpp"
#include "importers/photo/exif_text.hpp"
#include "importers/photo/module/module_interface.hpp"
#include "importers/photo/photo_files.hpp"

namespace anzenmap::photo {

/// What is kept of a photo.
struct PhotoRecord {
  std::string name;
  bool has_place = false;
  Datum datum = Datum::world;
  double latitude = 0;
  double longitude = 0;
  std::string day;
  std::string direction;  ///< degrees
  std::string accuracy;   ///< metres
  ExifText text;
  std::vector<Diagnostic> told;  ///< about this record
  bool joined = false;           ///< another source's record names it
};

/// Reads one photo's metadata. `path` need not be absolute.
[[nodiscard]] PhotoRecord read_photo(Module& module, const PhotoFile& file, const Profile& profile);

/// The module, loaded. Throws Error when it is missing.
[[nodiscard]] Module& photo_module(const std::string& folder);

}  // namespace anzenmap::photo
