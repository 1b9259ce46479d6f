// SPDX-License-Identifier: Apache-2.0
// How a CSV file is understood when it is opened; csv_source.cpp reads it then.
#include <algorithm>
#include <memory>

#include "gis/base/error.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/csv/csv_source.hpp"
#include "importers/csv/head_rows.hpp"
#include "importers/encoding/guess.hpp"
#include "importers/form/recognise.hpp"
#include "importers/table/header.hpp"

namespace anzenmap::csv {

namespace {

/// Bytes looked at before anything is decided, whatever the chunk size.
constexpr std::size_t kHead = 64 * 1024;
/// Rows below the header that tell whether a column without a name is used.
constexpr std::size_t kRowsBelow = 200;

bool has_line_end(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

/// Bytes of the first `lines` physical lines.
std::size_t length_of_lines(std::string_view text, std::size_t lines) {
  std::size_t at = 0;
  while (lines > 0 && at < text.size()) {
    const char byte = text[at++];
    if (byte == '\r' && at < text.size() && text[at] == '\n') ++at;
    if (byte == '\r' || byte == '\n') --lines;
  }
  return at;
}

bool is_blank_row(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return is_blank(cell); });
}

std::string known_names(const std::vector<std::string>& cells, const Profile& profile) {
  std::string names;
  std::size_t shown = 0;
  for (const std::string& cell : cells) {
    if (shown == 3 || is_blank(cell) || !profile.match(cell)) continue;
    names += "「" + cell + "」";
    ++shown;
  }
  return names;
}

}  // namespace

CsvSource::CsvSource(const std::string& path, const ReadOptions& options, const Profile& profile)
    : file_(path), options_(options) {
  options_.chunk_bytes = std::max<std::size_t>(options_.chunk_bytes, 16);
  layer_.file = file_.name();
  layer_.reading.decide("format", "csv", options.format ? DecidedBy::person : DecidedBy::detected,
                        options.format ? "指定されました" : "区切りで分けられた文字の表です",
                        options.format ? "named by a person" : "text in rows and cells");
  decide_encoding();
  stream_.emplace(file_, dialect_.encoding, dialect_.mark);
  read_head();
  Bytes head = decoded_head();
  decide_separator(head.view(), stream_->ended(), profile);
  cutter_.emplace(dialect_.separator, stream_->outgoing());
  if (read_first_record()) head = decoded_head();
  decide_header(head.view(), stream_->ended(), profile);
  const std::string_view garbled = find_garbled(head.view());
  if (!garbled.empty()) opening_.push_back(tell(text_garbled, std::string(garbled), {}));
}

Diagnostic CsvSource::tell(const RuleInfo& rule, std::string value, std::vector<Argument> arguments) const {
  Diagnostic told = make_diagnostic(rule);
  told.row = layer_.header_row;
  told.value = std::move(value);
  told.arguments = std::move(arguments);
  return told;
}

void CsvSource::decide_encoding() {
  std::string start(kHead, '\0');
  start.resize(file_.read_at(0, start.data(), start.size()));
  const bool whole = start.size() < kHead;
  const EncodingGuess guess = guess_encoding(start, whole);
  if (!options_.encoding) {
    dialect_.encoding = guess.encoding;
    dialect_.mark = guess.mark;
    layer_.reading.decide("encoding", name_of(guess.encoding),
                          guess.mark != 0 ? DecidedBy::file : DecidedBy::detected, guess.evidence_ja,
                          guess.evidence_en);
    // Where the head has a place that does not decode, it was weighed against the others already.
    if (guess.mark != 0 || guess.undecodable != 0) return;
    for (const Encoding other : {Encoding::utf8, Encoding::cp932, Encoding::euc_jp})
      if (other != guess.encoding && guess.encoding <= Encoding::euc_jp) others_.push_back(other);
    return;
  }
  const auto named = encoding_named(*options_.encoding);
  if (!named)
    throw Error(encoding_not_known, {{"value", *options_.encoding, {}}}, Error::Kind::usage,
                {{"encoding", "utf-8"}, {"encoding", "cp932"}});
  dialect_.encoding = *named;
  dialect_.mark = mark_length(*named, start);
  dialect_.pinned = true;
  layer_.reading.decide("encoding", name_of(*named), DecidedBy::person, "指定されました",
                        "named by a person");
  if (guess.encoding == *named || guess.ascii_only || guess.undecodable != 0) return;
  if (guess.mark == 0 && decodes(*named, start, !whole)) return;
  opening_.push_back(tell(encoding_contradicted, std::string(name_of(*named)),
                          {{"found", std::string(name_of(guess.encoding)), {}},
                           {"evidence", guess.evidence_ja, guess.evidence_en}}));
}

