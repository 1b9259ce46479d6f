// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "importers/archive/zip.hpp"
#include "importers/workbook/shared_strings.hpp"
#include "importers/workbook/sheet.hpp"
#include "importers/workbook/styles.hpp"

namespace anzenmap {

/// What the sheets of one XLSX file share.
struct XlsxContext {
  SharedStrings strings;
  Styles styles;
  bool date_1904 = false;
  std::size_t row_limit = 0;  ///< bytes of one row; longer is an Error
};

/// Reads the worksheet part `part`. `comments` is what the sheet's own comment part holds. `context` must
/// outlive the reader.
[[nodiscard]] std::unique_ptr<SheetReader> read_xlsx_sheet(ZipEntry part, std::string sheet,
                                                           const XlsxContext& context,
                                                           std::uint64_t comments);

}  // namespace anzenmap
