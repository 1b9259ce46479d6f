// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

/// What must be known of a request to say what its answer means.
struct Asked {
  std::string action;
  std::string host;  ///< for people
  bool with_token = false;
};

/// The `result` of CKAN's envelope. Everything else that CKAN or something in between can answer is decided
/// by status and `__type`, for the words come in the site's language. Throws ActionError.
[[nodiscard]] nlohmann::ordered_json result_of(const Response& response, const Asked& asked);

}  // namespace anzenmap::ckan
