// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap::photo {

/// By the first bytes: "JPEG" or "HEIC"; empty = no photo that is read here.
[[nodiscard]] std::string_view kind_of(std::string_view head);

struct PhotoFile {
  std::string path;
  std::string name;  ///< below the folder that was given
};

struct PhotoFolder {
  std::vector<PhotoFile> photos;  ///< by name
  std::uint64_t others = 0;       ///< files that are no photos
  std::string first_other;
};

/// Looks through a folder and the ones in it for files that are called like photos and are some; links,
/// hidden files and other file systems are passed over.
[[nodiscard]] PhotoFolder look_through(const std::string& folder);

/// Whether there is any photo in it.
[[nodiscard]] bool has_photos(const std::string& folder);

}  // namespace anzenmap::photo
