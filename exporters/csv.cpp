// SPDX-License-Identifier: Apache-2.0
#include "exporters/csv.hpp"

#include <cstring>
#include <utility>

#include "exporters/writing/csv_cell.hpp"
#include "exporters/writing/slack_copy.hpp"
#include "gis/encoding/encoding.hpp"

namespace anzenmap {

const RuleInfo formula_guarded{
    .code = "OU710",
    .name = "formula-guarded",
    .severity = Severity::info,
    .category = Category::output,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"計算式と間違われる文字", "Text that looks like a formula"},
    .message =
        {"「{column}」の「{value}」は、表計算ソフトが計算式と間違えるので、CSVでは先頭に「'」を付けました",
         "{column} value '{value}' would be taken for a formula, so it has an apostrophe in front in the "
         "CSV"},
    .why = {"= + - @ "
            "などで始まる文字は、表計算ソフトで開くと計算式として動き、書いた言葉が見えなくなったり、悪用され"
            "たりします。",
            "A spreadsheet runs text that starts with = + - @ as a formula: the words vanish, or worse."},
    .remedy = {"このままで大丈夫です。GeoJSONの言葉は元のままで、このCSVをもう一度読むと「'」は外れます。",
               "Nothing to do. The GeoJSON keeps the words; reading the CSV again takes the apostrophe off."},
    .bad = "名称,区分,緯度,経度,備考\n横断歩道,交通安全,34.05,131.80,-あぶない-\n",
    .good = "名称,区分,緯度,経度,備考\n横断歩道,交通安全,34.05,131.80,あぶない\n"};

const RuleInfo character_not_in_cp932{
    .code = "OU711",
    .name = "character-not-in-cp932",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::cell,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"選んだ種類のCSVで書けない文字", "Character that the chosen CSV encoding lacks"},
    .message =
        {"「{column}」の「{value}"
         "」には、選んだ種類のCSV（cp932）で書けない文字があります。CSVでは置きかえました：{characters}",
         "{column} value '{value}' has characters that CP932 lacks; replaced in the CSV: {characters}"},
    .why = {"昔からのCSVの文字の種類（cp932）には、入っていない文字があります。GeoJSONには元の文字のまま残し"
            "ました。",
            "The old encoding CP932 lacks many characters. The GeoJSON keeps them."},
    .remedy =
        {"文字をそのまま残したいときは、CSVの文字の種類を「Excelで開けるCSV（utf-8-bom）」にしてください。",
         "To keep the characters, write the CSV as utf-8-bom, which Excel opens too."},
    .bad = "",
    .good = ""};

namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string utf8_of(char32_t character) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) return {static_cast<char>(character)};
  if (character < 0x800) return {static_cast<char>(0xC0U | (character >> 6U)), tail(0)};
  if (character < 0x10000) return {static_cast<char>(0xE0U | (character >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (character >> 18U)), tail(12), tail(6), tail(0)};
}

std::string replacements(const std::vector<MissingCharacter>& missing) {
  std::string text;
  for (const MissingCharacter& one : missing) {
    const std::string change = utf8_of(one.character) + "→" + utf8_of(one.written);
    if (text.find(change) != std::string::npos) continue;
    if (!text.empty()) text += ' ';
    text += change;
  }
  return text;
}

Diagnostic missing_diagnostic(std::string_view column, std::string_view value,
                              const std::vector<MissingCharacter>& missing) {
  Diagnostic diagnostic = make_diagnostic(character_not_in_cp932);
  diagnostic.column = column;
  diagnostic.value = value;
  diagnostic.arguments.push_back({"characters", replacements(missing), {}});
  return diagnostic;
}

Diagnostic guard_diagnostic(std::string_view column, std::string_view value) {
  Diagnostic diagnostic = make_diagnostic(formula_guarded);
  diagnostic.column = column;
  diagnostic.value = value;
  std::string guarded;
  guarded.append("'").append(value);
  diagnostic.fix = Fix{std::string(value), std::move(guarded), FixSafety::safe};
  return diagnostic;
}

void place_at(Diagnostic& diagnostic, const Batch& batch, std::size_t record) {
  diagnostic.layer = batch.layer;
  diagnostic.record = static_cast<std::int64_t>(record);
  if (record < batch.row.size()) diagnostic.row = batch.row[record];
  if (record < batch.line.size()) diagnostic.line = batch.line[record];
}

std::size_t most_bytes(const Batch& batch, std::size_t columns) {
  std::size_t bytes = batch.records * (4 * columns + kLineEnd.size()) + kSlack;
  for (std::size_t i = 0; i < columns; ++i) {
    const TextColumn& column = batch.fields[i];
    for (const Span cell : column.cells) bytes += cell.length;
    if ((column.any & cell_flag::kQuote) == 0) continue;
    for (std::size_t k = 0; k < column.cells.size(); ++k)
      if ((column.flags[k] & cell_flag::kQuote) != 0) bytes += column.cells[k].length;
  }
  return bytes;
}

}  // namespace

std::string_view name_of(CsvEncoding encoding) {
  switch (encoding) {
    case CsvEncoding::utf8:
      return "utf-8";
    case CsvEncoding::utf8_bom:
      return "utf-8-bom";
    case CsvEncoding::cp932:
      return "cp932";
  }
  return "";
}

std::optional<CsvEncoding> csv_encoding_named(std::string_view name) {
  for (const CsvEncoding encoding : {CsvEncoding::utf8, CsvEncoding::utf8_bom, CsvEncoding::cp932})
    if (name == name_of(encoding)) return encoding;
  return std::nullopt;
}

