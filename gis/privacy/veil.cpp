// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/veil.hpp"

#include <algorithm>

#include "gis/privacy/signals.hpp"
#include "gis/privacy/text_scanner.hpp"

namespace anzenmap {

Veil::Veil(const Survey& survey, unsigned workers) : survey_(survey) {
  for (const LayerMapping& layer : survey.mapping->layers) {
    std::vector<Column>& columns = columns_.emplace_back();
    for (const LayerMapping::Column& column : layer.columns) {
      const Field* field = column.profile_field < 0
                               ? nullptr
                               : &survey.profile->fields[static_cast<std::size_t>(column.profile_field)];
      columns.push_back({scanned_column(field), column.privacy == Privacy::personal});
    }
  }
  for (unsigned i = 0; i < std::max(workers, 1U); ++i) scanners_.push_back(std::make_unique<TextScanner>());
}

Veil::~Veil() = default;

const Veil::Column& Veil::column_of(const Diagnostic& diagnostic) const {
  static const Column unknown{};
  if (diagnostic.layer >= columns_.size() || diagnostic.column.empty()) return unknown;
  const auto& columns = survey_.mapping->layers[diagnostic.layer].columns;
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (columns[c].header == diagnostic.column) return columns_[diagnostic.layer][c];
  return unknown;
}

void Veil::hide_text(std::string& text, const Column& column, TextKind kind, TextScanner& scanner) {
  if (text.empty()) return;
  if (column.personal) {
    text = kMask;
    return;
  }
  if (kind == TextKind::sentence && !has_signal(text)) return;
  const Findings& findings = scanner.scan(text, column.how.exempt, kind);
  if (!findings.empty()) text = masked(text, findings);
}

void Veil::hide(std::span<Diagnostic> diagnostics, unsigned worker) const {
  TextScanner& scanner = *scanners_[worker];
  for (Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.entity.empty()) continue;  // masked where it was found
    const Column& column = column_of(diagnostic);
    // Outside of records stand titles and names of sheets, where a name has no honorific.
    const bool names = diagnostic.record == Diagnostic::kNoRecord || column.how.scan == Scan::names;
    const auto hide_one = [&](std::string& text) {
      hide_text(text, column, names ? TextKind::name : TextKind::sentence, scanner);
    };
    hide_one(diagnostic.value);
    if (diagnostic.fix) {
      hide_one(diagnostic.fix->before);
      hide_one(diagnostic.fix->after);
    }
    if (column.personal) continue;  // its arguments hold bytes and counts, never the cell
    for (Argument& argument : diagnostic.arguments) {
      hide_one(argument.ja);
      hide_one(argument.en);
    }
  }
}

}  // namespace anzenmap
