// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "importers/importer.hpp"

namespace anzenmap {

/// Excel workbooks (.xlsx, .xlsm). Files that are protected by a password or of the old format (.xls) are
/// known by their bytes and refused with the way out.
extern const Importer xlsx_importer;

/// OpenDocument spreadsheets (.ods).
extern const Importer ods_importer;

/// Throws Error for a file of the old format's container that is an encrypted workbook inside.
void refuse_encrypted_workbook(const std::string& path);

/// The same from memory; `name` is what messages call the file.
[[nodiscard]] std::unique_ptr<Source> open_xlsx_bytes(std::string bytes, const std::string& name,
                                                      const ReadOptions& options, const Profile& profile);
[[nodiscard]] std::unique_ptr<Source> open_ods_bytes(std::string bytes, const std::string& name,
                                                     const ReadOptions& options, const Profile& profile);

}  // namespace anzenmap
