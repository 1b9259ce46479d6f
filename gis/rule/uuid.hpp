// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// UUIDv5 (RFC 9562 section 5.5, SHA-1) of `name` in Anzenmap's own namespace: equal names give equal ids,
/// for ever.
[[nodiscard]] std::string make_uuid(std::string_view name);

}  // namespace anzenmap
