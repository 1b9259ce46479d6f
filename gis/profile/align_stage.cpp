// SPDX-License-Identifier: Apache-2.0
#include "gis/profile/align_stage.hpp"

#include "gis/value/blanks.hpp"

namespace anzenmap {

namespace {

/// Cheap first look: may this byte begin or end a blank? Text without such a byte at its ends needs no
/// trimming.
bool may_be_blank(unsigned char first, unsigned char last, std::string_view text) {
  if (first <= 0x20 || last <= 0x20) return true;
  // Kana begin with the same byte as the wide blank; their text may still end with a blank.
  if (first == 0xE3 && text.size() >= 3 && text[1] == '\x80' && text[2] == '\x80') return true;
  if (first == 0xC2 || first == 0xE1 || first == 0xE2 || first == 0xEF) return true;
  if (last < 0x80 || text.size() < 2) return false;
  if (text.size() >= 3) {
    const auto lead = static_cast<unsigned char>(text[text.size() - 3]);
    if (lead == 0xE3) return text[text.size() - 2] == '\x80' && last == 0x80;
    if (lead == 0xE1 || lead == 0xE2 || lead == 0xEF) return true;
  }
  return static_cast<unsigned char>(text[text.size() - 2]) == 0xC2;
}

}  // namespace

void AlignStage::process(Batch& batch, unsigned /*worker*/) const {
  const Schema& schema = survey_.schema();
  const LayerMapping& mapping = survey_.layer(batch);
  batch.state.resize(batch.records, RecordState::accepted);
  batch.fields.resize(schema.fields.size());
  for (std::size_t f = 0; f < schema.fields.size(); ++f) {
    TextColumn& column = batch.fields[f];
    const int raw = mapping.field_to_raw[f];
    if (raw < 0 || static_cast<std::size_t>(raw) >= batch.raw.size()) {
      column.fill_null(batch.records);
      continue;
    }
    const TextColumn& source = batch.raw[static_cast<std::size_t>(raw)];
    column.cells = source.cells;
    column.flags = source.flags;
    column.any = source.any;
    for (std::size_t r = 0; r < batch.records; ++r) {
      Span& cell = column.cells[r];
      if (cell.length == 0 || batch.state[r] != RecordState::accepted) continue;
      const std::string_view text = batch.at(cell);
      if (!may_be_blank(static_cast<unsigned char>(text.front()), static_cast<unsigned char>(text.back()),
                        text))
        continue;
      const std::string_view trimmed = trim_blanks(text);
      if (trimmed.size() == text.size()) continue;
      if (!trimmed.empty()) {
        Diagnostic& told = tell(batch, outer_blanks, r, survey_.header(batch, f), text);
        told.fix = Fix{std::string(text), std::string(trimmed), FixSafety::safe};
      }
      cell.offset += static_cast<std::uint32_t>(trimmed.empty() ? 0 : trimmed.data() - text.data());
      cell.length = static_cast<std::uint32_t>(trimmed.size());
      const std::uint8_t kept = column.flags[r] & cell_flag::kUndecodable;
      column.flags[r] = classify(trimmed) | kept;
    }
  }
  for (const TextColumn& column : batch.raw) {
    if ((column.any & cell_flag::kUndecodable) == 0) continue;
    for (std::size_t r = 0; r < batch.records; ++r)
      if ((column.flags[r] & cell_flag::kUndecodable) != 0 && batch.state[r] == RecordState::accepted)
        batch.state[r] = RecordState::rejected;
  }
}

}  // namespace anzenmap
