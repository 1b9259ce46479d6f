// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/privacy/entity.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

/// How a column's cells are looked at.
enum class Scan {
  none,      ///< coordinates, shapes
  words,     ///< a person's sentences
  names,     ///< names of files: a full name counts without honorific
  misfits,   ///< typed: only cells that hold words in place of a value
  odd_codes  ///< codes: only cells with other than ASCII
};

struct ScannedColumn {
  Scan scan = Scan::words;
  EntitySet exempt;  ///< public in this column
};

[[nodiscard]] ScannedColumn scanned_column(const SchemaField& field);
/// A column of the profile that is not written, or one that no field stands for (nullptr).
[[nodiscard]] ScannedColumn scanned_column(const Field* field);

}  // namespace anzenmap
