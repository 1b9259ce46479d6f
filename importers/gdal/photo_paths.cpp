// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/photo_paths.hpp"

#include <unistd.h>

#include "gis/value/blanks.hpp"
#include "importers/gdal/gdal_rules.hpp"

namespace anzenmap::gdal {

void PhotoPaths::look(std::string_view cell, std::int64_t row) {
  while (!cell.empty()) {
    const std::size_t end = separator_.empty() ? std::string_view::npos : cell.find(separator_);
    look_at(trim_blanks(cell.substr(0, end)), row);
    cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + separator_.size());
  }
}

void PhotoPaths::look_at(std::string_view path, std::int64_t row) {
  if (path.empty() || path.find("://") != std::string_view::npos) return;
  ++all_;
  const std::string full = path.front() == '/' ? std::string(path) : folder_ + "/" + std::string(path);
  if (full.size() < 4096 && full.find('\0') == std::string::npos && ::access(full.c_str(), F_OK) == 0) return;
  if (missing_++ > 0) return;
  first_ = path;
  first_row_ = row;
}

std::optional<Diagnostic> PhotoPaths::missing() const {
  if (missing_ == 0) return std::nullopt;
  Diagnostic told = make_diagnostic(photo_files_missing);
  told.column = header_;
  told.row = first_row_;
  told.value = first_;
  told.arguments = {{"column", header_, {}},
                    {"missing", std::to_string(missing_), {}},
                    {"all", std::to_string(all_), {}},
                    {"first", first_, {}}};
  return told;
}

}  // namespace anzenmap::gdal
