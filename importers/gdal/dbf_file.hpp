// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {

/// The dBASE table of a shapefile, looked at byte by byte: GDAL does not tell what its texts are made of.
class DbfFile {
 public:
  struct Field {
    std::string name;  ///< raw bytes
    char type = 'C';
    std::size_t offset = 0;  ///< in the record
    std::size_t width = 0;
  };

  explicit DbfFile(const std::string& path);

  /// False: its header does not add up.
  [[nodiscard]] bool readable() const { return readable_; }
  /// Records as the header says.
  [[nodiscard]] std::uint64_t records() const { return records_; }
  /// Whole records that there are bytes for.
  [[nodiscard]] std::uint64_t whole_records() const;
  /// Language driver: which code page the writer says it used.
  [[nodiscard]] std::uint8_t language() const { return language_; }
  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
  [[nodiscard]] const std::string& path() const { return file_.path(); }

  /// Calls `see` for each whole record, the deletion mark first.
  void each_record(const std::function<void(std::string_view)>& see) const;

 private:
  InputFile file_;
  bool readable_ = false;
  std::uint64_t records_ = 0;
  std::size_t header_length_ = 0;
  std::size_t record_length_ = 0;
  std::uint8_t language_ = 0;
  std::vector<Field> fields_;
};

}  // namespace anzenmap::gdal
