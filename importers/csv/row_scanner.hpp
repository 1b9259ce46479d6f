// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "gis/batch/batch.hpp"
#include "importers/csv/blocks.hpp"

namespace anzenmap::csv {

/// A cell with a slip in its quotes.
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
/// The sink gets plain(raw_begin, raw_end, content, flags) or odd(const Cell&) a cell, with offsets into the
/// text and flags as classify() gives them, and end_row(lines), lines = physical lines of the row. The text
/// needs Bytes::kPadding readable bytes behind it.
template <typename Sink>
class RowScanner {
 public:
  RowScanner(char* text, std::size_t size, char separator, Sink& sink)
      : text_(text), size_(size), separator_(separator), sink_(sink) {}

  void run() {
    if (size_ == 0) return;
    load(0);
    std::size_t begin = 0;  // of the cell
    bool row_open = false;
    while (begin < size_ || row_open) {
      begin = plain_cells(begin);
      // At the end of the text a cell is open only behind a separator.
      if (begin >= size_ && text_[size_ - 1] != separator_) return;
      // What plain_cells left: a quoted cell, one with a quote or a control character, or the last one.
      const std::size_t end =
          begin < size_ && text_[begin] == '"' ? quoted_cell(begin) : plain_cell(begin, false);
      row_open = end < size_ && text_[end] == separator_;
      begin = row_open ? end + 1 : end_row(end);
    }
  }

 private:
  /// Cells without quotes and control characters up to one that has them or to the last, whose offset it
  /// returns. The state is in local variables, which the sink's stores cannot alias.
  std::size_t plain_cells(std::size_t begin) {
    BlockMasks masks = masks_;
    std::uint64_t seen = seen_;
    std::size_t block = block_;
    const char* const text = text_;
    const std::size_t size = size_;
    const char separator = separator_;
    for (;;) {
      if (begin >= size || text[begin] == '"') {
        masks_ = masks;
        seen_ = seen;
        block_ = block;
        high_ = 0;
        special_ = 0;
        return begin;
      }
      std::uint64_t high = 0;
      std::uint64_t special = 0;
      while (masks.events == 0 && size - block > kBlock) {
        high |= masks.high & ~seen;
        special |= masks.special & ~seen;
        block += kBlock;
        masks = blocks::look_at(text + block, separator);
        if (size - block < kBlock) masks.events &= (std::uint64_t{1} << (size - block)) - 1;
        seen = 0;
      }
      if (masks.events == 0) break;
      const std::uint64_t bit = masks.events & (~masks.events + 1);
      const std::size_t end = block + static_cast<std::size_t>(__builtin_ctzll(bit));
      const char byte = text[end];
      const bool crlf = byte == '\r' && end + 1 < size && text[end + 1] == '\n';
      if (byte != separator && byte != '\n' && !crlf) break;
      const std::uint64_t range = (bit - 1) & ~seen;
      high |= masks.high & range;
      special |= masks.special & range;
      masks.events ^= bit;
      seen = bit | (bit - 1);
      emit_plain(begin, end, high != 0, special != 0);
      begin = end + 1;
      if (byte == separator) continue;
      if (crlf) {
        if (end + 1 - block == kBlock) {
          block += kBlock;
          masks = blocks::look_at(text + block, separator);
          if (size - block < kBlock) masks.events &= (std::uint64_t{1} << (size - block)) - 1;
          seen = 0;
        }
        masks.events &= masks.events - 1;
        seen = seen << 1U | 1U;
        ++begin;
      }
      sink_.end_row(lines_ + 1);
      lines_ = 0;
    }
    reposition(begin);
    return begin;
  }

  void emit_plain(std::size_t begin, std::size_t end, bool high, bool special) {
    Span content{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    std::uint8_t flags = high ? cell_flag::kNonAscii : std::uint8_t{0};
    if (special) flags = classify({text_ + begin, end - begin});
    if (text_[begin] == '\'' && is_guarded(text_ + begin, content.length)) {
      ++content.offset;
      --content.length;
    }
    sink_.plain(begin, end, content, flags);
  }

  /// Ends the row whose last cell ends at `end`; returns where the next one begins.
  std::size_t end_row(std::size_t end) {
    if (end + 1 < size_ && text_[end] == '\r' && text_[end + 1] == '\n') {
      next_event();
      ++end;
    }
    sink_.end_row(lines_ + 1);
    lines_ = 0;
    return end + 1;
  }

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

  /// Goes on at `at`, with nothing gathered.
  void reposition(std::size_t at) {
    high_ = 0;
    special_ = 0;
    if (at >= size_) {
      block_ = (size_ - 1) / kBlock * kBlock;
      masks_ = {};
      seen_ = ~std::uint64_t{0};
      return;
    }
    load(at / kBlock * kBlock);
    seen_ = (std::uint64_t{1} << (at % kBlock)) - 1;
    masks_.events &= ~seen_;
  }

  [[nodiscard]] bool ends_cell(std::size_t at) const {
    return at >= size_ || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
  }

  /// An unquoted cell, or one whose opening quote is text. Returns the offset of what ends it.
  std::size_t plain_cell(std::size_t begin, bool unclosed) {
    std::uint8_t flags = 0;
    std::size_t end = next_event();
    while (!ends_cell(end)) {
      flags |= text_[end] == '"' ? cell_flag::kQuote : cell_flag::kControl;
      end = next_event();
    }
    const bool stray = (flags & cell_flag::kQuote) != 0;
    emit({begin,
          end,
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)},
          flags,
          stray,
          false,
          unclosed});
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
          return closed_cell(open, at, flags, doubled);
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
    reposition(open);
    return plain_cell(open, true);
  }

  std::size_t closed_cell(std::size_t open, std::size_t close, std::uint8_t flags, bool doubled) {
    const std::size_t end = next_event();
    const std::size_t length = doubled ? single_quotes(open + 1, close) : close - open - 1;
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
    high_ = 0;
    special_ = 0;
    if (is_guarded(text_ + cell.content.offset, cell.content.length)) {
      ++cell.content.offset;
      --cell.content.length;
    }
    if (cell.stray_quote || cell.after_quote || cell.unclosed) {
      sink_.odd(cell);
    } else {
      sink_.plain(cell.raw_begin, cell.raw_end, cell.content, cell.flags);
    }
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
