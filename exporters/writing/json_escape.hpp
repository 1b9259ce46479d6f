// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anzenmap {

/// Writes the inside of a JSON string (RFC 8259 section 7) in blocks of 16 bytes and returns the end. Reads
/// and writes up to kSlack bytes past either end. The input is taken to be UTF-8.
char* escape_json(char* out, const char* in, std::size_t size) noexcept;

/// Bytes that escape_json() writes for `text`.
[[nodiscard]] std::size_t escaped_size(std::string_view text) noexcept;

/// Appends a whole JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD: for reports, which
/// quote cells that did not decode.
void append_json_string(std::string& out, std::string_view text);

}  // namespace anzenmap
