// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/descriptor.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/descriptor_words.hpp"
#include "ckan/pull/letter_case.hpp"
#include "ckan/pull/outline.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kMarks = "-_.";

void put(Json& object, const char* key, std::string text) {
  if (!text.empty()) object[key] = std::move(text);
}

bool is_empty(const Json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_structured() && value.empty());
}

template <class Own, class Pairs>
bool is_kept_elsewhere(std::string_view key, const Own& own, const Pairs& pairs) {
  return std::find(std::begin(own), std::end(own), key) != std::end(own) ||
         std::any_of(pairs.begin(), pairs.end(), [&](const MemberPair& pair) { return pair.ckan == key; });
}

// Members of extensions and of other people.
template <class Own, class Pairs>
void put_others(Json& ckan, const Json& fields, const Own& own, const Pairs& pairs) {
  for (const auto& [key, value] : fields.items())
    if (!is_empty(value) && !is_kept_elsewhere(key, own, pairs)) ckan[key] = value;
}

template <class Pairs>
void put_pairs(Json& into, const Json& fields, const Pairs& pairs) {
  for (const MemberPair& pair : pairs) put(into, pair.package, text_member(fields, pair.ckan));
}

// Data Package v1: names of licences are of [-a-zA-Z0-9._].
bool is_license_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           kMarks.find(byte) != std::string_view::npos;
  });
}

void put_license(Json& package, Json& ckan, const Json& fields) {
  const std::string id = text_member(fields, "license_id");
  if (!is_license_name(id)) {
    put(ckan, "license_id", id);
    return;
  }
  Json license = Json::object();
  license["name"] = id;
  put(license, "title", text_member(fields, "license_title"));
  put(license, "path", text_member(fields, "license_url"));
  package["licenses"] = Json::array();
  package["licenses"].push_back(std::move(license));
}

// A contributor of a package has a name; an address alone is kept in CKAN's words.
void put_person(Json& package, Json& ckan, const Json& fields, const std::string& role) {
  const std::string name = text_member(fields, role.c_str());
  const std::string email = text_member(fields, (role + "_email").c_str());
  if (name.empty()) {
    put(ckan, (role + "_email").c_str(), email);
    return;
  }
  if (!package.contains("contributors")) package["contributors"] = Json::array();
  Json& person = package["contributors"].emplace_back(Json::object());
  person["title"] = name;
  put(person, "email", email);
  person["role"] = role;
}

void put_homepage(Json& package, Json& ckan, const Json& fields) {
  const std::string url = text_member(fields, "url");
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  put(web ? package : ckan, web ? "homepage" : "url", url);
}

// The same facts again in the words of data packages; the extras stay what counts.
void put_extents(Json& package, const RemoteDataset& dataset) {
  Json box = box_of_geojson(extra_of(dataset, "spatial"));
  if (!box.is_null()) {
    package["spatial"] = Json::object();
    package["spatial"]["bbox"] = std::move(box);
  }
  Json temporal = Json::object();
  put(temporal, "start", extra_of(dataset, "temporal_start"));
  put(temporal, "end", extra_of(dataset, "temporal_end"));
  if (!temporal.empty()) package["temporal"] = std::move(temporal);
  put(package, "frequency", extra_of(dataset, "frequency"));
}

Json extras_json(const Json& fields) {
  Json out = Json::array();
  const auto found = fields.find("extras");
  if (found == fields.end() || !found->is_array()) return out;
  for (const Json& extra : *found) {
    const std::string key = text_member(extra, "key");
    if (key.empty() || key == kUnfinished) continue;
    Json& one = out.emplace_back(Json::object());
    one["key"] = key;
    one["value"] = extra.contains("value") ? extra["value"] : Json();
  }
  return out;
}

Json ckan_member(const RemoteDataset& dataset) {
  Json ckan = Json::object();
  ckan["name"] = dataset.name;
  put(ckan, "organization", organization_of(dataset.fields));
  const std::vector<std::string> groups = names_in(dataset.fields, "groups");
  if (!groups.empty()) ckan["groups"] = groups;
  Json extras = extras_json(dataset.fields);
  if (!extras.empty()) ckan["extras"] = std::move(extras);
  put_others(ckan, dataset.fields, kDatasetOwn, kDatasetMembers);
  return ckan;
}

