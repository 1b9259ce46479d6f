// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gis/rule/batch_rule.hpp"

namespace anzenmap {

/// Runs the rules that a survey has columns for.
class RuleStage : public Stage {
 public:
  RuleStage(const Survey& survey, const RuleOptions& options);
  void process(Batch& batch, unsigned worker) const override;

 private:
  std::vector<std::unique_ptr<const BatchRule>> rules_;
  bool reads_text_ = false;  ///< one of them asks for marks
};

}  // namespace anzenmap
