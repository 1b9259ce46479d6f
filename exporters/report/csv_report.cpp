// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/csv_report.hpp"

#include "exporters/report/severity_words.hpp"
#include "exporters/writing/csv_cell.hpp"
#include "exporters/writing/well_formed.hpp"

namespace anzenmap {
namespace {

constexpr Text kColumns[] = {{"種類", "severity"}, {"コード", "code"},  {"ファイル", "file"},
                             {"シート", "sheet"},  {"行", "row"},       {"列", "column"},
                             {"値", "value"},      {"内容", "message"}, {"どうするか", "what to do"}};

std::string number_or_nothing(std::int64_t number) {
  return number > 0 ? std::to_string(number) : std::string();
}

}  // namespace

void CsvReport::cell(std::string_view text) {
  if (!row_.empty()) row_.push_back(',');
  append_csv_cell(row_, text);
}

void CsvReport::begin(std::span<const Layer> /*layers*/) {
  out_->write(kUtf8Bom);
  row_.clear();
  for (const Text& column : kColumns) cell(column.in(language_));
  row_.append("\r\n");
  out_->write(row_.view());
}

void CsvReport::add(const Diagnostic& diagnostic, std::span<const Layer> layers) {
  const Layer* layer = diagnostic.layer < layers.size() ? &layers[diagnostic.layer] : nullptr;
  row_.clear();
  cell(severity_word(diagnostic.severity).in(language_));
  cell(diagnostic.rule->code);
  cell(layer == nullptr ? std::string_view() : layer->file);
  cell(layer == nullptr ? std::string_view() : layer->sheet);
  cell(number_or_nothing(diagnostic.row > 0 ? diagnostic.row : diagnostic.line));
  cell(well_formed(diagnostic.column));
  cell(well_formed(diagnostic.value));
  cell(well_formed(render_message(diagnostic, language_)));
  cell(diagnostic.rule->remedy.in(language_));
  row_.append("\r\n");
  out_->write(row_.view());
}

void CsvReport::finish(const Summary& /*summary*/) { out_->flush(); }

}  // namespace anzenmap
