// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// Letters A to Z alone.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}
[[nodiscard]] inline std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  return out;
}

}  // namespace anzenmap::ckan
