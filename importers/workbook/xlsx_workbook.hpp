// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>

#include "importers/archive/zip.hpp"
#include "importers/workbook/sheet.hpp"

namespace anzenmap {

/// Opens a workbook of Office Open XML (ISO/IEC 29500, transitional or strict). `row_limit`: bytes of one
/// row. Throws Error.
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx_workbook(ZipArchive archive, std::size_t row_limit);

}  // namespace anzenmap