// A name in the package for what others published: of its file's name.
std::string key_for(const RemoteResource& resource, const PackagedFile& file,
                    const std::set<std::string>& taken) {
  if (!resource.key.empty() && taken.count(resource.key) == 0) return resource.key;
  std::string start;
  for (char byte : file.path.substr(file.path.rfind('/') + 1)) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    const bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (kept || (!start.empty() && start.back() != '-')) start += kept ? byte : '-';
  }
  while (start.ends_with('-')) start.pop_back();
  if (start.empty()) start = "file";
  std::string key = start;
  for (int number = 2; taken.count(key) != 0; ++number) key = start + '-' + std::to_string(number);
  return key;
}

// Programs that read data packages know formats by small letters, CKAN by a spelling of its own.
void put_format(Json& out, Json& ckan, const std::string& format) {
  put(out, "format", lower_case(format));
  if (upper_case(format) != format) put(ckan, "format", format);
}

Json resource_descriptor(const RemoteResource& resource, const PackagedFile& file, const std::string& key) {
  const Json& fields = resource.fields;
  Json out = Json::object();
  Json ckan = Json::object();
  out["name"] = key;
  out["path"] = file.path;
  const std::string title = text_member(fields, "name");
  if (title != key) put(out, "title", title);
  const Json schema = parse_bounded(text_member(fields, "schema"));
  const bool table = schema.is_object() && text_member(fields, "format") == "CSV";
  out["profile"] = table ? "tabular-data-resource" : "data-resource";
  put_format(out, ckan, text_member(fields, "format"));
  put_pairs(out, fields, kResourceMembers);
  out["bytes"] = file.bytes;
  out["hash"] = "sha256:" + file.sha256;
  if (schema.is_object())
    out["schema"] = schema;
  else
    put(ckan, "schema", text_member(fields, "schema"));
  put_others(ckan, fields, kResourceOwn, kResourceMembers);
  if (!ckan.empty()) out["ckan"] = std::move(ckan);
  return out;
}

}  // namespace

std::vector<std::string> names_in(const Json& dataset_fields, const char* list) {
  std::vector<std::string> names;
  const auto found = dataset_fields.find(list);
  if (found == dataset_fields.end() || !found->is_array()) return names;
  for (const Json& one : *found) {
    std::string name = one.is_string() ? one.get<std::string>() : text_member(one, "name");
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::string organization_of(const Json& dataset_fields) {
  const auto found = dataset_fields.find("organization");
  std::string name = found == dataset_fields.end() ? std::string() : text_member(*found, "name");
  return name.empty() ? text_member(dataset_fields, "owner_org") : name;
}

Json descriptor_of(const RemoteDataset& dataset, const std::vector<PackagedFile>& files) {
  const Json& fields = dataset.fields;
  Json package = Json::object();
  Json ckan = ckan_member(dataset);
  package["profile"] = "data-package";
  package["name"] = dataset.name;
  put_pairs(package, fields, kDatasetMembers);
  put_homepage(package, ckan, fields);
  put_license(package, ckan, fields);
  const std::vector<std::string> tags = names_in(fields, "tags");
  if (!tags.empty()) package["keywords"] = tags;
  put_person(package, ckan, fields, "author");
  put_person(package, ckan, fields, "maintainer");
  put_extents(package, dataset);
  package["audience"] = dataset.is_private ? "internal" : "public";
  package["ckan"] = std::move(ckan);
  Json& resources = package["resources"] = Json::array();
  std::set<std::string> keys;
  for (std::size_t i = 0; i < dataset.resources.size(); ++i) {
    if (files[i].path.empty()) continue;
    std::string key = key_for(dataset.resources[i], files[i], keys);
    resources.push_back(resource_descriptor(dataset.resources[i], files[i], key));
    keys.insert(std::move(key));
  }
  return package;
}

}  // namespace anzenmap::ckan
