// SPDX-License-Identifier: Apache-2.0
#include "ckan/http/transport.hpp"

namespace anzenmap::ckan {

std::string_view Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

}  // namespace anzenmap::ckan
