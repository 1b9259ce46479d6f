// SPDX-License-Identifier: Apache-2.0
#include "importers/json/json_compact.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kFew = 24;

struct Level {
  bool empty = true;
  SeenKeys keys;
};

}  // namespace

bool SeenKeys::add(std::string_view key) {
  if (many_.empty()) {
    if (std::find(few_.begin(), few_.end(), key) != few_.end()) return false;
    few_.emplace_back(key);
    if (few_.size() > kFew) many_.insert(few_.begin(), few_.end());
    return true;
  }
  return many_.emplace(key).second;
}

void compact_json(JsonReader& reader, Bytes& out, std::size_t limit, std::string_view file,
                  std::vector<DuplicateKey>& duplicates) {
  const std::size_t start = out.size();
  std::vector<Level> levels;
  bool after_key = false;
  for (JsonToken token = reader.token();; token = reader.next()) {
    const bool closes = token == JsonToken::end_object || token == JsonToken::end_array;
    std::string key;
    if (token == JsonToken::key) {
      key = reader.raw();
      if (!levels.back().keys.add(reader.text())) {
        duplicates.push_back({std::string(reader.text()), reader.position().line});
        reader.next();
        reader.skip();
        continue;
      }
    }
    if (closes) {
      levels.pop_back();
    } else if (!levels.empty() && !after_key) {
      if (!levels.back().empty) out.push_back(',');
      levels.back().empty = false;
    }
    after_key = token == JsonToken::key;
    if (after_key) {
      out.append(key);
      out.push_back(':');
    } else {
      out.append(reader.raw());
    }
    if (token == JsonToken::begin_object || token == JsonToken::begin_array) levels.emplace_back();
    if (out.size() - start > limit)
      throw Error(json_too_long, {{"file", std::string(file), {}},
                                  {"line", std::to_string(reader.position().line), {}},
                                  {"limit", std::to_string(limit), {}}});
    if (levels.empty()) return;
  }
}

}  // namespace anzenmap
