// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/profile/profile.hpp"
#include "importers/photo/module/module_interface.hpp"

namespace anzenmap::photo {

/// What somebody wrote to a photo in an app; never its file's name, its owner or its camera.
struct ExifText {
  std::string title;
  std::string description;
  std::string category;  ///< of its keywords the first that is a category of the profile
};

[[nodiscard]] ExifText text_of(const Tags& tags, const Profile& profile);

}  // namespace anzenmap::photo
