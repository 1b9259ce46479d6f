// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "gis/batch/batch.hpp"
#include "importers/csv/blocks.hpp"

namespace anzenmap::csv {

/// One cell as the scanner found it.
struct Cell {
  std::size_t raw_begin;  ///< where it stands in the text, with its quotes
  std::size_t raw_end;
  Span content;        ///< without quotes, doubled quotes single
  std::uint8_t flags;  ///< as classify() gives them for the content
  bool stray_quote;    ///< a quote within an unquoted cell; kept
  bool after_quote;    ///< text behind the closing quote; kept, the closing quote is dropped
  bool
      unclosed;  ///< begins with a quote that is never closed: the quote is kept, the cell ends with its line
};

/// A ' in front of a sign that spreadsheets take for a formula: our own writer puts it there (and Excel's
/// users).
[[nodiscard]] inline bool is_guarded(const char* text, std::size_t length) {
  if (length < 2 || text[0] != '\'') return false;
  switch (text[1]) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\'':
    case '\t':
    case '\r':
      return true;
    default:
      break;
  }
  if (length < 4) return false;
  // ＝ ＋ － ＠: EF BC 9D, EF BC 8B, EF BC 8D, EF BC A0
  if (static_cast<unsigned char>(text[1]) != 0xEF || static_cast<unsigned char>(text[2]) != 0xBC)
    return false;
  const auto last = static_cast<unsigned char>(text[3]);
  return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0;
}

/// Splits the text of whole records (UTF-8) into cells and rows, one pass over 64-byte blocks. Doubled quotes
/// are made single within the text. The rules, which RecordCutter shares:
/// - a quote opens a quoted cell only as the cell's first byte; elsewhere in an unquoted cell it is text;
/// - in a quoted cell "" is a quote, and a quote before a separator, a line end or the end closes;
/// - a quote before other text closes, too, and what follows is unquoted text; but when a line break stands
/// between
///   it and the opening quote, or when nothing closes at all, the opening quote was a slip: it is text, and
///   the cell ends with its line, so that one slip does not swallow the rows below;
/// - line ends are LF, CR LF and CR.
/// The sink gets cell(const Cell&) and end_row(lines), lines = physical lines of the row. The text needs
/// Bytes::kPadding readable bytes behind it.
template <typename Sink>
class RowScanner {
 public:
  RowScanner(char* text, std::size_t size, char separator, Sink& sink)
      : text_(text), size_(size), separator_(separator), sink_(sink) {}

  void run() {
    if (size_ == 0) return;
    load(0);
    std::size_t begin = 0;  // of the cell
    std::size_t end = 0;
    bool row_open = false;
    while (begin < size_ || row_open) {
      end = begin < size_ && text_[begin] == '"' ? quoted_cell(begin) : plain_cell(begin, begin, Kind::plain);
      row_open = end < size_ && text_[end] == separator_;
      if (row_open) {
        begin = end + 1;
        continue;
      }
      ++lines_;
      if (end + 1 < size_ && text_[end] == '\r' && text_[end + 1] == '\n') {
        next_event();
        ++end;
      }
      sink_.end_row(lines_);
      lines_ = 0;
      begin = end + 1;
    }
  }

 private:
  enum class Kind { plain, unclosed };

  void load(std::size_t block) {
    block_ = block;
    masks_ = blocks::look_at(text_ + block, separator_);
    if (size_ - block < kBlock) masks_.events &= (std::uint64_t{1} << (size_ - block)) - 1;
    seen_ = 0;
  }

  void gather(std::uint64_t range) {
    high_ |= masks_.high & range;
    special_ |= masks_.special & range;
  }

  /// Offset of the next separator, quote or control character, size_ at the end. Gathers what stands before
  /// it.
  std::size_t next_event() {
    while (masks_.events == 0) {
      const std::size_t left = size_ - block_;
      if (left <= kBlock) {
        gather(~seen_ & (left == kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1));
        seen_ = ~std::uint64_t{0};
        return size_;
      }
      gather(~seen_);
      load(block_ + kBlock);
    }
    const std::uint64_t bit = masks_.events & (~masks_.events + 1);
    masks_.events ^= bit;
    gather((bit - 1) & ~seen_);
    seen_ = bit | (bit - 1);
    return block_ + static_cast<std::size_t>(__builtin_ctzll(bit));
  }

  /// Goes on behind `at`, which was an event.
  void rewind(std::size_t at) {
    load(at / kBlock * kBlock);
    const std::uint64_t bit = std::uint64_t{1} << (at % kBlock);
    seen_ = bit | (bit - 1);
    masks_.events &= ~seen_;
    high_ = 0;
    special_ = 0;
  }

