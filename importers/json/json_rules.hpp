// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

// Faults that reading a JSON text can meet, IN170 to IN179.
extern const RuleInfo json_syntax;         ///< IN170 {file} {line} {offset} {reason}; Error
extern const RuleInfo json_truncated;      ///< IN171 {file} {line} {offset}; Error
extern const RuleInfo json_not_utf8;       ///< IN172 {file} {line} {offset}; Error
extern const RuleInfo json_too_deep;       ///< IN173 {file} {line} {offset} {limit}; Error
extern const RuleInfo json_too_long;       ///< IN174 {file} {line} {limit}; Error
extern const RuleInfo json_duplicate_key;  ///< IN175 {key}
extern const RuleInfo json_bom;            ///< IN176
extern const RuleInfo json_changed;        ///< IN177 {file}; Error

[[nodiscard]] std::span<const RuleInfo* const> json_rules();

}  // namespace anzenmap