void CsvSource::read_head() {
  while (pending_.size() < kHead && stream_->read(pending_, kHead)) continue;
  // A table has lines; what has none may be anything and as long as the disk.
  std::size_t looked_at = 0;
  while (!stream_->ended() && !has_line_end(pending_.view().substr(looked_at))) {
    if (pending_.size() >= options_.record_limit) fail_too_long();
    looked_at = pending_.size();
    stream_->read(pending_, std::min(pending_.size(), options_.record_limit));
  }
}

bool CsvSource::read_first_record() {
  cutter_->restart();
  const std::size_t before = pending_.size();
  for (;;) {
    const std::size_t size = pending_.size();
    const bool grown = size > before;
    cutter_->scan(pending_.data(), size, size, stream_->ended());
    if (stream_->ended() || cutter_->record_end(pending_.data(), size, size, false) != 0) return grown;
    if (size >= options_.record_limit) {
      if (!cutter_->forgive_open_quote(pending_.data())) fail_too_long();
      return grown;
    }
    stream_->read(pending_, std::min(size, options_.record_limit));
  }
}

Bytes CsvSource::decoded_head() const {
  Bytes text;
  decode_to_utf8(stream_->outgoing(), pending_.view(), text);
  return text;
}

void CsvSource::decide_separator(std::string_view text, bool whole, const Profile& profile) {
  const SeparatorGuess guess = guess_separator(text, whole, profile);
  dialect_.separator = guess.separator;
  if (!options_.separator) {
    const std::string rows = std::to_string(guess.rows);
    const std::string equal = std::to_string(guess.equal);
    const std::string columns = std::to_string(guess.columns);
    const bool found = guess.equal != 0;
    layer_.reading.decide("separator", name_of_separator(guess.separator), DecidedBy::detected,
                          found ? "はじめの" + rows + "行のうち" + equal + "行が" + columns + "列にそろいます"
                                : "区切りが見つからないので、1列の表として読みます",
                          found ? equal + " of the first " + rows + " rows have " + columns + " cells"
                                : "no separator found: a table of one column");
    return;
  }
  const auto named = separator_named(*options_.separator);
  if (!named)
    throw Error(separator_not_known, {{"value", *options_.separator, {}}}, Error::Kind::usage,
                {{"separator", ","}, {"separator", "tab"}});
  dialect_.separator = *named;
  layer_.reading.decide("separator", name_of_separator(*named), DecidedBy::person, "指定されました",
                        "named by a person");
  if (guess.equal == 0 || guess.separator == *named) return;
  const HeadRows head = split_head(text, *named, whole);
  if (std::any_of(head.rows.begin(), head.rows.end(), [](const auto& row) { return row.size() > 1; })) return;
  opening_.push_back(tell(separator_contradicted, name_of_separator(*named),
                          {{"found", name_of_separator(guess.separator), {}}}));
}

