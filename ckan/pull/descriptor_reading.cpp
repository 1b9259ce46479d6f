// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/descriptor.hpp"
#include "ckan/pull/descriptor_words.hpp"
#include "ckan/pull/letter_case.hpp"

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kHashPrefix = "sha256:";

void put(Json& object, const char* key, std::string text) {
  if (!text.empty()) object[key] = std::move(text);
}

template <class Pairs>
void take_pairs(Json& fields, const Json& from, const Pairs& pairs) {
  for (const MemberPair& pair : pairs) put(fields, pair.ckan, text_member(from, pair.package));
}

Json member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? Json() : *found;
}

Json named(const Json& names) {
  Json out = Json::array();
  for (const Json& name : names) {
    if (!name.is_string()) continue;
    Json& one = out.emplace_back(Json::object());
    one["name"] = name;
  }
  return out;
}

// What has no other place in a package, as it was.
void take_ckan(Json& fields, const Json& ckan) {
  for (const auto& [key, value] : ckan.items()) {
    if (key == "organization")
      fields["owner_org"] = value;
    else
      fields[key] = key == "groups" ? named(value) : value;
  }
  const auto organization = fields.find("owner_org");
  if (organization == fields.end()) return;
  Json name = Json::object();
  name["name"] = *organization;
  fields["organization"] = std::move(name);
}

void take_license(Json& fields, const Json& package) {
  const Json licenses = member(package, "licenses");
  if (!licenses.is_array() || licenses.empty()) return;
  put(fields, "license_id", text_member(licenses[0], "name"));
  put(fields, "license_title", text_member(licenses[0], "title"));
  put(fields, "license_url", text_member(licenses[0], "path"));
}

void take_people(Json& fields, const Json& package) {
  for (const Json& person : member(package, "contributors")) {
    const std::string role = text_member(person, "role");
    if (role != "author" && role != "maintainer") continue;
    put(fields, role.c_str(), text_member(person, "title"));
    put(fields, (role + "_email").c_str(), text_member(person, "email"));
  }
}

std::uint64_t bytes_of(const Json& resource) {
  const Json bytes = member(resource, "bytes");
  return bytes.is_number_unsigned() ? bytes.get<std::uint64_t>() : 0;
}

std::string sha256_of(const Json& resource) {
  std::string hash = text_member(resource, "hash");
  if (!hash.starts_with(kHashPrefix)) return {};
  return hash.substr(kHashPrefix.size());
}

Json resource_dictionary(const Json& resource, const PackagedFile& file) {
  const std::string key = text_member(resource, "name");
  const std::string title = text_member(resource, "title");
  const Json ckan = member(resource, "ckan");
  Json fields = Json::object();
  fields["id"] = key;
  fields["name"] = title.empty() ? key : title;
  put(fields, "format", upper_case(text_member(resource, "format")));
  take_pairs(fields, resource, kResourceMembers);
  fields["url_type"] = "upload";
  fields["url"] = file.path;
  fields["hash"] = std::string(kHashPrefix) + file.sha256;
  fields["size"] = file.bytes;
  fields[kKeyMember] = key;
  const Json schema = member(resource, "schema");
  if (schema.is_object()) fields["schema"] = schema.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (ckan.is_object())
    for (const auto& [name, value] : ckan.items()) fields[name] = value;
  return fields;
}

}  // namespace

Published published_in(const Json& package) {
  Published out;
  Json& fields = out.dictionary = Json::object();
  const Json ckan = member(package, "ckan");
  fields["id"] = text_member(ckan, "name");
  take_pairs(fields, package, kDatasetMembers);
  put(fields, "url", text_member(package, "homepage"));
  take_license(fields, package);
  const Json tags = member(package, "keywords");
  if (tags.is_array()) fields["tags"] = named(tags);
  take_people(fields, package);
  if (ckan.is_object()) take_ckan(fields, ckan);
  fields["private"] = false;
  fields["state"] = "active";
  Json& resources = fields["resources"] = Json::array();
  for (const Json& resource : member(package, "resources")) {
    if (!resource.is_object()) continue;
    PackagedFile file{text_member(resource, "path"), bytes_of(resource), sha256_of(resource)};
    resources.push_back(resource_dictionary(resource, file));
    out.files.push_back(std::move(file));
  }
  return out;
}

}  // namespace anzenmap::ckan
