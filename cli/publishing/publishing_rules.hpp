// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

extern const RuleInfo token_in_arguments;
extern const RuleInfo token_file_open;
extern const RuleInfo token_file_unreadable;
extern const RuleInfo token_missing;
extern const RuleInfo token_unlawful;
extern const RuleInfo catalogue_unconfirmed;
extern const RuleInfo publishing_unconfirmed;
extern const RuleInfo deletion_unconfirmed;
extern const RuleInfo publishing_declined;
extern const RuleInfo options_at_odds;
extern const RuleInfo catalogue_unlawful;
extern const RuleInfo dataset_twice;
extern const RuleInfo tls_unchecked;
extern const RuleInfo token_in_clear;
extern const RuleInfo publishing_incomplete;

/// Faults of the commands that publish, in order of code.
[[nodiscard]] std::span<const RuleInfo* const> publishing_rules();

}  // namespace anzenmap::cli
