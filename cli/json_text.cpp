// SPDX-License-Identifier: Apache-2.0
#include "cli/json_text.hpp"

#include "exporters/report/diagnostic_json.hpp"
#include "exporters/writing/json_escape.hpp"

namespace anzenmap::cli {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json_strings(const std::vector<std::string>& values) {
  JsonList list('[');
  for (const std::string& value : values) list.element(json_string(value));
  return list.text();
}

std::string json_text(const Text& text) { return json_text(text.ja, text.en); }

std::string json_text(std::string_view ja, std::string_view en) {
  return JsonList('{').member("ja", json_string(ja)).member("en", json_string(en)).text();
}

std::string error_json(const Error& error) {
  std::string out;
  append_error_json(out, &error);
  return out;
}

void JsonList::separate() {
  if (text_.size() > 1) text_ += ',';
}

JsonList& JsonList::member(std::string_view key, std::string_view json) {
  separate();
  text_ += json_string(key);
  text_ += ':';
  text_ += json;
  return *this;
}

JsonList& JsonList::element(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

}  // namespace anzenmap::cli
