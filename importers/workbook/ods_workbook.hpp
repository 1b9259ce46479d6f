// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include "importers/archive/zip.hpp"
#include "importers/workbook/sheet.hpp"

namespace anzenmap {

/// Opens an OpenDocument spreadsheet (ISO/IEC 26300, OASIS 1.2 and 1.3). `row_limit`: bytes of one row.
/// Throws Error.
[[nodiscard]] std::unique_ptr<Workbook> open_ods_workbook(ZipArchive archive, std::size_t row_limit);

}  // namespace anzenmap
