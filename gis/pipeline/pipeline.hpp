// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "gis/pipeline/collector.hpp"
#include "gis/pipeline/sink.hpp"
#include "gis/pipeline/source.hpp"
#include "gis/pipeline/stage.hpp"
#include "gis/privacy/veil.hpp"

namespace anzenmap {

extern const RuleInfo ledger_broken;
[[nodiscard]] std::span<const RuleInfo* const> pipeline_rules();

/// What a Pipeline runs; all of it outlives the run.
struct PipelineParts {
  Survey survey;
  std::vector<Source*> sources;        ///< in the order of the survey's layers
  std::vector<const Stage*> stages;    ///< in order, in parallel over batches
  std::vector<OrderedStage*> ordered;  ///< in order, one batch after the other
  std::vector<Sink*> sinks;
  Collector* collector = nullptr;
  const Veil* veil = nullptr;  ///< what every diagnostic of a batch goes through; none = nobody reads them
  Audience audience = Audience::internal;
  unsigned workers = 1;
  /// Records and bytes of text so far; after every batch, on any thread, one at a time.
  std::function<void(std::uint64_t records, std::uint64_t bytes)> progress;
};

/// Carries batches from the sources through the stages to the sinks. A worker takes the next numbered chunk,
/// carries it through all stages alone and writes it in its turn: no queue, no call a row, and the bytes do
/// not depend on the number of workers. Checks the ledger itself. Throws what sources and sinks throw (Error,
/// RereadRequest).
[[nodiscard]] Counts run_pipeline(const PipelineParts& parts);

}  // namespace anzenmap
