// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/scanned_columns.hpp"

namespace anzenmap {

ScannedColumn scanned_column(const Field* field) {
  ScannedColumn column;
  if (field == nullptr) return column;
  for (const std::string& held : field->holds)
    if (const auto entity = entity_named(held)) column.exempt.add(*entity);
  switch (field->role) {
    case Role::latitude:
    case Role::longitude:
    case Role::geometry:
      column.scan = Scan::none;
      return column;
    case Role::photo:
      column.scan = Scan::names;
      return column;
    default:
      break;
  }
  if (field->type == FieldType::code) {
    column.scan = Scan::odd_codes;
  } else if (field->type != FieldType::string || !field->categories.empty()) {
    column.scan = Scan::misfits;
  }
  return column;
}

ScannedColumn scanned_column(const SchemaField& field) { return scanned_column(field.profile_field); }

}  // namespace anzenmap
