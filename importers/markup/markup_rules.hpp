// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "gis/base/rule_info.hpp"
#include "importers/archive/zip.hpp"

namespace anzenmap::markup {

// Faults of a KML or GPX file as such; reading stops with an Error.
extern const RuleInfo markup_broken;        ///< IN200 {file} {line} {reason}
extern const RuleInfo markup_truncated;     ///< IN201 {file} {line}
extern const RuleInfo markup_entity;        ///< IN202 {file} {line}
extern const RuleInfo markup_too_large;     ///< IN203 {file} {line}
extern const RuleInfo markup_undecodable;   ///< IN204 {file} {line} {encoding}
extern const RuleInfo encoding_unknown;     ///< IN206 {file} {encoding}
extern const RuleInfo record_too_long;      ///< IN207 {file} {line} {limit}
extern const RuleInfo too_many_columns;     ///< IN208 {file} {limit}
extern const RuleInfo markup_changed;       ///< IN209 {file}
extern const RuleInfo archive_unreadable;   ///< IN210
extern const RuleInfo archive_broken;       ///< IN211
extern const RuleInfo archive_password;     ///< IN212
extern const RuleInfo archive_too_large;    ///< IN213
extern const RuleInfo archive_without_kml;  ///< IN214 {file}

// Noticed while reading; told as Diagnostics.
extern const RuleInfo encoding_contradicted;  ///< IN205 {declared} {used}
extern const RuleInfo other_documents;        ///< IN215 {read} {others}
extern const RuleInfo tracks_not_read;        ///< IN216 {count}
extern const RuleInfo coordinates_rounded;    ///< IN217 {count}
extern const RuleInfo times_shortened;        ///< IN218 {count}

/// How the container of a KMZ fails.
extern const ZipRules archive_container;

[[nodiscard]] std::span<const RuleInfo* const> markup_rules();

}  // namespace anzenmap::markup
