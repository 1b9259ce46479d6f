// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/profile/profile.hpp"

namespace anzenmap {

/// How many rows from the top an importer looks at for the header.
inline constexpr std::size_t kHeaderSearchRows = 50;

/// As many as an Excel sheet can have; no survey is that wide.
inline constexpr std::size_t kMostColumns = 16'384;

struct HeaderGuess {
  std::size_t row;  ///< index into the rows looked at
  bool recognised;  ///< the profile knows at least one of its headers
};

/// The header row among the first rows of a table (up to kHeaderSearchRows): the one with most headers that
/// the profile knows; when none is known, the first with at least two different texts whose width fits the
/// rows below.
[[nodiscard]] std::optional<HeaderGuess> find_header_row(std::span<const std::vector<std::string>> rows,
                                                         const Profile& profile);

/// 合計, 計, 総計, 小計, total: NFKC, blanks and case ignored.
[[nodiscard]] bool is_totals_label(std::string_view cell);
/// The first cell of the example row in a form that this program made.
[[nodiscard]] bool is_example_label(std::string_view cell);
/// A row that is no record: it sums the others up (its first filled cell is a totals label, the other filled
/// ones are figures), or is the example of a form.
[[nodiscard]] bool is_passed_over(std::span<const std::string_view> cells);

/// Only blanks (ideographic, no-break and line breaks too), or empty.
[[nodiscard]] bool is_blank(std::string_view cell);

/// Throws Error when a table of `columns` columns is wider than kMostColumns.
void check_width(std::size_t columns, const std::string& file);

/// Headers made usable: an empty one is called 列N, an equal one gets " (2)"; each is told. Empty headers at
/// the end go away unless `filled[i]` says that column i has values in the rows looked at.
struct NamedHeaders {
  std::vector<std::string> names;
  std::vector<Diagnostic> diagnostics;
};
[[nodiscard]] NamedHeaders name_headers(std::span<const std::string> cells, std::span<const bool> filled,
                                        std::uint32_t layer, std::int64_t row);

/// Told by every importer of tables; `layer` and `row` are the caller's to set.
extern const RuleInfo row_above_header;
extern const RuleInfo totals_row;
extern const RuleInfo example_row;
extern const RuleInfo header_empty;
extern const RuleInfo header_doubled;
extern const RuleInfo header_not_recognised;
extern const RuleInfo table_too_wide;  ///< {file} {limit}; an Error

[[nodiscard]] Diagnostic tell_row_above_header(std::uint32_t layer, std::int64_t row,
                                               std::span<const std::string> cells);
[[nodiscard]] Diagnostic tell_passed_over(std::uint32_t layer, std::int64_t row, std::string_view label);

[[nodiscard]] std::span<const RuleInfo* const> table_rules();

}  // namespace anzenmap
