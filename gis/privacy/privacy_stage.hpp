// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gis/privacy/cleared_batch.hpp"

namespace anzenmap {

/// The only maker of cleared batches.
class PrivacyStage {
 public:
  [[nodiscard]] static ClearedBatch clear(const Batch& batch, const Schema& schema,
                                          const std::vector<int>& original, Audience audience) {
    return {batch, schema, original, audience};
  }
};

}  // namespace anzenmap
