// SPDX-License-Identifier: Apache-2.0
#include "gis/batch/batch.hpp"

#include <limits>

namespace anzenmap {

std::uint8_t classify(std::string_view text) noexcept {
  std::uint8_t flags = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      flags |= cell_flag::kNonAscii;
      if (byte == 0xEE || byte == 0xF3 || byte == 0xF4) flags |= cell_flag::kSuspect;
      if (byte == 0xEF) {
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (next < 0xA4 || next == 0xBF) flags |= cell_flag::kSuspect;
      }
    } else if (byte < 0x20 || byte == 0x7F) {
      flags |= cell_flag::kControl;
    } else if (byte == '"') {
      flags |= cell_flag::kQuote;
    } else if (byte == '\\') {
      flags |= cell_flag::kBackslash;
    } else if (byte == ',') {
      flags |= cell_flag::kComma;
    }
  }
  return flags;
}

void GeometryColumn::clear() {
  kind.clear();
  x.clear();
  y.clear();
  z.clear();
  wkb.clear();
  bytes.clear();
}

void GeometryColumn::resize(std::size_t count) {
  kind.resize(count, GeometryKind::none);
  x.resize(count, 0.0);
  y.resize(count, 0.0);
  wkb.resize(count);
  if (!z.empty()) z.resize(count, std::numeric_limits<double>::quiet_NaN());
}

void Batch::set(TextColumn& column, std::size_t record, std::string_view value) {
  const std::size_t at_byte = text.append(value);
  column.cells[record] = {static_cast<std::uint32_t>(at_byte), static_cast<std::uint32_t>(value.size())};
  const std::uint8_t flags = classify(value);
  column.flags[record] = flags;
  column.any |= flags;
}

void Batch::clear() {
  number = 0;
  layer = 0;
  records = 0;
  text.clear();
  for (TextColumn& column : raw) column.clear();
  for (TextColumn& column : fields) column.clear();
  geometry.clear();
  feature_id.clear();
  foreign.clear();
  row.clear();
  line.clear();
  state.clear();
  key.clear();
  unique_keys.clear();
  diagnostics.clear();
}

}  // namespace anzenmap
