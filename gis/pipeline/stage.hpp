// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gis/batch/batch.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/profile/mapping.hpp"

namespace anzenmap {

/// What every stage may look at: fixed before the first batch, shared by all workers.
struct Survey {
  const Profile* profile = nullptr;
  std::span<const Layer> layers;
  const SurveyMapping* mapping = nullptr;

  [[nodiscard]] const Schema& schema() const { return mapping->schema; }
  [[nodiscard]] const LayerMapping& layer(const Batch& batch) const { return mapping->layers[batch.layer]; }
  /// The header of a field as the person of this layer wrote it; the field's own name when it is derived.
  [[nodiscard]] const std::string& header(const Batch& batch, std::size_t field) const {
    const int raw = layer(batch).field_to_raw[field];
    return raw >= 0 ? layer(batch).columns[static_cast<std::size_t>(raw)].header
                    : schema().fields[field].name;
  }
};

/// A step that looks at one batch alone. `worker` tells threads apart (0, 1, ...), for tools that are not
/// shared.
class Stage {
 public:
  virtual ~Stage() = default;
  virtual void process(Batch& batch, unsigned worker) const = 0;
};

/// A step that spans records (unique IDs, duplicates): gets the batches in order, one thread at a time, after
/// their Stages and before the sinks. It may reject or merge, and should look only at what workers prepared.
class OrderedStage {
 public:
  virtual ~OrderedStage() = default;
  virtual void process(Batch& batch) = 0;
};

/// Starts a diagnostic about one record and keeps it with the batch. `value` is quoted as the person wrote
/// it.
Diagnostic& tell(Batch& batch, const RuleInfo& rule, std::size_t record, std::string_view column,
                 std::string_view value);

/// The same, and the record goes to the rejects.
Diagnostic& reject(Batch& batch, const RuleInfo& rule, std::size_t record, std::string_view column,
                   std::string_view value);

}  // namespace anzenmap
