// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "cli/streams.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

/// One rule as a person reads it: title, what is said, why, what to do, a bad and a good example.
void print_rule(const RuleInfo& rule, Streams& streams);
/// A line a rule.
void print_rules(std::span<const RuleInfo* const> rules, Streams& streams);
[[nodiscard]] std::string rule_json(const RuleInfo& rule);

/// How far a fix of this safety goes, as a sentence.
[[nodiscard]] Text fix_word(FixSafety safety);

}  // namespace anzenmap::cli
