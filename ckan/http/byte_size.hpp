// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace anzenmap::ckan {

/// "3.4 MB" (of 1,000,000 bytes); the same in both languages.
[[nodiscard]] std::string shown_bytes(std::uint64_t bytes);

}  // namespace anzenmap::ckan
