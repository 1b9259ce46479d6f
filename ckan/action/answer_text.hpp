// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace anzenmap::ckan {

/// Text of a server as a message may quote it: well-formed UTF-8 on one line, without control or direction
/// characters, at most so many characters. Empty when it is not text.
[[nodiscard]] std::string quotable(std::string_view text, std::size_t most_characters);

[[nodiscard]] bool looks_like_html(std::string_view body, std::string_view content_type);
/// The page's title, quotable; empty = none. Nothing else of a page is ever shown.
[[nodiscard]] std::string title_of_page(std::string_view html);
/// Whether the page asks for a password.
[[nodiscard]] bool is_login_page(std::string_view html);

/// Whether brackets nest so deep that reading the tree would be a risk.
[[nodiscard]] bool nests_too_deep(std::string_view json);

/// CKAN's `error` object as a list of fields and its words: "name（データセット名）: ...; tags[2]: ...".
struct FieldWords {
  std::string ja;
  std::string en;
};
[[nodiscard]] FieldWords words_of_fields(const nlohmann::ordered_json& fields);

}  // namespace anzenmap::ckan
