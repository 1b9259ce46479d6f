// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/csv_source.hpp"

#include <algorithm>
#include <string_view>

#include "gis/base/error.hpp"
#include "gis/base/utf8.hpp"
#include "importers/csv/batch_filler.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/csv/other_encoding.hpp"
#include "importers/csv/row_scanner.hpp"

namespace anzenmap::csv {

namespace {

/// The three bytes of a lone surrogate (TextStream) are one fault.
std::vector<Undecodable> join_surrogates(const std::vector<Undecodable>& places, std::string_view source) {
  std::vector<Undecodable> joined;
  for (const Undecodable& place : places) {
    const bool goes_on = !joined.empty() && source[joined.back().source] == '\xED' &&
                         joined.back().length < 3 &&
                         joined.back().source + joined.back().length == place.source &&
                         static_cast<unsigned char>(source[place.source]) < 0xC0;
    if (goes_on) {
      joined.back().length = static_cast<std::uint8_t>(joined.back().length + place.length);
    } else {
      joined.push_back(place);
    }
  }
  return joined;
}

}  // namespace

bool CsvSource::read_more(Bytes& text, std::size_t size) {
  const std::size_t before = text.size();
  const std::size_t kept = std::min(size, pending_.size() - pending_at_);
  text.append(pending_.view().substr(pending_at_, kept));
  pending_at_ += kept;
  if (kept < size) {
    from_stream_ = true;
    stream_->read(text, size - kept);
  }
  return text.size() > before;
}

void CsvSource::give_back(Bytes& text, std::size_t from) {
  const std::string_view tail = text.view().substr(from);
  if (from_stream_) {
    pending_.clear();
    pending_.append(tail);
    pending_at_ = 0;
  } else {
    pending_at_ -= tail.size();
  }
  text.resize(from);
}

bool CsvSource::take(Batch& batch) {
  Bytes& text = batch.text;
  text.clear();
  batch.layer = 0;
  cutter_->restart();
  from_stream_ = false;
  std::size_t step = options_.chunk_bytes;
  for (;;) {
    const bool more = read_more(text, step);
    const std::size_t size = text.size();
    if (size == 0) return false;
    cutter_->scan(text.data(), size, size, !more);
    std::size_t end = cutter_->record_end(text.data(), size, options_.chunk_bytes, !more);
    if (end == 0 && !more) end = size;
    if (end == 0 && size >= options_.record_limit) {
      if (!cutter_->forgive_open_quote(text.data())) fail_too_long();
      cutter_->scan(text.data(), size, size, false);
      end = cutter_->record_end(text.data(), size, options_.chunk_bytes, false);
    }
    if (end != 0) {
      give_back(text, end);
      return true;
    }
    // Twice as much each time, so that a long record is not looked through again and again.
    step = std::max<std::size_t>(
        std::min(size, options_.record_limit - std::min(size, options_.record_limit)), 64);
  }
}

void CsvSource::parse(Batch& batch) const {
  Bytes& text = batch.text;
  const std::size_t size = text.size();
  const Encoding encoding = stream_->outgoing();
  ReadAs read_as{dialect_.encoding, {}, {}};
  std::size_t base = 0;
  if (encoding != Encoding::utf8 || !is_valid_utf8(text.data(), size)) {
    // Decoded behind the raw bytes, which messages quote; no encoding makes more than three bytes of one.
    text.reserve(size * 4);
    read_as.source = text.view();
    read_as.undecodable = decode_to_utf8(encoding, read_as.source, text);
    if (dialect_.encoding != encoding)
      read_as.undecodable = join_surrogates(read_as.undecodable, read_as.source);
    base = size;
  }
  BatchFiller filler(batch, layer_, base, text.size() - base, read_as);
  RowScanner<BatchFiller>(text.data() + base, text.size() - base, dialect_.separator, filler).run();
  filler.finish(size);
}

void CsvSource::settle(Batch& batch) {
  settled_to_ += static_cast<std::uint64_t>(batch.line.back());
  batch.line.pop_back();
  const std::int64_t lines = batch.line.back();
  batch.line.pop_back();
  const std::int64_t rows = batch.row.back();
  batch.row.pop_back();
  for (std::int64_t& row : batch.row) row += rows_before_;
  for (std::int64_t& line : batch.line) line += lines_before_;
  bool undecodable = false;
  for (Diagnostic& told : batch.diagnostics) {
    if (told.row > 0) told.row += rows_before_;
    if (told.line > 0) told.line += lines_before_;
    undecodable = undecodable || told.rule == &bytes_undecodable;
  }
  rows_before_ += rows;
  lines_before_ += lines;
  if (undecodable && !dialect_.pinned && !others_.empty()) look_for_other_encoding();
}

void CsvSource::look_for_other_encoding() {
  const auto other = find_other_encoding(file_, 0, settled_to_, others_);
  if (!other) return;
  const std::string now(name_of(dialect_.encoding));
  const std::string then(name_of(*other));
  throw RereadRequest{
      layer_.file,
      {"encoding", then, DecidedBy::detected, now + "では読めない文字があり、" + then + "ならすべて読めます",
       "some bytes are no " + now + ", all of them are " + then}};
}

}  // namespace anzenmap::csv
