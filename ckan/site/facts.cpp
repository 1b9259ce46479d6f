// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/facts.hpp"

#include <algorithm>

namespace anzenmap::ckan {
namespace {

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

const std::vector<OwnOrganization>& SiteFacts::organizations() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (organizations_) return *organizations_;
  Json arguments = Json::object();
  arguments["permission"] = "create_dataset";
  arguments["include_dataset_count"] = false;
  std::vector<OwnOrganization> found;
  for (const Json& one : calls_->read("organization_list_for_user", arguments))
    if (one.is_object()) found.push_back({text_of(one, "name"), text_of(one, "id")});
  return organizations_.emplace(std::move(found));
}

bool SiteFacts::may_create_in(std::string_view name_or_id) {
  const auto& own = organizations();
  return std::any_of(own.begin(), own.end(), [&](const OwnOrganization& one) {
    return one.name == name_or_id || one.id == name_or_id;
  });
}

const std::vector<std::string>& SiteFacts::licenses() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (licenses_) return *licenses_;
  std::vector<std::string> found;
  for (const Json& one : calls_->read("license_list", Json::object()))
    if (one.is_object()) found.push_back(text_of(one, "id"));
  return licenses_.emplace(std::move(found));
}

const Json& SiteFacts::status() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!status_) status_ = calls_->read("status_show", Json::object());
  return *status_;
}

bool SiteFacts::has_extension(std::string_view name) {
  const Json extensions = status().value("extensions", Json::array());
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const Json& one) { return one.is_string() && one.get<std::string>() == name; });
}

}  // namespace anzenmap::ckan
