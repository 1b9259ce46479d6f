// SPDX-License-Identifier: Apache-2.0
#include "gis/pipeline/reading.hpp"

namespace anzenmap {

std::string_view name_of(DecidedBy by) {
  switch (by) {
    case DecidedBy::person:
      return "person";
    case DecidedBy::profile:
      return "profile";
    case DecidedBy::file:
      return "file";
    case DecidedBy::detected:
      return "detected";
  }
  return "";
}

void Reading::decide(std::string_view key, std::string_view value, DecidedBy by, std::string_view ja,
                     std::string_view en) {
  ReadingItem item{std::string(key), std::string(value), by, std::string(ja), std::string(en)};
  for (ReadingItem& known : items) {
    if (known.key == key) {
      known = std::move(item);
      return;
    }
  }
  items.push_back(std::move(item));
}

const ReadingItem* Reading::find(std::string_view key) const {
  for (const ReadingItem& item : items)
    if (item.key == key) return &item;
  return nullptr;
}

}  // namespace anzenmap