/// One column of a batch, ready for the row loop.
struct CsvSink::Cells {
  const Span* cells;
  const std::uint8_t* flags;
  bool number;
};

void CsvSink::begin(const Schema& schema, std::span<const Layer> /*layers*/) {
  names_.clear();
  number_.clear();
  opening_.clear();
  for (const SchemaField& field : schema.fields) {
    names_.push_back(field.name);
    number_.push_back(field.is_number());
  }
  write_header();
}

void CsvSink::write_header() {
  if (options_.encoding == CsvEncoding::utf8_bom) out_->write(kUtf8Bom);
  Bytes header;
  for (const std::string& name : names_) {
    if (&name != &names_.front()) header.push_back(',');
    append_csv_cell(header, name);
    if (needs_formula_guard(name)) opening_.push_back(guard_diagnostic(name, name));
  }
  header.append(kLineEnd);
  if (options_.encoding == CsvEncoding::cp932) {
    Bytes encoded;
    for (const std::string& name : names_) {
      std::vector<MissingCharacter> missing;
      encode_cp932(name, encoded, missing);
      if (!missing.empty()) opening_.push_back(missing_diagnostic(name, name, missing));
    }
    encoded.clear();
    std::vector<MissingCharacter> told;
    encode_cp932(header.view(), encoded, told);
    header.swap(encoded);
  }
  out_->write(header.view());
}

std::vector<CsvSink::Cells> CsvSink::cells_of(const Batch& batch) const {
  std::vector<Cells> columns;
  columns.reserve(number_.size());
  for (std::size_t i = 0; i < number_.size(); ++i)
    columns.push_back({batch.fields[i].cells.data(), batch.fields[i].flags.data(), number_[i]});
  return columns;
}

void CsvSink::format(const ClearedBatch& cleared, Formatted& out) const {
  const Batch& batch = cleared.batch();
  const std::vector<Cells> columns = cells_of(batch);
  out.bytes.clear();
  out.bytes.reserve(most_bytes(batch, columns.size()));
  char* end = out.bytes.data();
  for (std::size_t record = 0; record < batch.records; ++record) {
    if (batch.state[record] != RecordState::accepted) continue;
    end = write_row(end, columns, record, batch, out);
    ++out.records;
  }
  out.bytes.resize(static_cast<std::size_t>(end - out.bytes.data()));
  if (options_.encoding == CsvEncoding::cp932) to_cp932(batch, out);
}

char* CsvSink::write_row(char* end, const std::vector<Cells>& columns, std::size_t record, const Batch& batch,
                         Formatted& out) const {
  const char* const text = batch.text.data();
  const char* const begin = end;
  for (const Cells& column : columns) {
    const Span cell = column.cells[record];
    const std::uint8_t flags = column.flags[record];
    if (cell.length != 0) {
      const char* const from = text + cell.offset;
      const bool number = column.number && (flags & cell_flag::kAsText) == 0;
      if (number || ((flags & cell_flag::kCsvQuote) == 0 && has_plain_edges({from, cell.length}))) {
        end = copy_slack(end, from, cell.length);
      } else {
        end = write_asking_cell(end, static_cast<std::size_t>(&column - columns.data()), record, batch, out);
      }
    }
    *end++ = ',';
  }
  if (end != begin) --end;
  if (end == begin) {  // an empty line would be no record to a reader
    *end++ = '"';
    *end++ = '"';
  }
  std::memcpy(end, kLineEnd.data(), kLineEnd.size());
  return end + kLineEnd.size();
}

// A cell that may need quotes or a guard.
char* CsvSink::write_asking_cell(char* end, std::size_t column, std::size_t record, const Batch& batch,
                                 Formatted& out) const {
  const std::string_view cell = batch.field(column, record);
  const bool guard = needs_formula_guard(cell);
  if (guard) {
    out.diagnostics.push_back(guard_diagnostic(names_[column], cell));
    place_at(out.diagnostics.back(), batch, record);
  }
  return write_csv_cell(end, cell, guard);
}

void CsvSink::to_cp932(const Batch& batch, Formatted& out) const {
  Bytes encoded;
  encoded.reserve(out.bytes.size());
  std::vector<MissingCharacter> missing;
  encode_cp932(out.bytes.view(), encoded, missing);
  out.bytes.swap(encoded);
  if (!missing.empty()) tell_missing(batch, out);
}

// Only for the few batches that have such characters: which cell has them?
void CsvSink::tell_missing(const Batch& batch, Formatted& out) const {
  Bytes encoded;
  std::vector<MissingCharacter> missing;
  for (std::size_t record = 0; record < batch.records; ++record) {
    if (batch.state[record] != RecordState::accepted) continue;
    for (std::size_t column = 0; column < names_.size(); ++column) {
      if ((batch.fields[column].flags[record] & cell_flag::kNonAscii) == 0) continue;
      const std::string_view cell = batch.field(column, record);
      encoded.clear();
      missing.clear();
      encode_cp932(cell, encoded, missing);
      if (missing.empty()) continue;
      out.diagnostics.push_back(missing_diagnostic(names_[column], cell, missing));
      place_at(out.diagnostics.back(), batch, record);
    }
  }
}

void CsvSink::write(const Formatted& formatted) { out_->write(formatted.bytes.view()); }

void CsvSink::finish() { out_->flush(); }

}  // namespace anzenmap
