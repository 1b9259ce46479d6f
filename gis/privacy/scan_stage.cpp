// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/scan_stage.hpp"

#include "gis/base/edit_distance.hpp"
#include "gis/privacy/finding_rules.hpp"
#include "gis/privacy/signals.hpp"
#include "gis/privacy/text_scanner.hpp"

namespace anzenmap {

struct ScanStage::Tools {
  TextScanner scanner;
  std::vector<std::uint32_t> cells;
};

namespace {

/// Where the text that is written begins in the cell as the file had it, in code points; -1 when it is not a
/// part of it any more.
int offset_in_raw(const Batch& batch, Span written, Span raw) {
  if (written.offset < raw.offset || written.offset + written.length > raw.offset + raw.length) return -1;
  return static_cast<int>(code_points(batch.at({raw.offset, written.offset - raw.offset})));
}

void name_finding(Diagnostic& told, const Finding& found, int offset) {
  told.entity = name_of(found.entity);
  if (offset >= 0) told.span = {found.begin + offset, found.end + offset};
}

const RuleInfo& rule_for(Redact redact, Entity entity) {
  return redact == Redact::none ? rule_of(entity) : text_hidden;
}

/// An info names what was hidden, as the rule of the entity calls it.
void name_hidden(Diagnostic& told, Redact redact, Entity entity) {
  if (redact == Redact::none) return;
  const Text title = rule_of(entity).title;
  told.arguments = {{"what_ja", std::string(title.ja), {}}, {"what_en", std::string(title.en), {}}};
}

}  // namespace

ScanStage::ScanStage(const Survey& survey, Redact redact, unsigned workers)
    : survey_(survey), redact_(redact) {
  for (const SchemaField& field : survey.schema().fields) columns_.push_back(scanned_column(field));
  for (unsigned i = 0; i < std::max(workers, 1U); ++i) tools_.push_back(std::make_unique<Tools>());
}

ScanStage::~ScanStage() = default;

void ScanStage::scan_cell(Batch& batch, std::size_t field, std::size_t record, Tools& tools) const {
  TextColumn& column = batch.fields[field];
  const ScannedColumn& how = columns_[field];
  const std::string text(batch.at(column.cells[record]));
  const Findings findings =
      tools.scanner.scan(text, how.exempt, how.scan == Scan::names ? TextKind::name : TextKind::sentence);
  if (findings.empty()) return;
  const int raw = survey_.layer(batch).field_to_raw[field];
  const int offset = raw < 0 ? -1
                             : offset_in_raw(batch, column.cells[record],
                                             batch.raw[static_cast<std::size_t>(raw)].cells[record]);
  const std::string hidden = masked(text, findings);
  for (const Finding& found : findings) {
    Diagnostic& told =
        tell(batch, rule_for(redact_, found.entity), record, survey_.header(batch, field), hidden);
    name_finding(told, found, offset);
    name_hidden(told, redact_, found.entity);
  }
  const Field* profile_field = survey_.schema().fields[field].profile_field;
  const bool required = profile_field != nullptr && profile_field->constraints.required;
  const std::uint8_t kept = column.flags[record] & cell_flag::kAsText;
  if (redact_ == Redact::mask || (redact_ == Redact::drop && required)) {
    batch.set(column, record, hidden);
    column.flags[record] |= kept;
  } else if (redact_ == Redact::drop) {
    column.cells[record] = {};
    column.flags[record] = 0;
  }
}

void ScanStage::scan_column(Batch& batch, std::size_t field, Tools& tools) const {
  const TextColumn& column = batch.fields[field];
  const Scan scan = columns_[field].scan;
  tools.cells.clear();
  switch (scan) {
    case Scan::none:
      return;
    case Scan::words:
      find_signals(batch.text.data(), column, tools.cells);
      break;
    case Scan::misfits:
      if ((column.any & cell_flag::kAsText) == 0) return;
      find_signals(batch.text.data(), column, tools.cells);
      break;
    case Scan::names:
    case Scan::odd_codes:
      if ((column.any & cell_flag::kNonAscii) == 0 && scan == Scan::odd_codes) return;
      for (std::size_t r = 0; r < column.cells.size(); ++r)
        if ((column.flags[r] & cell_flag::kNonAscii) != 0 ||
            (scan == Scan::names && has_signal(batch.at(column.cells[r]))))
          tools.cells.push_back(static_cast<std::uint32_t>(r));
      break;
  }
  for (const std::uint32_t r : tools.cells) {
    if (batch.state[r] != RecordState::accepted) continue;
    if (scan == Scan::misfits && (column.flags[r] & cell_flag::kAsText) == 0) continue;
    scan_cell(batch, field, r, tools);
  }
}

/// Members and ids of features that no column stands for: JSON text, which a remedy takes away as a whole.
void ScanStage::scan_json(Batch& batch, TextColumn& column, Tools& tools) const {
  if (column.cells.size() != batch.records) return;
  tools.cells.clear();
  find_signals(batch.text.data(), column, tools.cells);
  for (const std::uint32_t r : tools.cells) {
    if (batch.state[r] != RecordState::accepted) continue;
    const std::string text(batch.at(column.cells[r]));
    const Findings findings = tools.scanner.scan(text);
    const std::string hidden = masked(text, findings);
    for (const Finding& found : findings) {
      Diagnostic& told = tell(batch, rule_for(redact_, found.entity), r, "", hidden);
      name_finding(told, found, -1);
      name_hidden(told, redact_, found.entity);
    }
    if (findings.empty() || redact_ == Redact::none) continue;
    column.cells[r] = {};
    column.flags[r] = 0;
  }
}

void ScanStage::process(Batch& batch, unsigned worker) const {
  Tools& tools = *tools_[worker];
  for (std::size_t f = 0; f < columns_.size(); ++f) scan_column(batch, f, tools);
  scan_json(batch, batch.foreign, tools);
  scan_json(batch, batch.feature_id, tools);
}

}  // namespace anzenmap
