// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gis/base/diagnostic.hpp"

namespace anzenmap::gdal {

/// Looks whether the photos that a column names (DCIM/....jpg, as QField and Mergin Maps write) stand beside
/// the file.
class PhotoPaths {
 public:
  PhotoPaths(std::string folder, std::string header, std::string separator)
      : folder_(std::move(folder)), header_(std::move(header)), separator_(std::move(separator)) {}

  void look(std::string_view cell, std::int64_t row);
  /// What is missing, once all records were seen.
  [[nodiscard]] std::optional<Diagnostic> missing() const;

 private:
  void look_at(std::string_view path, std::int64_t row);

  std::string folder_;
  std::string header_;
  std::string separator_;
  std::uint64_t all_ = 0;
  std::uint64_t missing_ = 0;
  std::string first_;
  std::int64_t first_row_ = 0;
};

}  // namespace anzenmap::gdal
