// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace anzenmap {

/// A count or an index in an attribute; `otherwise` when it is none or above 4,294,967,295.
[[nodiscard]] constexpr std::uint32_t attribute_number(std::string_view text, std::uint32_t otherwise = 0) {
  if (text.empty()) return otherwise;
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
    if (number > 0xFFFF'FFFFu) return otherwise;
  }
  return static_cast<std::uint32_t>(number);
}

/// xsd:boolean.
[[nodiscard]] constexpr bool attribute_flag(std::string_view text) { return text == "1" || text == "true"; }

}  // namespace anzenmap
