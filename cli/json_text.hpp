// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// `"text"` with what JSON asks to be escaped (RFC 8259 section 7). Bytes that are no UTF-8 become U+FFFD: a
/// file name may hold anything.
[[nodiscard]] std::string json_string(std::string_view text);
/// `["...","..."]`
[[nodiscard]] std::string json_strings(const std::vector<std::string>& values);
/// `{"ja":...,"en":...}`
[[nodiscard]] std::string json_text(const Text& text);
[[nodiscard]] std::string json_text(std::string_view ja, std::string_view en);
/// `{"code":...,"message":{"ja":...,"en":...}}`
[[nodiscard]] std::string error_json(const Error& error);

/// Builds an object or an array, member by member, in the order of the calls.
class JsonList {
 public:
  explicit JsonList(char open) : text_(1, open), close_(open == '{' ? '}' : ']') {}

  /// An object's member; `json` is JSON text.
  JsonList& member(std::string_view key, std::string_view json);
  /// An array's element; `json` is JSON text.
  JsonList& element(std::string_view json);
  [[nodiscard]] std::string text() const { return text_ + close_; }

 private:
  void separate();
  std::string text_;
  char close_;
};

}  // namespace anzenmap::cli
