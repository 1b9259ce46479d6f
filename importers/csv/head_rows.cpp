// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/head_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "gis/base/bytes.hpp"
#include "importers/csv/record_cutter.hpp"
#include "importers/csv/row_scanner.hpp"
#include "importers/table/header.hpp"

namespace anzenmap::csv {

namespace {

class HeadSink {
 public:
  HeadSink(const Bytes& text, HeadRows& into) : text_(text), into_(into) {}

  void plain(std::size_t, std::size_t, Span content, std::uint8_t) {
    // One more than are allowed tells that there are too many.
    if (into_.rows.size() < kHeadRows && row_.size() <= kMostColumns)
      row_.emplace_back(text_.data() + content.offset, content.length);
  }
  void odd(const Cell& cell) { plain(cell.raw_begin, cell.raw_end, cell.content, cell.flags); }

  void end_row(std::size_t lines) {
    lines_ += lines;
    if (into_.rows.size() >= kHeadRows) return;
    into_.rows.push_back(std::move(row_));
    into_.lines_to.push_back(lines_);
    row_.clear();
  }

 private:
  const Bytes& text_;
  HeadRows& into_;
  std::vector<std::string> row_;
  std::size_t lines_ = 0;
};

bool is_blank_row(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return is_blank(cell); });
}

SeparatorGuess measure(const HeadRows& head, char separator) {
  SeparatorGuess guess;
  guess.separator = separator;
  std::map<std::size_t, std::size_t> widths;
  for (std::size_t i = 0; i < head.rows.size() && i < 200; ++i) {
    if (is_blank_row(head.rows[i])) continue;
    ++guess.rows;
    ++widths[head.rows[i].size()];
  }
  for (const auto& [width, count] : widths) {
    if (width < 2 || count < guess.equal) continue;
    guess.columns = width;
    guess.equal = count;
  }
  return guess;
}

constexpr char separators[] = {',', '\t', ';', '|'};

}  // namespace

HeadRows split_head(std::string_view text, char separator, bool whole) {
  HeadRows head;
  Bytes copy;  // the scanner makes doubled quotes single in place
  copy.append(text);
  if (!whole) {
    RecordCutter cutter(separator, Encoding::utf8);
    cutter.scan(copy.data(), copy.size(), copy.size(), false);
    copy.resize(cutter.record_end(copy.data(), copy.size(), copy.size(), false));
  }
  HeadSink sink(copy, head);
  RowScanner<HeadSink>(copy.data(), copy.size(), separator, sink).run();
  return head;
}

SeparatorGuess guess_separator(std::string_view text, bool whole, const Profile& profile) {
  SeparatorGuess best;
  std::tuple<std::size_t, double, std::size_t> best_score{};
  for (const char separator : separators) {
    const HeadRows head = split_head(text, separator, whole);
    const SeparatorGuess guess = measure(head, separator);
    if (guess.equal == 0) continue;
    const auto header = find_header_row(head.rows, profile);
    // One header alone is known whatever the separator.
    const std::size_t known =
        header && head.rows[header->row].size() > 1 ? profile.known_headers(head.rows[header->row]) : 0;
    const std::tuple score{known, static_cast<double>(guess.equal) / static_cast<double>(guess.rows),
                           guess.columns};
    if (best.equal != 0 && score <= best_score) continue;
    best = guess;
    best_score = score;
  }
  return best;
}

std::string name_of_separator(char separator) {
  return separator == '\t' ? std::string("tab") : std::string(1, separator);
}

std::optional<char> separator_named(std::string_view name) {
  if (name == "," || name == "comma") return ',';
  if (name == ";" || name == "semicolon") return ';';
  if (name == "\t" || name == "\\t" || name == "tab") return '\t';
  if (name == "|" || name == "pipe") return '|';
  return std::nullopt;
}

}  // namespace anzenmap::csv
