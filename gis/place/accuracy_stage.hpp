// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/pipeline/stage.hpp"

namespace anzenmap {

/// Tells places that may lie further off than the profile's limit. The accuracy stays a column: digits are
/// never cut to say it.
class AccuracyStage : public Stage {
 public:
  explicit AccuracyStage(const Survey& survey);
  void process(Batch& batch, unsigned worker) const override;

 private:
  Survey survey_;
  int field_;
};

extern const RuleInfo place_inaccurate;

}  // namespace anzenmap
