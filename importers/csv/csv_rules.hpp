// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap {

extern const RuleInfo bytes_undecodable;        ///< IN101
extern const RuleInfo character_private_use;    ///< IN102
extern const RuleInfo cell_with_nul;            ///< IN103
extern const RuleInfo encoding_contradicted;    ///< IN104
extern const RuleInfo encoding_not_known;       ///< IN105, an Error
extern const RuleInfo separator_not_known;      ///< IN106, an Error
extern const RuleInfo separator_contradicted;   ///< IN107
extern const RuleInfo text_garbled;             ///< IN108
extern const RuleInfo row_short;                ///< IN110
extern const RuleInfo row_surplus;              ///< IN111
extern const RuleInfo quote_unclosed;           ///< IN112
extern const RuleInfo quote_stray;              ///< IN113
extern const RuleInfo text_after_quote;         ///< IN114
extern const RuleInfo record_too_long;          ///< IN115, an Error
extern const RuleInfo header_row_missing;       ///< IN116, an Error
extern const RuleInfo header_row_contradicted;  ///< IN117
extern const RuleInfo table_without_rows;       ///< IN118, an Error
extern const RuleInfo header_undecodable;       ///< IN119

/// Rules of importers/csv and of the encodings that it reads, in code order.
[[nodiscard]] std::span<const RuleInfo* const> csv_rules();

}  // namespace anzenmap
