// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/wanted_datasets.hpp"

#include "cli/publishing/config_overrides.hpp"
#include "cli/publishing/publishing_rules.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

std::vector<ckan::Dataset> wanted_datasets(const std::vector<std::string>& packages,
                                           const ckan::DatasetOverrides& said, const Config& config) {
  std::vector<ckan::Dataset> datasets;
  for (const std::string& path : packages) {
    ckan::Dataset dataset = ckan::read_dataset(path, with_config(said, config, path));
    for (const ckan::Dataset& other : datasets)
      if (other.name == dataset.name)
        throw Error(
            dataset_twice,
            {{"first", other.descriptor, {}}, {"second", dataset.descriptor, {}}, {"name", dataset.name, {}}},
            Error::Kind::usage);
    datasets.push_back(std::move(dataset));
  }
  return datasets;
}

}  // namespace anzenmap::cli
