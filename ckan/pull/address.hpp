// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// Bytes of a path that URLs do not hold become %XX; '/' and `also_plain` stay.
[[nodiscard]] std::string percent_encoded(std::string_view path, std::string_view also_plain = {});

}  // namespace anzenmap::ckan