void CsvSource::decide_header(std::string_view text, bool whole, const Profile& profile) {
  const HeadRows head = split_head(text, dialect_.separator, whole);
  const auto first = static_cast<std::size_t>(
      std::find_if_not(head.rows.begin(), head.rows.end(), is_blank_row) - head.rows.begin());
  if (first == head.rows.size()) throw Error(table_without_rows, {{"file", file_.name(), {}}});
  const auto guess = find_header_row(head.rows, profile);
  std::size_t header = guess ? guess->row : first;
  DecidedBy by = DecidedBy::detected;
  if (options_.header_row) {
    const std::int64_t named = *options_.header_row;
    if (named < 1 || static_cast<std::size_t>(named) > head.rows.size())
      throw Error(header_row_missing,
                  {{"value", std::to_string(named), {}},
                   {"file", file_.name(), {}},
                   {"rows", std::to_string(head.rows.size()), {}}},
                  Error::Kind::usage);
    header = static_cast<std::size_t>(named - 1);
    by = DecidedBy::person;
  }
  layer_.header_row = static_cast<std::int64_t>(header + 1);
  const std::string value = std::to_string(layer_.header_row);
  const std::string known = known_names(head.rows[header], profile);
  const bool person = by == DecidedBy::person;
  layer_.reading.decide("header_row", value, by,
                        person          ? "指定されました"
                        : known.empty() ? "はじめの、名前が並ぶ行です"
                                        : known + "があります",
                        person          ? "named by a person"
                        : known.empty() ? "the first row that looks like names"
                                        : "has the known headers " + known);
  if (person && guess && guess->recognised && guess->row != header)
    opening_.push_back(tell(header_row_contradicted, value, {{"found", std::to_string(guess->row + 1), {}}}));
  for (std::size_t i = 0; i < header; ++i)
    if (!is_blank_row(head.rows[i]))
      opening_.push_back(tell_row_above_header(0, static_cast<std::int64_t>(i + 1), head.rows[i]));
  name_columns(head.rows, header);
  form::recognise(layer_, profile, std::span(head.rows).subspan(header + 1), "CSV");
  if (!person && !(guess && guess->recognised) && layer_.dialect.empty())
    opening_.push_back(tell(header_not_recognised, {}, {}));

  rows_before_ = layer_.header_row;
  lines_before_ = static_cast<std::int64_t>(head.lines_to[header]);
  pending_at_ = length_of_lines(pending_.view(), head.lines_to[header]);
  settled_to_ = dialect_.mark + pending_at_;
  check_header_bytes(length_of_lines(pending_.view(), header == 0 ? 0 : head.lines_to[header - 1]),
                     pending_at_);
}

void CsvSource::name_columns(std::span<const std::vector<std::string>> rows, std::size_t header) {
  const std::size_t width = rows[header].size();
  check_width(width, file_.name());
  const auto filled = std::make_unique<bool[]>(width);
  for (std::size_t i = header + 1; i < rows.size() && i <= header + kRowsBelow; ++i)
    for (std::size_t column = 0; column < std::min(width, rows[i].size()); ++column)
      filled[column] = filled[column] || !is_blank(rows[i][column]);
  NamedHeaders named = name_headers(rows[header], {filled.get(), width}, 0, layer_.header_row);
  layer_.headers = std::move(named.names);
  for (Diagnostic& told : named.diagnostics) opening_.push_back(std::move(told));
}

void CsvSource::check_header_bytes(std::size_t begin, std::size_t end) {
  const std::string_view bytes = pending_.view().substr(begin, end - begin);
  Bytes text;
  for (const Undecodable& place : decode_to_utf8(stream_->outgoing(), bytes, text)) {
    if (place.kind != Undecodable::Kind::invalid) continue;
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string hex;
    for (const char byte : bytes.substr(place.source, place.length)) {
      if (!hex.empty()) hex += ' ';
      hex += digits[static_cast<unsigned char>(byte) >> 4U];
      hex += digits[static_cast<unsigned char>(byte) & 0x0FU];
    }
    Diagnostic told = tell(header_undecodable, {},
                           {{"bytes", hex, {}}, {"encoding", std::string(name_of(dialect_.encoding)), {}}});
    told.line = lines_before_;
    opening_.push_back(std::move(told));
    return;
  }
}

void CsvSource::fail_too_long() const {
  throw Error(record_too_long, {{"file", file_.name(), {}},
                                {"line", std::to_string(lines_before_ + 1), {}},
                                {"limit", std::to_string(options_.record_limit), {}}});
}

}  // namespace anzenmap::csv
