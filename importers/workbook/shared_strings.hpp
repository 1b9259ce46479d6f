// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "importers/workbook/zip.hpp"

namespace anzenmap {

/// The text table of a XLSX file, in one buffer.
struct SharedStrings {
  static constexpr std::size_t kLimit = std::size_t{512} << 20;  ///< bytes; a longer table is an Error

  std::string text;
  std::vector<std::size_t> offsets;  ///< of each string, and the end of the last

  [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
};

/// Throws Error.
[[nodiscard]] SharedStrings read_shared_strings(ZipEntry part);

}  // namespace anzenmap
