// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the program and its photo module (libanzenmap_photo.so) say to each other. No type of Exiv2 is named
// here, and the program links no Exiv2.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anzenmap::photo {

/// One more with each change of this file: a module of another build is refused.
inline constexpr int kInterface = 1;
inline constexpr const char* kModule = "anzenmap_photo";
inline constexpr const char* kEntry = "anzenmap_photo_module";

/// A value of a photo's metadata.
struct Tag {
  std::string key;   ///< Exif.GPSInfo.GPSLatitude
  std::string text;  ///< bytes as they stand, without NUL at the end
  std::vector<std::pair<std::int64_t, std::int64_t>> rationals;
};

struct Tags {
  std::string reason;  ///< why the photo could not be read; empty = it could
  std::vector<Tag> all;

  [[nodiscard]] const Tag* find(std::string_view key) const {
    for (const Tag& tag : all)
      if (tag.key == key) return &tag;
    return nullptr;
  }
};

class Module {
 public:
  virtual ~Module() = default;
  /// Those of `keys` that the photo has. `path` is absolute.
  [[nodiscard]] virtual Tags read(const std::string& path, std::span<const std::string_view> keys) = 0;
};

}  // namespace anzenmap::photo

extern "C" {
/// Null for another interface. The module lives as long as the process.
using AnzenmapPhotoEntry = anzenmap::photo::Module* (*)(int interface);
}
