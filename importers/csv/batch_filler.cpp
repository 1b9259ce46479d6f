// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/batch_filler.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "gis/encoding/private_use.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/table/header.hpp"

namespace anzenmap::csv {

namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kBytesShown = 12;
constexpr std::size_t kPlacesShown = 8;
/// Filled cells beyond the columns that are quoted; a row of a damaged file may have millions.
constexpr std::size_t kSurplusKept = 200;

void put_hex(std::string& to, unsigned char byte) {
  static constexpr char digits[] = "0123456789ABCDEF";
  to += digits[byte >> 4U];
  to += digits[byte & 0x0FU];
}

/// The bytes as the file has them: a lone surrogate of UTF-16 as its unit.
std::string hex_of(std::string_view bytes, Encoding file) {
  std::string hex;
  const bool utf16 = file == Encoding::utf16le || file == Encoding::utf16be;
  if (utf16 && bytes.size() == 3 && static_cast<unsigned char>(bytes[0]) == 0xED) {
    const unsigned unit = 0xD000U | (static_cast<unsigned char>(bytes[1]) & 0x3FU) << 6U |
                          (static_cast<unsigned char>(bytes[2]) & 0x3FU);
    put_hex(hex, static_cast<unsigned char>(unit >> 8U));
    put_hex(hex, static_cast<unsigned char>(unit));
    return hex;
  }
  for (const char byte : bytes.substr(0, kBytesShown)) {
    if (!hex.empty()) hex += ' ';
    put_hex(hex, static_cast<unsigned char>(byte));
  }
  if (bytes.size() > kBytesShown) hex += " ...";
  return hex;
}

}  // namespace

BatchFiller::BatchFiller(Batch& batch, const Layer& layer, std::size_t base, std::size_t size,
                         const ReadAs& read_as)
    : batch_(batch),
      layer_(layer),
      read_as_(read_as),
      base_(static_cast<std::uint32_t>(base)),
      size_(size),
      width_(layer.headers.size()),
      spans_(width_),
      flags_(width_),
      next_bad_(read_as.undecodable.empty() ? never : read_as.undecodable[0].output),
      diagnostics_kept_(batch.diagnostics.size()) {
  batch_.raw.resize(width_);
  set_capacity(256);
}

void BatchFiller::set_capacity(std::size_t capacity) {
  capacity_ = capacity;
  for (std::size_t i = 0; i < width_; ++i) {
    batch_.raw[i].cells.resize(capacity);
    batch_.raw[i].flags.resize(capacity);
    spans_[i] = batch_.raw[i].cells.data();
    flags_[i] = batch_.raw[i].flags.data();
  }
  batch_.row.resize(capacity + 1);
  batch_.line.resize(capacity + 2);
  rows_ = batch_.row.data();
  lines_ = batch_.line.data();
}

void BatchFiller::grow() {
  // As many as the rows so far let expect of the whole chunk, and some more.
  const std::size_t used = std::max<std::size_t>(first_.offset - base_, 1);
  const double expected =
      static_cast<double>(record_) * static_cast<double>(size_) / static_cast<double>(used);
  set_capacity(std::max(capacity_ + capacity_ / 2,
                        std::min(static_cast<std::size_t>(expected * 1.05) + 16, capacity_ * 64)));
}

void BatchFiller::finish(std::size_t source_bytes) {
  batch_.records = record_;
  for (TextColumn& column : batch_.raw) {
    column.cells.resize(record_);
    column.flags.resize(record_);
    std::uint8_t any = 0;
    for (const std::uint8_t flag : column.flags) any |= flag;
    column.any = any;
  }
  batch_.row.resize(record_);
  batch_.line.resize(record_);
  batch_.row.push_back(row_);
  batch_.line.push_back(line_ - 1);
  batch_.line.push_back(static_cast<std::int64_t>(source_bytes));
}

bool BatchFiller::may_be_total() const {
  if (first_.length < 3) return false;
  const std::string_view text = batch_.at(first_);
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto next = static_cast<unsigned char>(text[1]);
  if (lead <= 0x20 || lead >= 0x7F) {
    // Kanji and kana other than the labels' own; blanks, full width and the like are left to
    // is_passed_over().
    if (lead >= 0xE3 && lead <= 0xEE && !(lead == 0xE3 && next == 0x80)) {
      const std::string_view start = text.substr(0, 3);
      return start == "合" || start == "小" || start == "総" || start == "累" || start == "計";
    }
    return true;
  }
  const unsigned letter = lead | 0x20U;
  if (letter != 't' && letter != 's' && letter != 'g') return false;
  if (next >= '0' && next <= '9') return false;
  if (next <= 0x20 || next >= 0x7F) return true;
  return (letter == 't' && (next | 0x20U) == 'o') || (letter == 's' && (next | 0x20U) == 'u') ||
         (letter == 'g' && (next | 0x20U) == 'r');
}

bool BatchFiller::is_blank_row() const {
  if (filled_ == 0) return true;
  for (std::size_t i = 0; i < std::min(column_, width_); ++i)
    if (!is_blank(batch_.at(spans_[i][record_]))) return false;
  return std::all_of(surplus_.begin(), surplus_.end(),
                     [](const std::string& cell) { return is_blank(cell); });
}

std::vector<std::string_view> BatchFiller::cells_of_row() const {
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < std::min(column_, width_); ++i) cells.push_back(batch_.at(spans_[i][record_]));
  for (const std::string& cell : surplus_) cells.emplace_back(cell);
  return cells;
}

