// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"

namespace anzenmap::gdal {

/// A GeoPackage whose last changes stand in a file of their own (NAME.gpkg-wal), or did.
[[nodiscard]] std::vector<Diagnostic> look_at_journal(const std::string& path, std::string_view head);

/// A GeoPackage and its journal in a folder of their own while they are read: SQLite writes beside a database
/// that has a journal, and nothing is to change where the input lies.
class JournalCopy {
 public:
  /// Throws Error when there is no room.
  explicit JournalCopy(const std::string& path);
  ~JournalCopy();
  JournalCopy(const JournalCopy&) = delete;
  JournalCopy& operator=(const JournalCopy&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

  [[nodiscard]] static bool needed(const std::string& path);

 private:
  std::string folder_;
  std::string path_;
};

/// "GeoPackage 1.2" and the app that it comes from, as far as the files around it show that.
void describe_geopackage(const std::string& path, std::string_view head, Reading& reading);

/// What lies beside a file: its folder.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace anzenmap::gdal
