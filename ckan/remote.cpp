// SPDX-License-Identifier: Apache-2.0
#include "ckan/remote.hpp"

#include <algorithm>
#include <utility>

namespace anzenmap::ckan {
namespace {

constexpr std::string_view kHashPrefix = "sha256:";

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

// CKAN gives a number; plugins that store files elsewhere have been seen to give texts.
std::uint64_t size_of(const Json& object) {
  const auto found = object.find("size");
  if (found == object.end()) return 0;
  if (found->is_number_integer()) return *found > 0 ? found->get<std::uint64_t>() : 0;
  if (!found->is_string()) return 0;
  std::uint64_t size = 0;
  for (const char digit : found->get<std::string>()) {
    if (digit < '0' || digit > '9' || size > (std::uint64_t{1} << 59U)) return 0;
    size = size * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return size;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sha256_of(const Json& object) {
  std::string hash = text_of(object, "hash");
  for (char& byte : hash)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  if (hash.starts_with(kHashPrefix)) hash.erase(0, kHashPrefix.size());
  return is_sha256(hash) ? hash : std::string();
}

std::string last_part(std::string url) {
  url.erase(std::min(url.find_first_of("?#"), url.size()));
  return url.substr(url.rfind('/') + 1);
}

RemoteResource remote_resource(Json dictionary) {
  RemoteResource resource;
  resource.key = text_of(dictionary, kKeyMember);
  resource.id = text_of(dictionary, "id");
  resource.file_name = last_part(text_of(dictionary, "url"));
  resource.sha256 = sha256_of(dictionary);
  resource.bytes = size_of(dictionary);
  resource.fields = std::move(dictionary);
  return resource;
}

}  // namespace

RemoteDataset remote_dataset(Json dictionary) {
  RemoteDataset remote;
  remote.name = text_of(dictionary, "name");
  remote.id = text_of(dictionary, "id");
  remote.modified = text_of(dictionary, "metadata_modified");
  remote.is_private = flag_of(dictionary, "private");
  remote.deleted = text_of(dictionary, "state") == "deleted";
  if (const auto found = dictionary.find("resources"); found != dictionary.end()) {
    if (found->is_array())
      for (Json& resource : *found)
        if (resource.is_object()) remote.resources.push_back(remote_resource(std::move(resource)));
    dictionary.erase("resources");
  }
  remote.fields = std::move(dictionary);
  return remote;
}

std::string extra_of(const RemoteDataset& remote, std::string_view key) {
  const auto extras = remote.fields.find("extras");
  if (extras == remote.fields.end() || !extras->is_array()) return {};
  for (const Json& extra : *extras)
    if (extra.is_object() && text_of(extra, "key") == key) return text_of(extra, "value");
  return {};
}

bool is_marked(const RemoteResource& resource) { return !text_of(resource.fields, kUnfinished).empty(); }

bool is_unfinished(const RemoteDataset& remote) {
  if (!remote.is_private) return false;
  if (!extra_of(remote, kUnfinished).empty()) return true;
  // A site that drops extras: the hash of ours comes only with the file.
  return std::any_of(remote.resources.begin(), remote.resources.end(), [](const RemoteResource& one) {
    return !one.key.empty() && one.sha256.empty() && text_of(one.fields, "url_type") == "upload";
  });
}

}  // namespace anzenmap::ckan
