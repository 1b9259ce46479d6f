// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/batch/batch.hpp"
#include "gis/profile/schema.hpp"

namespace anzenmap {

enum class Audience { public_, internal };
[[nodiscard]] std::string_view name_of(Audience audience);

/// A batch that the privacy stage let through: the only thing that sinks accept, so that publishing by
/// mistake does not compile. Only PrivacyStage makes one. `original[i]` tells for Schema::original[i] the raw
/// column of this batch's layer that it comes from, or -1.
class ClearedBatch {
 public:
  [[nodiscard]] const Batch& batch() const { return *batch_; }
  [[nodiscard]] const Schema& schema() const { return *schema_; }
  [[nodiscard]] const std::vector<int>& original() const { return *original_; }
  [[nodiscard]] Audience audience() const { return audience_; }

 private:
  friend class PrivacyStage;
  ClearedBatch(const Batch& batch, const Schema& schema, const std::vector<int>& original, Audience audience)
      : batch_(&batch), schema_(&schema), original_(&original), audience_(audience) {}

  const Batch* batch_;
  const Schema* schema_;
  const std::vector<int>* original_;
  Audience audience_;
};

}  // namespace anzenmap
