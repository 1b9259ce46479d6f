// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/rule_stage.hpp"

#include "gis/rule/record_rules.hpp"
#include "gis/rule/text_marks.hpp"

namespace anzenmap {

RuleStage::RuleStage(const Survey& survey, const RuleOptions& options) {
  for (const MakeRule make : record_rule_makers()) {
    std::unique_ptr<const BatchRule> rule = make(survey, options);
    if (rule == nullptr) continue;
    reads_text_ = reads_text_ || rule->marks() != 0;
    rules_.push_back(std::move(rule));
  }
}

void RuleStage::process(Batch& batch, unsigned /*worker*/) const {
  const std::uint32_t marks = reads_text_ ? find_text_marks(batch.text.data(), batch.text.size()) : 0;
  for (const auto& rule : rules_)
    if (rule->marks() == 0 || (rule->marks() & marks) != 0) rule->check(batch);
}

}  // namespace anzenmap
