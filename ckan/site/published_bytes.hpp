// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

struct PublishedBytes {
  int status = 0;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< empty when the status is not 200
};

/// What a reader gets from a URL, through a temporary file. Throws Error.
[[nodiscard]] PublishedBytes download(Transport& transport, const std::string& url);

}  // namespace anzenmap::ckan
