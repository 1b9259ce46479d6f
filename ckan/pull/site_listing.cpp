// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/descriptor.hpp"
#include "ckan/pull/site_files.hpp"
#include "ckan/pull/site_reading.hpp"

namespace anzenmap::ckan {
namespace {

/// The most that CKAN gives at once, unless a site allows less.
constexpr std::size_t kRows = 1000;

PublishedDataset published(ActionApi& api, const RemoteDataset& dataset) {
  PublishedDataset out;
  out.name = dataset.name;
  out.id = dataset.id;
  out.title = text_member(dataset.fields, "title");
  out.organization = organization_of(dataset.fields);
  out.modified = dataset.modified;
  out.url = api.transport().base_url() + "/dataset/" + dataset.name;
  out.is_private = dataset.is_private;
  for (const RemoteResource& resource : dataset.resources)
    out.resources.push_back({resource.key, resource.id, text_member(resource.fields, "name"),
                             text_member(resource.fields, "format"), text_member(resource.fields, "url"),
                             resource.sha256, resource.bytes});
  return out;
}

std::vector<std::string> own_organizations(ActionApi& api) {
  Json arguments = Json::object();
  arguments["permission"] = "update_dataset";
  Json wrapped = Json::object();
  wrapped["list"] = api.call("organization_list_for_user", arguments, Effect::reads);
  return names_in(wrapped, "list");
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + '"';
}

std::string filter_for(const std::vector<std::string>& organizations) {
  std::string out = "organization:(";
  for (std::size_t i = 0; i < organizations.size(); ++i)
    out += (i == 0 ? "" : " OR ") + quoted(organizations[i]);
  return out + ')';
}

}  // namespace

std::vector<PublishedDataset> list_published(ActionApi& api, const std::string& organization) {
  std::vector<std::string> organizations{organization};
  if (organization.empty()) organizations = own_organizations(api);
  std::vector<PublishedDataset> out;
  if (organizations.empty()) return out;
  Json arguments = Json::object();
  arguments["fq"] = filter_for(organizations);
  arguments["include_private"] = true;
  arguments["sort"] = "name asc";
  arguments["rows"] = kRows;
  while (true) {
    arguments["start"] = out.size();
    Json page = api.call("package_search", arguments, Effect::reads);
    const std::size_t before = out.size();
    if (page.is_object() && page.contains("results"))
      for (Json& one : page["results"]) out.push_back(published(api, remote_dataset(std::move(one))));
    const bool all = !page.contains("count") || !page["count"].is_number_unsigned() ||
                     out.size() >= page["count"].get<std::size_t>();
    if (all || out.size() == before) return out;
  }
}

PublishedDataset show_published(ActionApi& api, const std::string& name) {
  return published(api, remote_at(api, name));
}

}  // namespace anzenmap::ckan
