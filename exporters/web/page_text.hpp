// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gis/base/bytes.hpp"

namespace anzenmap {

/// Appends a JSON string that may stand inside a script element: `<` and the line separators U+2028 and
/// U+2029 are escaped, so that no value can end the element, and bytes that are no UTF-8 become U+FFFD.
void append_script_string(Bytes& out, std::string_view text);
void append_script_string(std::string& out, std::string_view text);

/// JSON text with the same characters escaped. They can only stand inside its strings.
[[nodiscard]] std::string script_json(std::string_view json);

/// The text as the content of an HTML element or a double-quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace anzenmap
