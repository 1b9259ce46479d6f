// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "gis/value/conversion.hpp"

namespace anzenmap {

extern const RuleInfo school_year_rewritten;   ///< VA280: 令和6年度
extern const RuleInfo school_year_unreadable;  ///< VA281

/// A school year (April to March, School Education Act regulation 59) by the year in which it starts, four
/// digits: R6, 令和6年度, 2024年度 -> "2024". "" is plain (null).
[[nodiscard]] Conversion read_school_year(std::string_view raw);

/// The school year of a day YYYY-MM-DD; std::nullopt when it is no such day.
[[nodiscard]] std::optional<int> school_year_of(std::string_view iso_date) noexcept;

}  // namespace anzenmap
