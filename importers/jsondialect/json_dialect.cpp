// SPDX-License-Identifier: Apache-2.0
#include "importers/jsondialect/json_dialect.hpp"

#include <algorithm>

#include "gis/base/error.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {

std::string value_bytes(JsonReader& reader, const InputFile& file, std::size_t limit) {
  const JsonPosition begin = reader.position();
  reader.skip();
  const auto size = static_cast<std::size_t>(reader.consumed() - begin.offset);
  if (size > limit)
    throw Error(json_too_long, {{"file", file.name(), {}},
                                {"line", std::to_string(begin.line), {}},
                                {"limit", std::to_string(limit), {}}});
  std::string bytes(size, '\0');
  if (file.read_at(begin.offset, bytes.data(), size) != size)
    throw Error(json_changed, {{"file", file.name(), {}}});
  std::replace_if(
      bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return bytes;
}

}  // namespace anzenmap
