// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ckan/action/action_api.hpp"
#include "ckan/remote.hpp"

namespace anzenmap::ckan {

/// The dataset as the site's database has it. Throws Error when it has none of that name.
[[nodiscard]] RemoteDataset remote_at(ActionApi& api, const std::string& name);

/// Whether its file lies on the site, and is no link to another one.
[[nodiscard]] bool is_uploaded(const RemoteResource& resource);

/// How fetching a file ended.
struct Fetched {
  bool whole = false;
  std::string reason;  ///< why not, e.g. "HTTP 404"
};
/// Downloads a resource's file. By the base URL that the person gave, because a site's own idea of its
/// address may be wrong; where it sends elsewhere for files, the token does not go along. Throws
/// TransportError.
[[nodiscard]] Fetched fetch_resource(ActionApi& api, const RemoteDataset& dataset,
                                     const RemoteResource& resource, const std::string& save_to);

}  // namespace anzenmap::ckan
