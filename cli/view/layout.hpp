// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap::cli {

/// The text as a terminal may show it: valid UTF-8, line breaks and tabs as a blank, other control characters
/// as U+FFFD. A cell of a survey must not be able to move the cursor or to colour the screen.
[[nodiscard]] std::string printable(std::string_view text);

/// Columns that a terminal needs: full-width characters count two (Unicode UAX #11), combining ones none.
[[nodiscard]] int display_width(std::string_view text);

/// Blanks are added on the right up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, int width);

/// Lines of at most `width` columns: broken at blanks, and between full-width characters except before a
/// closing mark. A line break in the text stays.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int width);

/// The text with `mark` wherever a line may be broken and no blank says so, as between full-width characters.
[[nodiscard]] std::string with_break_marks(std::string_view text, std::string_view mark);

/// "12,345"
[[nodiscard]] std::string grouped(std::uint64_t number);

/// "812 B", "24.1 KB", "1.2 GB": powers of 1,000.
[[nodiscard]] std::string size_text(std::uint64_t bytes);

/// The text in at most `width` columns, `…` at its end when something was left out.
[[nodiscard]] std::string shortened(std::string_view text, int width);

/// Rows whose columns stand below each other; the last cell of a row is wrapped to the width of the terminal.
class Table {
 public:
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  void print(std::ostream& out, int indent, int width) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace anzenmap::cli
