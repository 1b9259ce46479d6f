// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "ckan/remote.hpp"

namespace anzenmap::ckan {
namespace {

/// CKAN cuts file names at 100 characters.
constexpr std::size_t kLongestFileName = 100;

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json named(const std::vector<std::string>& names) {
  Json out = Json::array();
  for (const std::string& name : names) {
    Json& one = out.emplace_back(Json::object());
    one["name"] = name;
  }
  return out;
}

Json extras_json(const std::vector<Extra>& extras) {
  Json out = Json::array();
  for (const Extra& extra : extras) {
    Json& one = out.emplace_back(Json::object());
    one["key"] = extra.key;
    one["value"] = extra.value;
  }
  return out;
}

Json resource_json(const Resource& resource) {
  Json out = Json::object();
  out["name"] = resource.title.empty() ? resource.key : resource.title;
  put(out, "description", resource.description);
  put(out, "format", resource.format);
  put(out, "mimetype", resource.media_type);
  out["url_type"] = "upload";
  out["url"] = upload_name(resource);
  out["hash"] = "sha256:" + resource.sha256;
  out["size"] = resource.bytes;
  out[kKeyMember] = resource.key;
  put(out, "encoding", resource.encoding);
  put(out, "schema", schema_text(resource));
  return out;
}

bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

// What is left of a name that CKAN would keep as it is: lower case, no blanks, no letters of other scripts.
std::string plain_stem(std::string_view text) {
  std::string out;
  for (char byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if (byte == ' ') byte = '-';
    if (byte == '-' && out.ends_with('-')) continue;
    if (is_plain(byte) || (byte == '.' && !out.empty() && out.back() != '.')) out += byte;
  }
  while (out.ends_with('.') || out.ends_with('-')) out.pop_back();
  return out;
}

bool is_ascii(std::string_view text) {
  for (const char byte : text)
    if (static_cast<unsigned char>(byte) >= 0x80U) return false;
  return true;
}

}  // namespace

std::string upload_name(const Resource& resource) {
  const std::string name = resource.path.substr(resource.path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  const bool extended = dot != std::string::npos && dot != 0;
  const std::string stem = name.substr(0, extended ? dot : name.size());
  const std::string extension = extended ? plain_stem(name.substr(dot + 1)) : std::string();
  // Half a name says something else: 避難所_35215.csv is not _35215.csv.
  std::string out = is_ascii(stem) ? plain_stem(stem) : std::string();
  if (out.empty()) out = plain_stem(resource.key);
  if (out.ends_with('-' + extension)) out.erase(out.size() - extension.size() - 1);
  if (out.empty()) out = "data";
  const std::size_t tail = extension.empty() ? 0 : extension.size() + 1;
  if (out.size() + tail > kLongestFileName && tail < kLongestFileName) out.resize(kLongestFileName - tail);
  return extension.empty() ? out : out + '.' + extension;
}

std::string schema_text(const Resource& resource) {
  if (resource.columns.empty()) return {};
  Json schema = Json::object();
  Json& fields = schema["fields"] = Json::array();
  for (const Column& column : resource.columns) {
    Json& field = fields.emplace_back(Json::object());
    field["name"] = column.name;
    put(field, "type", column.type);
    put(field, "title", column.title);
    put(field, "description", column.description);
    put(field, "role", column.role);
  }
  if (!resource.primary_key.empty()) schema["primaryKey"] = resource.primary_key;
  return schema.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json wanted_dictionary(const Dataset& dataset, TargetKind kind) {
  Json out = Json::object();
  out["name"] = dataset.name;
  put(out, "title", dataset.title);
  put(out, "notes", dataset.notes);
  put(out, "owner_org", dataset.organization);
  put(out, "license_id", dataset.license);
  if (kind == TargetKind::directory) {
    put(out, "license_title", dataset.license_title);
    put(out, "license_url", dataset.license_url);
  }
  put(out, "version", dataset.version);
  put(out, "url", dataset.homepage);
  put(out, "author", dataset.author);
  put(out, "author_email", dataset.author_email);
  put(out, "maintainer", dataset.maintainer);
  put(out, "maintainer_email", dataset.maintainer_email);
  if (!dataset.tags.empty()) out["tags"] = named(dataset.tags);
  if (!dataset.groups.empty()) out["groups"] = named(dataset.groups);
  if (!dataset.extras.empty()) out["extras"] = extras_json(dataset.extras);
  Json& resources = out["resources"] = Json::array();
  for (const Resource& resource : dataset.resources) resources.push_back(resource_json(resource));
  return out;
}

}  // namespace anzenmap::ckan
