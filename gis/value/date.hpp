// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo date_rewritten;          ///< VA220: 2024/5/1
extern const RuleInfo date_era;                ///< VA221: R6.5.1
extern const RuleInfo date_serial;             ///< VA222: 45413
extern const RuleInfo date_time_dropped;       ///< VA223: 2024-05-01 10:30
extern const RuleInfo date_zone_shifted;       ///< VA224: 2024-04-30T20:00:00Z
extern const RuleInfo date_weekday_disagrees;  ///< VA225: 2024年5月1日(木)
extern const RuleInfo date_unreadable;         ///< VA226
extern const RuleInfo date_impossible;         ///< VA227: 2024-13-01, 令和元年4月1日
extern const RuleInfo date_without_year;       ///< VA228: 5月1日
extern const RuleInfo date_ambiguous;          ///< VA229: 05/06/2024, 24/5/1
extern const RuleInfo date_incomplete;         ///< VA230: 令和元年, 2024-05

/// Whether `text` is YYYY-MM-DD (ISO 8601) and a day of the Gregorian calendar. No allocation.
[[nodiscard]] bool is_iso_date(std::string_view text) noexcept;

/// To YYYY-MM-DD. `school_year` (April to March) only helps to propose a year where none is written.
/// Excel serials are read in the 1900 system; a workbook of the 1904 system is its importer's matter.
/// A moment with another zone than Japan's (+09:00) becomes the day in Japan. "" is plain (null).
[[nodiscard]] Conversion read_date(std::string_view raw, std::optional<int> school_year = std::nullopt);

}  // namespace anzenmap
