// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "gis/encoding/encoding.hpp"
#include "gis/pipeline/reading.hpp"
#include "importers/csv/row_scanner.hpp"

namespace anzenmap::csv {

/// What was read, for messages about bytes.
struct ReadAs {
  Encoding file;                         ///< the file's encoding
  std::string_view source;               ///< the chunk's bytes as taken
  std::vector<Undecodable> undecodable;  ///< `output` counts from the scanned text's begin
};

/// Sink of a RowScanner: puts rows into a batch's columns. Rows and lines count from 1 at the chunk's begin.
class BatchFiller {
 public:
  /// `base`: where the scanned text begins in batch.text.
  BatchFiller(Batch& batch, const Layer& layer, std::size_t base, std::size_t size, const ReadAs& read_as);

  void plain(std::size_t raw_begin, std::size_t raw_end, Span content, std::uint8_t flags) {
    content.offset += base_;
    if (filled_ == 0) first_ = content;
    filled_ += content.length;
    const std::size_t column = column_;
    if (column < width_) {
      spans_[column][record_] = content;
      flags_[column][record_] = flags;
    }
    if (column >= width_ || (flags & (cell_flag::kSuspect | cell_flag::kControl)) != 0 || raw_end > next_bad_)
      look_closer({raw_begin, raw_end, content, flags, false, false, false});
    ++column_;
  }

  void odd(const Cell& cell);

  void end_row(std::size_t lines) {
    ++row_;
    if (column_ == width_ && filled_ >= kShortRow && !may_be_total()) {
      keep_record();
    } else {
      decide_row();
    }
    line_ += static_cast<std::int64_t>(lines);
    column_ = 0;
    filled_ = 0;
  }

  /// Gives the columns their final size; behind the records' rows and lines stand the chunk's totals.
  void finish(std::size_t source_bytes);

 private:
  /// A row with less text than this may be blank.
  static constexpr std::size_t kShortRow = 24;

  [[nodiscard]] bool may_be_total() const;
  void keep_record() {
    rows_[record_] = row_;
    lines_[record_] = line_;
    if (++record_ == capacity_) grow();
    diagnostics_kept_ = batch_.diagnostics.size();
  }
  void decide_row();
  [[nodiscard]] bool is_blank_row() const;
  [[nodiscard]] std::vector<std::string_view> cells_of_row() const;
  void look_closer(const Cell& cell);
  void look_for_undecodable(const Cell& cell);
  void tell_cell(const RuleInfo& rule, Span content, std::vector<Argument> arguments = {});
  void tell_width(const RuleInfo& rule, std::string value);
  void reject_cell();
  [[nodiscard]] std::string column_name() const;
  void grow();
  void set_capacity(std::size_t capacity);

  Batch& batch_;
  const Layer& layer_;
  const ReadAs& read_as_;
  std::uint32_t base_;
  std::size_t size_;
  std::size_t width_;
  std::vector<Span*> spans_;
  std::vector<std::uint8_t*> flags_;
  std::int64_t* rows_ = nullptr;
  std::int64_t* lines_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t record_ = 0;
  std::size_t column_ = 0;
  std::size_t filled_ = 0;        ///< bytes of text in the row under way
  Span first_{};                  ///< its first cell that is not empty
  std::int64_t row_ = 0;          ///< rows ended
  std::int64_t line_ = 1;         ///< where the row under way begins
  std::size_t bad_ = 0;           ///< index into ReadAs::undecodable
  std::size_t next_bad_;          ///< its place in the text
  std::size_t diagnostics_kept_;  ///< diagnostics of rows before this one
  std::vector<std::string> surplus_;
};

}  // namespace anzenmap::csv
