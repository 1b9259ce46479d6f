// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ckan/plan.hpp"
#include "ckan/static/catalogue_folder.hpp"

namespace anzenmap::ckan {

/// A dataset whose files are in place and whose datapackage.json is still to come.
struct PlacedDataset {
  const DatasetPlan* plan = nullptr;
  bool withdrawn = false;
  RemoteDataset dataset;
  std::vector<PackagedFile> files;     ///< of its resources, one each
  std::vector<std::string> placed;     ///< names of the files that were written
  std::vector<std::string> obsolete;   ///< names of files that it had and no longer has
  std::optional<std::string> package;  ///< the new datapackage.json; none = as it was
};

/// First half of applying one dataset's plan: looks whether everything is still as it was planned, and puts
/// the new files in place. Throws Error, and then nothing has changed. The catalogue's lock must be held.
[[nodiscard]] PlacedDataset place_files(const CatalogueFolder& folder, const DatasetPlan& plan,
                                        const std::function<void(std::uint64_t bytes)>& sent);

/// Second half, after the catalogue's pages: takes obsolete files away and writes datapackage.json, or takes
/// the whole dataset away. Returns the number of files that were written or removed. Throws Error.
std::uint64_t finish_dataset(const CatalogueFolder& folder, const PlacedDataset& placed);

}  // namespace anzenmap::ckan
