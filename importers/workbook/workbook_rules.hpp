// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "importers/archive/zip.hpp"

namespace anzenmap {

// Faults of a workbook file; reading stops with an Error.
extern const RuleInfo workbook_unreadable;  ///< IN140
extern const RuleInfo workbook_broken;      ///< IN141
extern const RuleInfo workbook_password;    ///< IN142
extern const RuleInfo workbook_old_format;  ///< IN143
extern const RuleInfo workbook_too_large;   ///< IN144
extern const RuleInfo workbook_incomplete;  ///< IN145
extern const RuleInfo workbook_xml_broken;  ///< IN146
extern const RuleInfo workbook_entity;      ///< IN147
extern const RuleInfo sheet_not_found;      ///< IN148
extern const RuleInfo sheet_row_not_found;  ///< IN149
extern const RuleInfo row_too_long;         ///< IN150

// Faults in the data and what was noticed while reading; told as Diagnostics.
extern const RuleInfo cell_error;              ///< IN151
extern const RuleInfo formula_without_value;   ///< IN152
extern const RuleInfo cell_broken;             ///< IN153
extern const RuleInfo merged_filled;           ///< IN154
extern const RuleInfo merged_hidden_value;     ///< IN155
extern const RuleInfo hidden_sheet;            ///< IN156
extern const RuleInfo hidden_rows;             ///< IN157
extern const RuleInfo hidden_columns;          ///< IN158
extern const RuleInfo sheet_skipped;           ///< IN159
extern const RuleInfo cell_comments;           ///< IN160
extern const RuleInfo header_joined;           ///< IN161
extern const RuleInfo sheet_row_contradicted;  ///< IN162

extern const RuleInfo cell_percent;      ///< IN163
extern const RuleInfo furigana_offered;  ///< IN164
extern const RuleInfo furigana_unused;   ///< IN165

/// How the container of a workbook fails.
extern const ZipRules workbook_container;

/// All of them, in code order.
[[nodiscard]] std::span<const RuleInfo* const> workbook_rules();

}  // namespace anzenmap
