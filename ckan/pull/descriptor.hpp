// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// The file of a resource as it lies beside its datapackage.json.
struct PackagedFile {
  std::string path;  ///< empty: the resource is no file of the package, such as a link to another site
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A datapackage.json of what a catalogue holds, `files` being those of `dataset.resources`, one each.
/// read_dataset() reads from it what was published, published_in() the same dictionaries again. What a server
/// makes by itself (ids, times) is left out; members that are not ours are kept below `ckan`.
[[nodiscard]] Json descriptor_of(const RemoteDataset& dataset, const std::vector<PackagedFile>& files);

/// What a datapackage.json made by descriptor_of() says.
struct Published {
  Json dictionary;  ///< as package_show gives it; the dataset's name and the keys stand for ids
  std::vector<PackagedFile> files;  ///< of its resources, one each
};
[[nodiscard]] Published published_in(const Json& descriptor);

/// The `name` members of a list of dictionaries, such as tags and groups.
[[nodiscard]] std::vector<std::string> names_in(const Json& dataset_fields, const char* list);
/// The name of the organisation that a dataset belongs to.
[[nodiscard]] std::string organization_of(const Json& dataset_fields);

}  // namespace anzenmap::ckan
