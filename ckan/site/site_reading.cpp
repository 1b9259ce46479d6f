// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/site_reading.hpp"

#include "ckan/site/site.hpp"

namespace anzenmap::ckan {

std::vector<PublishedDataset> Site::list(const std::string& organization) {
  return list_published(api_, organization);
}

PublishedDataset Site::show(const std::string& name) { return show_published(api_, name); }

void Site::pull(const std::string& name, const std::string& folder) { pull_published(api_, name, folder); }

std::vector<ResourceCheck> Site::check(std::span<const std::string> names) {
  return check_published(api_, names);
}

}  // namespace anzenmap::ckan
