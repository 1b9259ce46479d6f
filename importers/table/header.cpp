// SPDX-License-Identifier: Apache-2.0
#include "importers/table/header.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "gis/base/error.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

namespace {

bool is_ascii_figure(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '.' || byte == ',' || byte == '+' || byte == '-' ||
         byte == '%' || byte == '/' || byte == ':';
}

/// A number, date or time as a cell below a header has it; `folded` is without blanks.
bool looks_like_figure(std::string_view folded) {
  return !folded.empty() && std::all_of(folded.begin(), folded.end(), is_ascii_figure) &&
         std::any_of(folded.begin(), folded.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::size_t filled_width(const std::vector<std::string>& row) {
  for (std::size_t i = row.size(); i > 0; --i)
    if (!is_blank(row[i - 1])) return i;
  return 0;
}

/// At least two different texts, no figure among them, and as wide as what follows.
bool could_be_header(std::span<const std::vector<std::string>> rows, std::size_t at) {
  std::unordered_set<std::string> texts;
  for (const std::string& cell : rows[at]) {
    if (is_blank(cell)) continue;
    const std::string folded = normalise_header(cell);
    if (looks_like_figure(folded)) return false;
    texts.insert(folded);
  }
  if (texts.size() < 2) return false;
  std::size_t below = 0;
  for (std::size_t i = at + 1; i < rows.size() && i <= at + 10; ++i)
    below = std::max(below, filled_width(rows[i]));
  // Columns may lack a name, but a line like 「学校名,周陽小」 over a wide table is no header.
  return filled_width(rows[at]) * 2 > below;
}

}  // namespace

std::optional<HeaderGuess> find_header_row(std::span<const std::vector<std::string>> rows,
                                           const Profile& profile) {
  rows = rows.first(std::min(rows.size(), kHeaderSearchRows));
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t known = profile.known_headers(rows[i]);
    if (known > most) {
      most = known;
      best = i;
    }
  }
  if (most >= 2) return HeaderGuess{best, true};
  // One known word may stand in a title or in a record, so its row must look like a header, too.
  const bool one_column =
      std::all_of(rows.begin(), rows.end(), [](const auto& row) { return filled_width(row) <= 1; });
  if (most == 1 && (one_column || could_be_header(rows, best))) return HeaderGuess{best, true};
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (could_be_header(rows, i)) return HeaderGuess{i, profile.known_headers(rows[i]) > 0};
  return std::nullopt;
}

bool is_blank(std::string_view cell) { return trim_blanks(cell).empty(); }

bool is_totals_label(std::string_view cell) {
  // Longest label with blanks between: far below this; a person's comment need not be normalised.
  if (cell.empty() || cell.size() > 48) return false;
  std::string folded = normalise_header(cell);
  if (!folded.empty() && folded.back() == ':') folded.pop_back();
  static constexpr std::string_view labels[] = {"合計", "計",    "総計",   "小計",       "総合計",
                                                "累計", "total", "totals", "grandtotal", "subtotal"};
  return std::find(std::begin(labels), std::end(labels), folded) != std::end(labels);
}

bool is_example_label(std::string_view cell) { return cell.starts_with("（例）"); }

bool is_passed_over(std::span<const std::string_view> cells) {
  const auto first = std::find_if_not(cells.begin(), cells.end(), is_blank);
  if (first != cells.end() && is_example_label(*first)) return true;
  if (first == cells.end() || !is_totals_label(*first)) return false;
  return std::all_of(first + 1, cells.end(), [](std::string_view cell) {
    if (is_blank(cell)) return true;
    if (cell.size() > 48) return false;
    const std::string folded = normalise_header(cell);
    // 25, 25件, 3か所, 12.5%, -
    const auto digits =
        std::count_if(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    return folded == "-" || is_totals_label(cell) ||
           (digits > 0 && (is_ascii_figure(folded[0]) || folded[0] == '(') && folded.size() <= 24);
  });
}

void check_width(std::size_t columns, const std::string& file) {
  if (columns <= kMostColumns) return;
  throw Error(table_too_wide, {{"file", file, {}}, {"limit", std::to_string(kMostColumns), {}}});
}

NamedHeaders name_headers(std::span<const std::string> cells, std::span<const bool> filled,
                          std::uint32_t layer, std::int64_t row) {
  NamedHeaders result;
  std::size_t width = cells.size();
  while (width > 0 && is_blank(cells[width - 1]) && !(width - 1 < filled.size() && filled[width - 1]))
    --width;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < width; ++i)
    if (!is_blank(cells[i])) taken.insert(cells[i]);
  std::unordered_set<std::string> used;
  std::unordered_map<std::string, int> numbers;  // where to go on for a name that many columns have
  for (std::size_t i = 0; i < width; ++i) {
    const bool empty = is_blank(cells[i]);
    const std::string wanted = empty ? "列" + std::to_string(i + 1) : cells[i];
    std::string name = wanted;
    // A made name never takes one that the person wrote.
    while (used.count(name) != 0 || (name != cells[i] && taken.count(name) != 0)) {
      int& number = numbers.try_emplace(wanted, 1).first->second;
      name = wanted + " (" + std::to_string(++number) + ")";
    }
    used.insert(name);
    result.names.push_back(name);
    if (!empty && name == cells[i]) continue;
    Diagnostic told = make_diagnostic(empty ? header_empty : header_doubled);
    told.layer = layer;
    told.row = row;
    told.column = name;
    told.value = empty ? std::string() : cells[i];
    told.arguments = {{"number", std::to_string(i + 1), {}}, {"column", name, {}}, {"value", told.value, {}}};
    result.diagnostics.push_back(std::move(told));
  }
  return result;
}

}  // namespace anzenmap
