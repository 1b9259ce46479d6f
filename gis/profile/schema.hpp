// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/profile/profile.hpp"

namespace anzenmap {

/// One column of the outputs.
struct SchemaField {
  const Field* profile_field = nullptr;  ///< nullptr = a column that the profile does not know
  std::string name;                      ///< CSV header and GeoJSON property name
  FieldType type = FieldType::string;
  Role role = Role::none;
  Privacy privacy = Privacy::internal;
  bool derived = false;  ///< the input has no such column

  /// Cells without cell_flag::kAsText are JSON number tokens.
  [[nodiscard]] bool is_number() const {
    return type == FieldType::number || type == FieldType::integer || type == FieldType::boolean;
  }
};

/// The columns of the outputs: profile fields that occur or are derived, in profile order, then unknown
/// columns in order of appearance. Fixed before the first batch. Personal columns are not in it.
struct Schema {
  std::vector<SchemaField> fields;
  std::string profile_name;
  /// Original columns over all layers, in order of appearance, without personal ones: what the rejects file
  /// shows.
  std::vector<std::string> original;
  std::string foreign;  ///< foreign members of the input collection as JSON text `"k":v`; may be empty

  [[nodiscard]] int find(Role role) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].role == role) return static_cast<int>(i);
    return -1;
  }
};

}  // namespace anzenmap
