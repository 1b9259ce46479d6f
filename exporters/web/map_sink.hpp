// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "exporters/web/map_photos.hpp"
#include "exporters/web/map_settings.hpp"
#include "gis/files/output_set.hpp"
#include "gis/pipeline/sink.hpp"

namespace anzenmap {

/// Writes accepted records as one self-contained HTML page: a map that opens from a file, with its data,
/// script and style inside. Only public columns are in it. Records go to the file as they come, so memory
/// does not grow with the survey; what needs all of them (counts, legend, dates) the page's script finds out.
class MapSink final : public Sink {
 public:
  MapSink(OutputStream& out, MapSettings settings);

  void begin(const Schema& schema, std::span<const Layer> layers) override;
  void format(const ClearedBatch& batch, Formatted& out) const override;
  void write(const Formatted& formatted) override;
  /// Whom the whole dataset is for; internal unless it is said. Before finish().
  void conclude(Audience audience) { audience_ = audience; }
  void finish() override;

  /// More records than the settings' limit: what was written is no whole page.
  [[nodiscard]] bool left_out() const { return left_out_.load(std::memory_order_relaxed); }

 private:
  void write_record(const Batch& batch, std::size_t record, Bytes& out) const;
  void write_photo(const Batch& batch, std::size_t record, Formatted& out) const;

  OutputStream* out_;
  MapSettings settings_;
  const Schema* schema_ = nullptr;
  std::vector<std::size_t> shown_;  ///< public fields
  MapPhotos photos_;
  int id_field_ = -1;
  int photo_field_ = -1;  ///< public, and photos are wanted
  std::uint64_t records_ = 0;
  std::atomic<bool> left_out_{false};
  Audience audience_ = Audience::internal;
};

}  // namespace anzenmap
