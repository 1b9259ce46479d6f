// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "importers/archive/zip.hpp"
#include "importers/workbook/sheet.hpp"

namespace anzenmap {

inline constexpr const char* kOdsContent = "content.xml";
/// office:document-content / office:body / office:spreadsheet / table:table
inline constexpr int kOdsTableDepth = 4;

/// Reads the `ordinal`th table of content.xml and stops behind it.
[[nodiscard]] std::unique_ptr<SheetReader> read_ods_sheet(ZipEntry content, std::size_t ordinal,
                                                          std::string sheet, std::size_t row_limit);

}  // namespace anzenmap
