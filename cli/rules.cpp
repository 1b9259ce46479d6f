// SPDX-License-Identifier: Apache-2.0
#include "cli/rules.hpp"

#include <algorithm>
#include <span>

#include "cli/cli_rules.hpp"
#include "cli/config_rules.hpp"
#include "cli/conversion_rules.hpp"
#include "cli/template_rules.hpp"
#include "exporters/registry.hpp"
#include "gis/pipeline/pipeline.hpp"
#include "gis/place/place_rules.hpp"
#include "gis/privacy/finding_rules.hpp"
#include "gis/profile/profile_rules.hpp"
#include "gis/rule/record_rules.hpp"
#include "gis/rule/rule_rules.hpp"
#include "gis/value/value_rules.hpp"
#include "importers/registry.hpp"
#ifdef ANZENMAP_CKAN
#include "ckan/registry.hpp"
#include "cli/publishing/publishing_rules.hpp"
#endif

namespace anzenmap::cli {

std::vector<const RuleInfo*> all_rules() {
#ifdef ANZENMAP_CKAN
  const std::vector<const RuleInfo*> of_ckan = ckan::ckan_rules();
#endif
  // A new room with rules: its header above, a line here.
  const std::span<const RuleInfo* const> rooms[] = {
      importer_rules(), finding_rules(),    value_rules(),      place_rules(),
      profile_rules(),  rule_rules(),       record_rules(),     pipeline_rules(),
      exporter_rules(), cli_rules(),        conversion_rules(), config_rules(),
      template_rules(),
#ifdef ANZENMAP_CKAN
      of_ckan,          publishing_rules(),
#endif
  };
  std::vector<const RuleInfo*> rules;
  for (const auto& room : rooms) rules.insert(rules.end(), room.begin(), room.end());
  std::sort(rules.begin(), rules.end(),
            [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; });
  return rules;
}

const RuleInfo* find_rule(std::string_view code_or_name) {
  const auto same = [&](std::string_view text) {
    return std::equal(text.begin(), text.end(), code_or_name.begin(), code_or_name.end(), [](char a, char b) {
      const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
      return lower(a) == lower(b);
    });
  };
  for (const RuleInfo* rule : all_rules())
    if (same(rule->code) || same(rule->name)) return rule;
  return nullptr;
}

}  // namespace anzenmap::cli
