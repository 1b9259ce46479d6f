// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/batch/batch.hpp"
#include "gis/pipeline/reading.hpp"

namespace anzenmap {

/// Thrown by Source::settle when what was assumed from the head of the file turned out wrong and another
/// reading fits everything that was read so far. The pipeline drops its temporary outputs and starts over
/// with `item` pinned for `file`.
struct RereadRequest {
  std::string file;
  ReadingItem item;
};

/// An open survey file that hands out its records in batches. Three steps a batch, so that the costly one
/// runs in parallel while the order stays:
///   take   one thread at a time, in order: reads the next bytes (up to a whole record's end)
///   parse  any thread: turns them into cells
///   settle one thread at a time, in order: knows all batches before this one
class Source {
 public:
  virtual ~Source() = default;

  /// The layers, in order; fixed once opened.
  [[nodiscard]] virtual std::span<const Layer> layers() const = 0;

  /// What was found while opening (title rows, hidden sheets, ...). `layer` is this source's own index.
  [[nodiscard]] virtual std::vector<Diagnostic> opening_diagnostics() { return {}; }

  /// Fills an empty batch with the next chunk (Batch::layer = own index); false at the end. Throws Error when
  /// the file cannot be read on (I/O, CRC, truncation), RereadRequest as settle does.
  virtual bool take(Batch& batch) = 0;

  /// Fills records, raw, row, line, geometry and diagnostics. Must not touch anything shared.
  virtual void parse(Batch& batch) const = 0;

  /// Makes row and line absolute, in the batch and in its diagnostics. May throw RereadRequest.
  virtual void settle(Batch& batch) = 0;

  /// After the last batch: what only the end of the file can tell (records of no batch).
  [[nodiscard]] virtual std::vector<Diagnostic> closing_diagnostics() { return {}; }
};

}  // namespace anzenmap
