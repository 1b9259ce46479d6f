// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "gis/place/wkb.hpp"

/// The words of well-known text, for its reader and its writer.
namespace anzenmap::wkt {

struct Tag {
  std::string_view word;
  WkbKind kind;
};
inline constexpr std::array<Tag, 7> kTags{{{"POINT", WkbKind::point},
                                           {"LINESTRING", WkbKind::line_string},
                                           {"POLYGON", WkbKind::polygon},
                                           {"MULTIPOINT", WkbKind::multi_point},
                                           {"MULTILINESTRING", WkbKind::multi_line_string},
                                           {"MULTIPOLYGON", WkbKind::multi_polygon},
                                           {"GEOMETRYCOLLECTION", WkbKind::geometry_collection}}};

inline std::string_view tag_of(WkbKind kind) { return kTags[static_cast<std::size_t>(kind) - 1].word; }

inline char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
inline bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

inline bool same_word(std::string_view text, std::string_view word) {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (upper(text[i]) != word[i]) return false;
  return true;
}

}  // namespace anzenmap::wkt
