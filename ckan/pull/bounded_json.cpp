// SPDX-License-Identifier: Apache-2.0
#include "ckan/pull/bounded_json.hpp"

#include <algorithm>
#include <string>

#include "gis/base/utf8.hpp"

namespace anzenmap::ckan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 64;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

int depth_of(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (quoted) {
      if (byte == '\\') ++i;
      quoted = byte != '"';
    } else if (byte == '"') {
      quoted = true;
    } else if (byte == '{' || byte == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (byte == '}' || byte == ']') {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

nlohmann::ordered_json parse_bounded(std::string_view text) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  if (depth_of(text) > kDeepest || first_invalid_utf8(text) != std::string_view::npos)
    return Json(Json::value_t::discarded);
  return Json::parse(text.begin(), text.end(), nullptr, false);
}

std::string pretty_json(const nlohmann::ordered_json& tree) {
  return tree.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string text_member(const nlohmann::ordered_json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace anzenmap::ckan
