// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"

namespace anzenmap::gdal {

// Faults of a file as such; reading stops with an Error.
extern const RuleInfo file_not_opened;      ///< IN261 {file} {format} {reason}
extern const RuleInfo layer_broken_off;     ///< IN262 {file} {read} {reason}
extern const RuleInfo dataset_empty;        ///< IN263 {file}
extern const RuleInfo layer_not_found;      ///< IN264 {file} {layer} {known}
extern const RuleInfo shape_index_missing;  ///< IN265 {file}
extern const RuleInfo record_too_large;     ///< IN266 {file} {row} {limit}

// Noticed while reading; told as Diagnostics.
extern const RuleInfo layer_skipped;        ///< IN267 {layer} {reason}
extern const RuleInfo companion_missing;    ///< IN268 {name} {what}
extern const RuleInfo crs_not_said;         ///< IN269 {file}
extern const RuleInfo tables_differ;        ///< IN270 {shapes} {rows} {common}
extern const RuleInfo rows_deleted;         ///< IN271 {count}
extern const RuleInfo declared_otherwise;   ///< IN272 {declared} {used}
extern const RuleInfo field_name_cut;       ///< IN273 {name} {field}
extern const RuleInfo texts_cut;            ///< IN274 {column} {count} {bytes}
extern const RuleInfo journal_beside;       ///< IN275 {name}
extern const RuleInfo journal_left_behind;  ///< IN276
extern const RuleInfo records_missing;      ///< IN277 {said} {read}
extern const RuleInfo arcs_made_lines;      ///< IN278 {count}
extern const RuleInfo measures_left_out;    ///< IN279 {count}
extern const RuleInfo geometry_unreadable;  ///< IN280 {reason}
extern const RuleInfo binary_left_out;      ///< IN281 {columns}
extern const RuleInfo photo_files_missing;  ///< IN282 {column} {missing} {all} {first}
extern const RuleInfo driver_remark;        ///< IN283 {text}

[[nodiscard]] std::span<const RuleInfo* const> gdal_rules();

}  // namespace anzenmap::gdal
