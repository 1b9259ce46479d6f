// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "importers/workbook/sheet.hpp"

namespace anzenmap::gdal {

/// An Excel 97-2003 workbook through GDAL, as rows of texts: headers, titles and totals are found by the
/// rules of all workbooks. Throws Error.
[[nodiscard]] std::unique_ptr<Workbook> open_xls_workbook(const std::string& path,
                                                          const std::string& module_folder);

}  // namespace anzenmap::gdal
