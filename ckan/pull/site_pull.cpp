// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/descriptor.hpp"
#include "ckan/pull/pull_folder.hpp"
#include "ckan/pull/pull_rules.hpp"
#include "ckan/pull/safe_name.hpp"
#include "ckan/pull/site_files.hpp"
#include "ckan/pull/site_reading.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {
namespace {

// A server's ".csv" is what CKAN leaves of a Japanese name.
std::string wanted_name(const RemoteResource& resource) {
  std::string name = file_name_of_url(text_member(resource.fields, "url"));
  if (!name.empty() && !name.starts_with('.')) return name;
  return (resource.key.empty() ? "file" : resource.key) + name;
}

PackagedFile fetch_file(ActionApi& api, const RemoteDataset& dataset, const RemoteResource& resource,
                        const std::string& name, const PullFolder& folder) {
  const std::string url = text_member(resource.fields, "url");
  const Fetched fetched = fetch_resource(api, dataset, resource, folder.waiting_path(name));
  if (!fetched.whole) throw Error(published_file_missing, {{"url", url, {}}, {"reason", fetched.reason, {}}});
  PackagedFile found{name, 0, {}};
  verify_file(folder.waiting_path(name), url, {name, resource.bytes, resource.sha256}, found);
  return found;
}

}  // namespace

void pull_published(ActionApi& api, const std::string& name, const std::string& folder) {
  const RemoteDataset dataset = remote_at(api, name);
  if (std::none_of(dataset.resources.begin(), dataset.resources.end(), is_uploaded))
    throw Error(pull_without_files, {{"name", name, {}}}, Error::Kind::refused);
  PullFolder target(folder);
  FileNames names;
  names.reserve("datapackage.json");
  std::vector<PackagedFile> files;
  std::vector<PackagedFile> of_resources;
  for (const RemoteResource& resource : dataset.resources) {
    PackagedFile& file = of_resources.emplace_back();
    if (!is_uploaded(resource)) continue;
    file = fetch_file(api, dataset, resource, names.take(wanted_name(resource)), target);
    files.push_back(file);
  }
  target.commit(pretty_json(descriptor_of(dataset, of_resources)), files);
}

}  // namespace anzenmap::ckan
