// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gis/pipeline/source.hpp"
#include "importers/importer.hpp"
#include "importers/workbook/sheet.hpp"

namespace anzenmap {

/// The survey tables of a workbook: each visible sheet with place columns; where none has any, the first with
/// known headers, else the first with anything in it. What is not read is named. Throws Error.
[[nodiscard]] std::unique_ptr<Source> open_workbook_source(std::unique_ptr<Workbook> workbook,
                                                           const ReadOptions& options,
                                                           const Profile& profile);

}  // namespace anzenmap
