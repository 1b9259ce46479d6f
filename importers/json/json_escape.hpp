// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gis/base/bytes.hpp"

namespace anzenmap {

/// Value of a hexadecimal digit, -1 for anything else.
[[nodiscard]] inline int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes what stands between the quotes of a JSON string that JsonReader let through, in place (the UTF-8
/// is never longer than the escapes); returns the new size.
std::size_t decode_json_escapes(char* body, std::size_t size);

/// Appends a JSON string with its quotes: only ", \ and control characters are escaped.
void append_json_string(Bytes& out, std::string_view text);

}  // namespace anzenmap
