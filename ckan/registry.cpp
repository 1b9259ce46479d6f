// SPDX-License-Identifier: Apache-2.0
#include "ckan/registry.hpp"

#include <span>

#include "ckan/action/answer_rules.hpp"
#include "ckan/dataset_rules.hpp"
#include "ckan/http/connection_rules.hpp"
#include "ckan/http/settings_rules.hpp"
#include "ckan/plan_rules.hpp"
#include "ckan/pull/pull_rules.hpp"
#include "ckan/static/static_rules.hpp"

namespace anzenmap::ckan {

std::vector<const RuleInfo*> ckan_rules() {
  // A new part with rules: its header above, a line here.
  const std::span<const RuleInfo* const> parts[] = {
      settings_rules(), connection_rules(), answer_rules(), dataset_rules(),
      plan_rules(),     static_rules(),     pull_rules(),
  };
  std::vector<const RuleInfo*> rules;
  for (const auto& part : parts) rules.insert(rules.end(), part.begin(), part.end());
  return rules;
}

}  // namespace anzenmap::ckan
