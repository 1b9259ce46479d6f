// SPDX-License-Identifier: Apache-2.0
#include "importers/markup/feature_rows.hpp"

namespace anzenmap::markup {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool same_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    while (i < a.size() && is_space(a[i])) ++i;
    while (j < b.size() && is_space(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

void FeatureRows::begin(Batch& batch) {
  ++record_;
  disagreements_.clear();
  if (batch.records != 0) return;
  batch.raw.resize(cells_.size());
  for (TextColumn& column : batch.raw) column.clear();
}

void FeatureRows::put(std::uint32_t column, std::string_view text) {
  if (column >= cells_.size() || text.empty()) return;
  Cell& cell = cells_[column];
  if (cell.record != record_) {
    cell = {text, record_};
  } else if (!same_words(cell.text, text)) {
    disagreements_.push_back({column, cell.text, text});
  }
}

void FeatureRows::append(Batch& batch, std::int64_t row, std::int64_t line) {
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    if (cells_[c].record != record_) {
      batch.raw[c].push({}, 0);
      continue;
    }
    const std::string_view text = cells_[c].text;
    const std::size_t at = batch.text.append(text);
    batch.raw[c].push({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())},
                      classify(text));
  }
  batch.row.push_back(row);
  batch.line.push_back(line);
  ++batch.records;
}

}  // namespace anzenmap::markup
