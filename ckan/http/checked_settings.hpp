// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ckan/http/transport.hpp"
#include "ckan/http/web_address.hpp"

namespace anzenmap::ckan {

/// Settings that were looked through before anything is sent.
struct CheckedSettings {
  TransportSettings values;
  WebAddress base;
};

/// Throws Error of kind usage: unusable URL, proxy, token or certificate file.
[[nodiscard]] CheckedSettings checked(TransportSettings settings);

}  // namespace anzenmap::ckan
