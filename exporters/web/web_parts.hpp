// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anzenmap {

/// Whether this build has the npm packages that the map page is made of (cmake/AnzenmapWebParts.cmake).
[[nodiscard]] bool web_parts_present();
/// A part of the page by name ("map.js", "words.json"); empty when there is none.
[[nodiscard]] std::string_view web_part(std::string_view name);
/// Its hash as a Content Security Policy names it, "sha256-...".
[[nodiscard]] std::string_view web_part_hash(std::string_view name);

}  // namespace anzenmap
