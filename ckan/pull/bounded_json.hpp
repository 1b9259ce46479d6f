// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// Parses text from elsewhere: a discarded value (`is_discarded()`) when it is no JSON in UTF-8 or is nested
/// deeper than any catalogue's. Working with a tree is recursive, so depth is a matter of safety.
[[nodiscard]] nlohmann::ordered_json parse_bounded(std::string_view text);

/// Indented by two, a line break at the end; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string pretty_json(const nlohmann::ordered_json& tree);

/// The member when it is a text; else empty.
[[nodiscard]] std::string text_member(const nlohmann::ordered_json& object, const char* key);

}  // namespace anzenmap::ckan
