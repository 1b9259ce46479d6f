// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/config_overrides.hpp"

#include <utility>
#include <vector>

namespace anzenmap::cli {

ckan::DatasetOverrides with_config(ckan::DatasetOverrides said, const Config& config,
                                   const std::string& package) {
  if (config.path.empty()) return said;
  const std::vector<std::string> names = ckan::names_in(package);
  // The first NAME that anzenmap.json knows; else the first of all, for the members that hold for all.
  std::string name = names.empty() ? std::string() : names.front();
  for (const std::string& one : names)
    if (config.names.contains(one)) {
      name = one;
      break;
    }
  PackageMetadata ask;
  ask.title = "-";  // a pattern without its year leaves the title open, which is told where one is needed
  PackageMetadata office = metadata_for(config, name, ask);
  office.title = filled_title(office.title, name, office.period_start).value_or("");
  if (said.name.empty()) said.name = office.dataset;
  said.default_title = office.title;
  said.default_notes = office.description;
  said.default_organization = office.organization;
  said.default_license = office.license;
  said.default_license_title = office.license_title;
  said.default_license_url = office.license_path;
  said.default_tags = office.tags;
  said.default_groups = office.groups;
  return said;
}

}  // namespace anzenmap::cli
