// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anzenmap::markup {

/// What a person sees of a piece of HTML.
struct HtmlText {
  std::string text;                 ///< lines, without blank ones; no blanks at their ends
  std::vector<std::string> images;  ///< src of each <img>, once
  bool embedded_image = false;      ///< one was written in place (data:) and has no name
};

/// Turns the HTML of a balloon into text: line breaks where <br>, <p> and table rows break, two cells of a
/// row as "first: second", entities decoded, the address of a link behind its words unless it is them. A "<"
/// that begins no HTML tag stays; text without any tag that breaks lines keeps its own line breaks.
[[nodiscard]] HtmlText html_text(std::string_view html);

/// Has a tag or an entity of HTML; text that has none is already what a person sees.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace anzenmap::markup
