// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ckan/plan.hpp"
#include "ckan/static/catalogue_folder.hpp"
#include "ckan/static/entry.hpp"

namespace anzenmap::ckan {

/// A file of the catalogue that speaks of all its datasets.
struct CataloguePage {
  std::string_view name;
  std::string text;
};

/// Whether a member of a planned change is such a file and not one of the dataset's.
[[nodiscard]] bool is_page_name(std::string_view field);

/// Entries of the datasets in the folder but those named, in the order of their names. Throws Error.
[[nodiscard]] std::vector<Entry> entries_in(const CatalogueFolder& folder,
                                            const std::vector<std::string>& but);

/// All of them, made of `entries`, which are brought into the order of their names.
[[nodiscard]] std::vector<CataloguePage> pages_of(std::vector<Entry> entries);

/// Those of `pages` that differ from the folder's, with the SHA-256 of both as field changes. Throws Error
/// when one of that name is there that is somebody else's.
[[nodiscard]] std::vector<FieldChange> changed_pages(const CatalogueFolder& folder,
                                                     const std::vector<CataloguePage>& pages);

}  // namespace anzenmap::ckan