  [[nodiscard]] bool ends_cell(std::size_t at) const {
    return at >= size_ || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
  }

  /// The cell's text from `begin` on up to the next separator or line end outside quotes, whose offset it
  /// returns.
  std::size_t plain_cell(std::size_t raw_begin, std::size_t begin, Kind kind) {
    std::uint8_t flags = kind == Kind::unclosed ? cell_flag::kQuote : std::uint8_t{0};
    bool stray = false;
    std::size_t end = next_event();
    while (!ends_cell(end)) {
      if (text_[end] == '"') {
        flags |= cell_flag::kQuote;
        stray = true;
      } else {
        flags |= cell_flag::kControl;
      }
      end = next_event();
    }
    emit({raw_begin,
          end,
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)},
          flags,
          stray,
          false,
          kind == Kind::unclosed});
    return end;
  }

  std::size_t quoted_cell(std::size_t open) {
    std::uint8_t flags = 0;
    const std::size_t lines_before = lines_;
    bool doubled = false;
    next_event();  // the opening quote
    for (;;) {
      const std::size_t at = next_event();
      if (at == size_) return unclosed_cell(open, lines_before);
      const char byte = text_[at];
      if (byte == '"') {
        if (at + 1 < size_ && text_[at + 1] == '"') {
          next_event();
          doubled = true;
          flags |= cell_flag::kQuote;
        } else if (ends_cell(at + 1)) {
          if (doubled) return closed_cell(open, at, flags);
          const std::size_t end = next_event();
          emit({open,
                end,
                {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(at - open - 1)},
                flags,
                false,
                false,
                false});
          return end;
        } else if (lines_ != lines_before) {
          return unclosed_cell(open, lines_before);
        } else {
          return text_after_quote(open, at);
        }
      } else if (byte == separator_) {
        if (byte == ',') flags |= cell_flag::kComma;
        if (byte == '\t') flags |= cell_flag::kControl;
      } else {
        flags |= cell_flag::kControl;
        if (byte == '\n' && text_[at - 1] == '\r') continue;  // counted with its CR
        if (byte == '\n' || byte == '\r') ++lines_;
      }
    }
  }

  std::size_t unclosed_cell(std::size_t open, std::size_t lines_before) {
    lines_ = lines_before;
    rewind(open);
    return plain_cell(open, open, Kind::unclosed);
  }

  std::size_t closed_cell(std::size_t open, std::size_t close, std::uint8_t flags) {
    const std::size_t end = next_event();
    const std::size_t length = single_quotes(open + 1, close);
    emit({open,
          end,
          {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(length)},
          flags,
          false,
          false,
          false});
    return end;
  }

  /// `close` is the quote that other text follows.
  std::size_t text_after_quote(std::size_t open, std::size_t close) {
    std::size_t end = next_event();
    while (!ends_cell(end)) end = next_event();
    std::size_t length = single_quotes(open + 1, close);
    std::memmove(text_ + open + 1 + length, text_ + close + 1, end - close - 1);
    length += end - close - 1;
    const std::uint8_t flags = classify({text_ + open + 1, length});
    emit({open,
          end,
          {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(length)},
          flags,
          false,
          true,
          false});
    return end;
  }

  /// Makes doubled quotes in [begin, end) single; returns the length that is left.
  std::size_t single_quotes(std::size_t begin, std::size_t end) {
    std::size_t to = begin;
    for (std::size_t from = begin; from < end; ++from) {
      text_[to++] = text_[from];
      if (text_[from] == '"') ++from;
    }
    return to - begin;
  }

  void emit(Cell cell) {
    if (high_ != 0) cell.flags |= cell_flag::kNonAscii;
    if (special_ != 0) cell.flags = classify({text_ + cell.content.offset, cell.content.length});
    if (is_guarded(text_ + cell.content.offset, cell.content.length)) {
      ++cell.content.offset;
      --cell.content.length;
    }
    high_ = 0;
    special_ = 0;
    sink_.cell(cell);
  }

  char* text_;
  std::size_t size_;
  char separator_;
  Sink& sink_;
  std::size_t block_ = 0;
  BlockMasks masks_{};
  std::uint64_t seen_ = 0;  ///< bits of the block that were gathered
  std::uint64_t high_ = 0;  ///< of the cell under way: not 0 = has such a byte
  std::uint64_t special_ = 0;
  std::size_t lines_ = 0;  ///< line ends in the row under way
};

}  // namespace anzenmap::csv
