// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "importers/archive/zip.hpp"
#include "importers/workbook/number_format.hpp"

namespace anzenmap {

/// The number format of each cell style (`cellXfs`) of a XLSX file.
class Styles {
 public:
  Styles() = default;
  explicit Styles(std::vector<NumberFormat> formats) : formats_(std::move(formats)) {}

  /// A style that the file does not have is plain.
  [[nodiscard]] const NumberFormat& of(std::uint32_t style) const {
    return style < formats_.size() ? formats_[style] : plain_;
  }

 private:
  std::vector<NumberFormat> formats_;
  NumberFormat plain_;
};

/// Throws Error.
[[nodiscard]] Styles read_styles(ZipEntry part);

}  // namespace anzenmap
