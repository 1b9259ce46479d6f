// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "importers/markup/feature_columns.hpp"

namespace anzenmap::markup {

/// Two places of one feature that say different things.
struct Disagreement {
  std::uint32_t column;
  std::string_view kept;
  std::string_view other;
};

/// Lays the values of one feature after the other into the columns of a batch. Of two values for one column
/// the first that is put stands.
class FeatureRows {
 public:
  explicit FeatureRows(const FeatureColumns& columns) : cells_(columns.headers().size()) {}

  void begin(Batch& batch);
  /// `text` lives until append().
  void put(std::uint32_t column, std::string_view text);
  [[nodiscard]] std::string_view value(std::uint32_t column) const {
    return cells_[column].record == record_ ? cells_[column].text : std::string_view{};
  }
  [[nodiscard]] const std::vector<Disagreement>& disagreements() const { return disagreements_; }
  /// Ends the record: all columns get a cell, and the batch one record more.
  void append(Batch& batch, std::int64_t row, std::int64_t line);

 private:
  struct Cell {
    std::string_view text;
    std::uint64_t record = 0;
  };
  std::vector<Cell> cells_;
  std::uint64_t record_ = 0;
  std::vector<Disagreement> disagreements_;
};

/// The same words, whatever the blanks and line breaks between them.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

/// Without blanks at both ends; those come from the indentation of the XML.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace anzenmap::markup
