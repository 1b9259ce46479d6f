// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gis/base/bytes.hpp"
#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/privacy/cleared_batch.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

/// What a sink made of one batch, kept a thread and used again.
struct Formatted {
  Bytes bytes;
  std::uint64_t records = 0;
  Box box{};  ///< of the records written; valid when `has_box`
  bool has_box = false;
  std::optional<std::array<double, 2>> heights;  ///< lowest and highest; none when no record has a height
  std::vector<Diagnostic> diagnostics;  ///< what the format could not carry; `record` = index in the batch

  void clear() {
    bytes.clear();
    records = 0;
    has_box = false;
    heights.reset();
    diagnostics.clear();
  }
};

/// A place where cleared batches go. format() runs in parallel, all else in order on one thread at a time.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void begin(const Schema& schema, std::span<const Layer> layers) = 0;
  virtual void format(const ClearedBatch& batch, Formatted& out) const = 0;
  virtual void write(const Formatted& formatted) = 0;
  /// Completes the temporary file (footer, flush, fsync). Renaming is the OutputSet's.
  virtual void finish() = 0;
};

}  // namespace anzenmap
