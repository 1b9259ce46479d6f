// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "exporters/writing/slack_copy.hpp"
#include "gis/files/output_set.hpp"
#include "gis/pipeline/sink.hpp"

namespace anzenmap {

/// Writes accepted records as one FeatureCollection (RFC 7946): UTF-8 without BOM, longitude and latitude on
/// WGS 84 with at most 7 decimals, a feature a line, bbox and foreign members after the features. The same
/// records give the same bytes on every machine.
class GeoJsonSink final : public Sink {
 public:
  explicit GeoJsonSink(OutputStream& out) : out_(&out) {}

  void begin(const Schema& schema, std::span<const Layer> layers) override;
  void format(const ClearedBatch& batch, Formatted& out) const override;
  void write(const Formatted& formatted) override;
  void finish() override;

  /// Of all features written so far: west, south, east, north.
  [[nodiscard]] const std::optional<Box>& box() const { return box_; }

 private:
  struct Cells;
  struct Page;
  [[nodiscard]] std::vector<Cells> cells_of(const Batch& batch) const;
  [[nodiscard]] std::size_t most_bytes(const Batch& batch) const;
  void write_feature(Page& page, std::size_t record) const;
  void write_id(Page& page, std::size_t record) const;
  void write_geometry(Page& page, std::size_t record) const;
  void write_point(Page& page, std::size_t record) const;
  void write_wkb(Page& page, std::size_t record) const;

  OutputStream* out_;
  Constants constants_;              ///< what stands before each value: piece i for field i
  std::vector<bool> number_;         ///< of each field
  std::size_t before_geometry_ = 0;  ///< numbers of other pieces
  std::size_t before_point_ = 0;
  std::size_t before_id_ = 0;
  std::size_t before_properties_ = 0;
  int id_field_ = -1;
  int shape_field_ = -1;
  std::string foreign_;
  bool first_ = true;
  std::optional<Box> box_;
  std::optional<std::array<double, 2>> heights_;
};

}  // namespace anzenmap
