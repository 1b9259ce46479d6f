// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "ckan/http/transport.hpp"
#include "ckan/http/web_address.hpp"

namespace anzenmap::ckan {

/// Where a redirect leads when it may be followed: the same request, within the origin or from http to https
/// of the same host. Empty = the answer stays as it is.
[[nodiscard]] std::optional<WebAddress> followed_redirect(const Request& request, const WebAddress& from,
                                                          const Response& response);

}  // namespace anzenmap::ckan
