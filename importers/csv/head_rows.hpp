// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/profile/profile.hpp"

namespace anzenmap::csv {

/// Rows of a file's head, as a person counts them.
struct HeadRows {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> lines_to;  ///< physical lines from the top up to the end of each row
};

/// How many rows of the head are kept.
inline constexpr std::size_t kHeadRows = 1000;

/// Splits the head (UTF-8). `whole`: it ends with the file; else a last row that may be cut off is left out.
[[nodiscard]] HeadRows split_head(std::string_view text, char separator, bool whole);

struct SeparatorGuess {
  char separator = ',';
  std::size_t rows = 0;     ///< looked at, blank ones aside
  std::size_t equal = 0;    ///< of them, those with `columns` cells
  std::size_t columns = 1;  ///< the usual number of cells
};

/// The one of , ; tab | that splits the most headers that the profile knows, then the rows most evenly.
[[nodiscard]] SeparatorGuess guess_separator(std::string_view text, bool whole, const Profile& profile);

/// , ; | as they are, tab as "tab".
[[nodiscard]] std::string name_of_separator(char separator);
/// By sign or by name (comma, semicolon, tab, pipe).
[[nodiscard]] std::optional<char> separator_named(std::string_view name);

}  // namespace anzenmap::csv
