// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "gis/base/bytes.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {

/// The names that one object had so far.
class SeenKeys {
 public:
  /// False when `key` was there already.
  bool add(std::string_view key);

 private:
  std::vector<std::string> few_;  ///< looked through one by one
  std::unordered_set<std::string> many_;
};

struct DuplicateKey {
  std::string key;
  std::int64_t line;
};

/// Appends the value whose first token next() just gave, without blanks between the tokens; the tokens stay
/// as they are written. A member whose name its object had before is left out and told. Throws Error
/// (json_too_long) when more than `limit` bytes come together; `file` is the name in it.
void compact_json(JsonReader& reader, Bytes& out, std::size_t limit, std::string_view file,
                  std::vector<DuplicateKey>& duplicates);

}  // namespace anzenmap
