// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/pull/descriptor.hpp"
#include "ckan/pull/folder_listing.hpp"

// What a static catalogue's folder holds. No link in it is followed.

namespace anzenmap::ckan {

inline constexpr std::string_view kDescriptorName = "datapackage.json";

/// A dataset as it lies in its folder.
struct FolderDataset {
  Json dictionary;                  ///< as package_show would give it
  std::vector<PackagedFile> files;  ///< as its descriptor says, one a resource
  std::vector<std::string> maps;    ///< NAME.map.html
  std::string descriptor;           ///< text of its datapackage.json
};

class CatalogueFolder {
 public:
  /// A slash at the end is taken off. Nothing is opened yet.
  explicit CatalogueFolder(std::string folder);

  [[nodiscard]] const std::string& path() const noexcept { return folder_; }
  [[nodiscard]] std::string path_of(std::string_view name) const;  ///< of a dataset's folder
  [[nodiscard]] std::string path_of(std::string_view name, std::string_view file) const;

  /// Names of the datasets of this catalogue, sorted. Other folders are passed over. Throws Error.
  [[nodiscard]] std::vector<std::string> names() const;
  /// None: there is no such dataset. Throws Error: what is there belongs to somebody else, is a link or
  /// cannot be read.
  [[nodiscard]] std::optional<FolderDataset> read(std::string_view name) const;
  /// The same, compared with the files themselves: of a resource whose file is not what its descriptor says
  /// the hash is unknown. `modified` stands for all of these bytes.
  [[nodiscard]] std::optional<RemoteDataset> look(std::string_view name) const;

  /// Names of the maps (NAME.map.html) in a dataset's folder.
  [[nodiscard]] std::vector<std::string> maps_of(std::string_view name) const;

 private:
  [[nodiscard]] bool has_folder(std::string_view name) const;

  std::string folder_;
};

}  // namespace anzenmap::ckan
