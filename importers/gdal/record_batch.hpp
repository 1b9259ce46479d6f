// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/batch/batch.hpp"
#include "importers/gdal/layer_plan.hpp"
#include "importers/gdal/module/module_interface.hpp"
#include "importers/gdal/photo_paths.hpp"

namespace anzenmap::gdal {

/// Makes records of a batch of what GDAL hands over, layer by layer.
class RecordBatch final : public RecordSink {
 public:
  /// `plan` must outlive it; `layer` is the index that batches and diagnostics get, `folder` where the file
  /// lies.
  RecordBatch(const LayerPlan& plan, const LayerInfo& info, std::uint32_t layer, const std::string& folder,
              std::size_t record_limit);

  /// An empty batch to fill.
  void into(Batch& batch);
  void record(const Record& record) override;

  [[nodiscard]] std::int64_t records() const { return row_; }
  /// What only the end of the layer can tell.
  [[nodiscard]] std::vector<Diagnostic> closing() const;

 private:
  void put_cells(const Record& record);
  void put_text(std::size_t column, std::string_view text, bool raw);
  void put_decoded(std::size_t column, std::string_view text, Encoding encoding);
  void put_moment(std::size_t column, const Value& value);
  void push(std::size_t column, std::size_t from);
  void put_geometry(const Record& record);
  void put_shape(std::string_view wkb);
  void tell_reason(const Record& record);

  const LayerPlan& plan_;
  const LayerInfo& info_;
  std::uint32_t layer_;
  std::size_t record_limit_;
  bool degrees_;
  Batch* batch_ = nullptr;
  std::int64_t row_ = 0;
  std::string scratch_;
  std::vector<PhotoPaths> photos_;
  std::vector<std::size_t> photo_columns_;
  std::uint64_t curved_ = 0;
  std::uint64_t measured_ = 0;
  std::uint64_t rounded_ = 0;
  std::uint64_t days_ = 0;
};

}  // namespace anzenmap::gdal
