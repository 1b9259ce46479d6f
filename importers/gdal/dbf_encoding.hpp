// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/encoding/encoding.hpp"
#include "gis/pipeline/reading.hpp"
#include "importers/gdal/dbf_file.hpp"

namespace anzenmap::gdal {

/// What one pass over all texts of a .dbf found out.
struct DbfText {
  Encoding encoding = Encoding::utf8;
  ReadingItem item;                 ///< for the Reading
  std::string contradicted;         ///< what the file says, when its bytes say otherwise
  std::uint64_t deleted = 0;        ///< records that are marked as deleted
  std::vector<std::uint64_t> full;  ///< of each field: texts that fill it to the last byte
};

/// Decides the encoding: what a person said, else the .cpg file, else the language driver, else what the
/// bytes are. What the file says is believed only when all its bytes decode so. `cpg` = the content of the
/// .cpg, empty = none.
[[nodiscard]] DbfText look_at_texts(const DbfFile& dbf, std::string_view cpg,
                                    const std::optional<std::string>& said);

}  // namespace anzenmap::gdal
