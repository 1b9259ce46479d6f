// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ckan/site/calls.hpp"

namespace anzenmap::ckan {

/// An organisation in which the token may create datasets.
struct OwnOrganization {
  std::string name;
  std::string id;
};

/// What a CKAN says of itself and of the token, asked once each, when it is needed. Safe from several threads
/// at a time: what was asked does not change.
class SiteFacts {
 public:
  explicit SiteFacts(Calls& calls) : calls_(&calls) {}

  /// A wrong token reads as nobody, with status 200: that is an empty list here.
  [[nodiscard]] const std::vector<OwnOrganization>& organizations();
  [[nodiscard]] bool may_create_in(std::string_view name_or_id);
  [[nodiscard]] const std::vector<std::string>& licenses();
  /// site_title, ckan_version, extensions.
  [[nodiscard]] const Json& status();
  [[nodiscard]] bool has_extension(std::string_view name);

 private:
  Calls* calls_;
  std::mutex mutex_;
  std::optional<std::vector<OwnOrganization>> organizations_;
  std::optional<std::vector<std::string>> licenses_;
  std::optional<Json> status_;
};

}  // namespace anzenmap::ckan
