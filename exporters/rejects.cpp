// SPDX-License-Identifier: Apache-2.0
#include "exporters/rejects.hpp"

#include <algorithm>

#include "exporters/writing/csv_cell.hpp"
#include "exporters/writing/well_formed.hpp"

namespace anzenmap {
namespace {

void append_raw_cell(const Batch& batch, std::size_t column, std::size_t record, Bytes& out) {
  if (column >= batch.raw.size()) return;
  const std::string_view cell = batch.raw_cell(column, record);
  if ((batch.raw[column].flags[record] & cell_flag::kUndecodable) == 0) {
    append_csv_cell(out, cell);
  } else {  // the file must be readable again
    append_csv_cell(out, well_formed(cell));
  }
}

// Error diagnostics that belong to a record, by record; equal ones stay in their order.
std::vector<const Diagnostic*> errors_by_record(const Batch& batch) {
  std::vector<const Diagnostic*> errors;
  for (const Diagnostic& diagnostic : batch.diagnostics)
    if (diagnostic.severity == Severity::error && diagnostic.record != Diagnostic::kNoRecord)
      errors.push_back(&diagnostic);
  std::stable_sort(errors.begin(), errors.end(),
                   [](const Diagnostic* a, const Diagnostic* b) { return a->record < b->record; });
  return errors;
}

void append_reasons(std::span<const Diagnostic* const> errors, Bytes& out) {
  std::string codes;
  std::string reasons;
  for (const Diagnostic* error : errors) {
    if (!codes.empty()) codes += ';';
    if (!reasons.empty()) reasons += ';';
    codes += error->rule->code;
    reasons += render_message(*error, Language::ja);
  }
  out.push_back(',');
  append_csv_cell(out, codes);
  out.push_back(',');
  append_csv_cell(out, well_formed(reasons));
  out.append("\r\n");
}

}  // namespace

void RejectsSink::begin(const Schema& schema, std::span<const Layer> layers) {
  stream_ = nullptr;
  columns_ = schema.original.size();
  origins_.clear();
  for (const Layer& layer : layers) {
    Bytes origin;
    append_csv_cell(origin, layer.file);
    origin.push_back(',');
    append_csv_cell(origin, layer.sheet);
    origin.push_back(',');
    origins_.emplace_back(origin.view());
  }
  header_.clear();
  header_.append(kUtf8Bom);
  for (const std::string_view name : kRejectsOrigin) {
    header_.append(name);
    header_.push_back(',');
  }
  for (const std::string& name : schema.original) {
    append_csv_cell(header_, name);
    header_.push_back(',');
  }
  header_.append(kRejectsReason[0]);
  header_.push_back(',');
  header_.append(kRejectsReason[1]);
  header_.append("\r\n");
}

void RejectsSink::format(const ClearedBatch& cleared, Formatted& out) const {
  const Batch& batch = cleared.batch();
  out.bytes.clear();
  if (std::find(batch.state.begin(), batch.state.end(), RecordState::rejected) == batch.state.end()) return;
  const std::vector<const Diagnostic*> errors = errors_by_record(batch);
  auto first = errors.begin();
  for (std::size_t record = 0; record < batch.records; ++record) {
    const auto number = static_cast<std::int64_t>(record);
    first = std::find_if(first, errors.end(), [&](const Diagnostic* e) { return e->record >= number; });
    if (batch.state[record] != RecordState::rejected) continue;
    const auto last =
        std::find_if(first, errors.end(), [&](const Diagnostic* e) { return e->record > number; });
    write_row(cleared, record, out.bytes);
    append_reasons({first, last}, out.bytes);
    ++out.records;
  }
}

void RejectsSink::write_row(const ClearedBatch& cleared, std::size_t record, Bytes& out) const {
  const Batch& batch = cleared.batch();
  out.append(origins_[batch.layer]);
  if (record < batch.row.size() && batch.row[record] > 0) out.append(std::to_string(batch.row[record]));
  for (std::size_t i = 0; i < columns_; ++i) {
    out.push_back(',');
    const int column = cleared.original()[i];
    if (column >= 0) append_raw_cell(batch, static_cast<std::size_t>(column), record, out);
  }
}

void RejectsSink::write(const Formatted& formatted) {
  if (formatted.records == 0) return;
  if (stream_ == nullptr) {
    stream_ = &set_->create(name_, {.mode = 0600});
    stream_->write(header_.view());
  }
  stream_->write(formatted.bytes.view());
}

void RejectsSink::finish() {
  if (stream_ != nullptr) stream_->flush();
}

}  // namespace anzenmap
