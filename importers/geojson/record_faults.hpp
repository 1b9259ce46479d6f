// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "gis/base/diagnostic.hpp"
#include "gis/batch/batch.hpp"
#include "importers/geojson/outline.hpp"

namespace anzenmap {

/// Tells what is wrong with the record that is being read, with its row, line and the path of the place in
/// the file, "features[3].geometry.coordinates[0][2]" (counted from 0, as programs do).
class RecordFaults {
 public:
  RecordFaults(Batch& batch, GeoJsonRoot root) : batch_(&batch), root_(root) {}

  void begin(std::size_t record, std::int64_t row) {
    record_ = record;
    row_ = row;
  }
  [[nodiscard]] std::size_t record() const { return record_; }

  /// `path` as path() or geometry_path() makes it; `value` is cut when it is long.
  Diagnostic& tell(const RuleInfo& rule, std::int64_t line, std::string path, std::string_view value = {});

  /// Of the feature, or of `member` of it.
  [[nodiscard]] std::string path(std::string_view member = {}) const;

 private:
  Batch* batch_;
  GeoJsonRoot root_;
  std::size_t record_ = 0;
  std::int64_t row_ = 1;
};

/// The argument {found} of a message about a type: what it is, or that there is none.
[[nodiscard]] Argument type_found(std::string_view type);

}  // namespace anzenmap
