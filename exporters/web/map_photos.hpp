// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gis/base/diagnostic.hpp"

namespace anzenmap {

extern const RuleInfo photo_not_shown;  ///< OU744; {file}, {reason}

/// Photos for a map page, out of one folder. Only plain file names are looked up, so that no cell of a survey
/// can reach another folder.
class MapPhotos {
 public:
  static constexpr std::size_t kMostBytes = 300'000;  ///< of a photo, once it is cleaned

  /// Empty folder = no photos.
  explicit MapPhotos(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] bool wanted() const { return !folder_.empty(); }

  /// The photo as a data URL; empty, with `told` filled, when it cannot be shown. An address on the web is no
  /// photo of the folder: empty, nothing told.
  [[nodiscard]] std::string data_url(std::string_view name, std::optional<Diagnostic>& told) const;

 private:
  std::string folder_;
};

}  // namespace anzenmap
