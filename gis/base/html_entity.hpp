// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anzenmap {

/// How HTML writes a character that would be markup in a text or a quoted attribute; empty for all others.
/// https://html.spec.whatwg.org/multipage/parsing.html#escapingString, and ' beside ".
[[nodiscard]] constexpr std::string_view html_entity(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace anzenmap
