// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"
#include "importers/photo/photo_record.hpp"

namespace anzenmap::photo {

/// A source of photos shows them to the sources whose records name them.
class PhotoHolder {
 public:
  virtual ~PhotoHolder() = default;
  /// They stay where they are as long as the source.
  [[nodiscard]] virtual std::vector<PhotoRecord*> photos() = 0;
};

/// Photos by what a record may call them: the path below their folder, else the file's name where it is the
/// only one.
class PhotoAlbum {
 public:
  void add(PhotoRecord& photo);
  /// Null when there is none, or several.
  [[nodiscard]] PhotoRecord* find(std::string_view called) const;

 private:
  std::unordered_map<std::string, PhotoRecord*> by_path_;
  std::unordered_map<std::string, PhotoRecord*> by_name_;  ///< null = several
};

/// Photos whose file is named in a record's photo column belong to that record: it gets their place when it
/// has none, else the two are compared, and the photo is no record of its own (merged). Photo sources move
/// behind the others, which are looked at first.
void join_photos(std::vector<std::unique_ptr<Source>>& sources, const Profile& profile);

}  // namespace anzenmap::photo
