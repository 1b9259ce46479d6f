// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/archive/zip.hpp"

namespace anzenmap {

/// The text table of a XLSX file, in one buffer.
struct SharedStrings {
  static constexpr std::size_t kLimit = std::size_t{512} << 20;  ///< bytes; a longer table is an Error

  std::string text;
  std::vector<std::size_t> offsets;  ///< of each string, and the end of the last

  /// How a string's words are read, where the keyboard's conversion left that.
  struct Reading {
    std::size_t index;  ///< of the string
    std::size_t offset;
    std::size_t length;
  };
  std::string furigana;
  std::vector<Reading> readings;  ///< by index; offsets into `furigana`

  [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
  /// In katakana; empty when the file does not say it.
  [[nodiscard]] std::string_view furigana_of(std::size_t index) const noexcept;
};

/// Throws Error.
[[nodiscard]] SharedStrings read_shared_strings(ZipEntry part);

}  // namespace anzenmap
