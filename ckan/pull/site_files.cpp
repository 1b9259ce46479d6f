// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/site_files.hpp"

#include <string_view>

#include "ckan/pull/address.hpp"
#include "ckan/pull/bounded_json.hpp"
#include "ckan/pull/pull_rules.hpp"
#include "ckan/pull/safe_name.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::ckan {
namespace {

constexpr int kNotFound = 404;
constexpr int kMostRedirects = 3;

[[noreturn]] void refuse_unknown(ActionApi& api, const std::string& name) {
  throw Error(dataset_not_published, {{"name", name, {}}, {"target", api.transport().base_url(), {}}},
              Error::Kind::refused);
}

bool is_id(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "0123456789-_") == std::string_view::npos;
}

bool is_redirect(int status) { return status >= 300 && status < 400; }
bool is_success(int status) { return status >= 200 && status < 300; }

// From https nothing goes on in the clear.
bool may_follow(std::string_view base, std::string_view to) {
  return to.starts_with("https://") || (base.starts_with("http://") && to.starts_with("http://"));
}

}  // namespace

RemoteDataset remote_at(ActionApi& api, const std::string& name) {
  Json arguments = Json::object();
  arguments["id"] = name;
  RemoteDataset dataset;
  try {
    dataset = remote_dataset(api.call("package_show", arguments, Effect::reads));
  } catch (const ActionError& error) {
    if (error.status() == kNotFound) refuse_unknown(api, name);
    throw;
  }
  if (dataset.deleted) refuse_unknown(api, name);
  return dataset;
}

bool is_uploaded(const RemoteResource& resource) {
  return text_member(resource.fields, "url_type") == "upload";
}

Fetched fetch_resource(ActionApi& api, const RemoteDataset& dataset, const RemoteResource& resource,
                       const std::string& save_to) {
  if (!is_id(dataset.id) || !is_id(resource.id)) return {false, "id"};
  std::string name = file_name_of_url(text_member(resource.fields, "url"));
  if (name.empty() || name.find('/') != std::string::npos) name = "file";
  Request request;
  request.url = "/dataset/" + dataset.id + "/resource/" + resource.id + "/download/" + percent_encoded(name);
  request.repeat = Repeat::safe;
  request.save_to = save_to;
  for (int hop = 0; hop <= kMostRedirects; ++hop) {
    const Response response = api.transport().send(request);
    if (is_success(response.status)) return {true, {}};
    const std::string to(response.header("location"));
    if (!is_redirect(response.status) || !may_follow(api.transport().base_url(), to))
      return {false, "HTTP " + std::to_string(response.status)};
    request.url = to;
  }
  return {false, "HTTP 3xx"};
}

}  // namespace anzenmap::ckan