void BatchFiller::decide_row() {
  const bool blank = is_blank_row();
  std::vector<std::string_view> cells;
  if (!blank && may_be_total()) cells = cells_of_row();
  if (blank || is_passed_over(cells)) {
    // No record: what was told of its cells stands by the row alone.
    for (std::size_t i = diagnostics_kept_; i < batch_.diagnostics.size(); ++i)
      batch_.diagnostics[i].record = Diagnostic::kNoRecord;
    if (!blank) {
      const auto label = std::find_if_not(cells.begin(), cells.end(), is_blank);
      batch_.diagnostics.push_back(tell_passed_over(batch_.layer, row_, *label));
    }
    diagnostics_kept_ = batch_.diagnostics.size();
    surplus_.clear();
    return;
  }
  if (column_ < width_) {
    tell_width(row_short, {});
    for (std::size_t i = column_; i < width_; ++i) {
      spans_[i][record_] = Span{};
      flags_[i][record_] = 0;
    }
  }
  std::string lost;
  for (const std::string& cell : surplus_) {
    if (is_blank(cell)) continue;
    if (!lost.empty()) lost += " / ";
    lost += cell;
  }
  if (!lost.empty()) tell_width(row_surplus, std::move(lost));
  surplus_.clear();
  keep_record();
}

void BatchFiller::odd(const Cell& cell) {
  Span content = cell.content;
  content.offset += base_;
  if (cell.unclosed) {
    tell_cell(quote_unclosed, content);
  } else {
    tell_cell(cell.stray_quote ? quote_stray : text_after_quote, content);
  }
  plain(cell.raw_begin, cell.raw_end, cell.content, cell.flags);
  if (cell.unclosed) {
    --column_;
    reject_cell();
    ++column_;
  }
}

/// `cell.content` counts from the batch's text here.
void BatchFiller::look_closer(const Cell& cell) {
  if (cell.raw_end > next_bad_) {
    look_for_undecodable(cell);
  } else if ((cell.flags & cell_flag::kSuspect) != 0 && read_as_.undecodable.empty()) {
    const std::string found = private_use_in(batch_.at(cell.content));
    if (!found.empty()) {
      tell_cell(character_private_use, cell.content, {{"bytes", found, {}}});
      reject_cell();
    }
  }
  if ((cell.flags & cell_flag::kControl) != 0 &&
      std::memchr(batch_.text.data() + cell.content.offset, 0, cell.content.length) != nullptr) {
    tell_cell(cell_with_nul, cell.content);
    reject_cell();
  }
  if (column_ < width_ || cell.content.length == 0) return;
  if (surplus_.size() < kSurplusKept) {
    surplus_.emplace_back(batch_.at(cell.content));
  } else if (surplus_.size() == kSurplusKept) {
    surplus_.emplace_back("…");
  }
}

void BatchFiller::look_for_undecodable(const Cell& cell) {
  const auto& places = read_as_.undecodable;
  std::string invalid;
  std::string private_use;
  std::size_t told = 0;
  for (; bad_ < places.size() && places[bad_].output < cell.raw_end; ++bad_) {
    if (++told > kPlacesShown) continue;
    std::string& to = places[bad_].kind == Undecodable::Kind::invalid ? invalid : private_use;
    if (!to.empty()) to += ", ";
    const std::string_view bytes = read_as_.source.substr(places[bad_].source, places[bad_].length);
    const bool by_code_point = &to == &private_use && read_as_.file != Encoding::cp932;
    to += by_code_point ? code_point_of(bytes) : hex_of(bytes, read_as_.file);
  }
  next_bad_ = bad_ < places.size() ? places[bad_].output : never;
  if (!invalid.empty())
    tell_cell(bytes_undecodable, cell.content,
              {{"bytes", invalid, {}}, {"encoding", std::string(name_of(read_as_.file)), {}}});
  if (!private_use.empty()) tell_cell(character_private_use, cell.content, {{"bytes", private_use, {}}});
  reject_cell();
}

std::string BatchFiller::column_name() const {
  return column_ < width_ ? layer_.headers[column_] : std::to_string(column_ + 1);
}

void BatchFiller::tell_cell(const RuleInfo& rule, Span content, std::vector<Argument> arguments) {
  Diagnostic told = make_diagnostic(rule);
  told.layer = batch_.layer;
  told.record = static_cast<std::int64_t>(record_);
  told.row = row_ + 1;  // the row under way
  told.line = line_;
  told.column = column_name();
  told.value = std::string(batch_.at(content));
  told.arguments = std::move(arguments);
  batch_.diagnostics.push_back(std::move(told));
}

void BatchFiller::tell_width(const RuleInfo& rule, std::string value) {
  Diagnostic told = make_diagnostic(rule);
  told.layer = batch_.layer;
  told.record = static_cast<std::int64_t>(record_);
  told.row = row_;
  told.line = line_;
  told.value = std::move(value);
  told.arguments = {{"cells", std::to_string(column_), {}}, {"columns", std::to_string(width_), {}}};
  batch_.diagnostics.push_back(std::move(told));
}

void BatchFiller::reject_cell() {
  // A cell beyond the columns is not written anyway; the row's first one stands for it.
  const std::size_t column = column_ < width_ ? column_ : 0;
  if (column < width_) flags_[column][record_] |= cell_flag::kUndecodable;
}

}  // namespace anzenmap::csv
