// SPDX-License-Identifier: Apache-2.0
#include "ckan/static/unfinished.hpp"

#include "ckan/pull/bounded_json.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::ckan {

std::vector<std::string> unfinished_names(const CatalogueFolder& folder, std::string_view dataset) {
  const std::string path = folder.path_of(dataset, kUnfinishedName);
  std::vector<std::string> names;
  std::string text;
  if (path_kind(path) != PathKind::file || read_small_file(path, text) != FileState::read) return names;
  for (const Json& name : parse_bounded(text))
    if (name.is_string()) names.push_back(name.get<std::string>());
  return names;
}

void note_unfinished(const CatalogueFolder& folder, std::string_view dataset,
                     const std::vector<std::string>& names) {
  if (names.empty()) return;
  Json noted = unfinished_names(folder, dataset);
  for (const std::string& name : names) noted.push_back(name);
  OutputSet set(folder.path_of(dataset));
  set.create(std::string(kUnfinishedName)).write(pretty_json(noted));
  set.commit();
}

}  // namespace anzenmap::ckan
