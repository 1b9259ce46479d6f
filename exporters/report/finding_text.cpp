// SPDX-License-Identifier: Apache-2.0
#include "exporters/report/finding_text.hpp"

#include "exporters/writing/well_formed.hpp"

namespace anzenmap {

std::string sheet_text(const Layer& layer, Language language) {
  if (layer.sheet.empty()) return layer.file;
  return language == Language::ja ? layer.file + " シート「" + layer.sheet + "」"
                                  : layer.file + " sheet '" + layer.sheet + "'";
}

std::int64_t row_of(const Diagnostic& diagnostic) {
  return diagnostic.row > 0 ? diagnostic.row : diagnostic.line;
}

std::string where_text(const Diagnostic& diagnostic, std::span<const Layer> layers, Language language) {
  const bool ja = language == Language::ja;
  std::string out;
  if (diagnostic.layer < layers.size()) out = sheet_text(layers[diagnostic.layer], language);
  const std::int64_t row = row_of(diagnostic);
  if (row > 0) out += ja ? ' ' + std::to_string(row) + "行目" : " row " + std::to_string(row);
  if (!diagnostic.column.empty())
    out += ja ? "「" + diagnostic.column + "」" : " '" + diagnostic.column + '\'';
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out = well_formed(text);
  for (char& byte : out)
    if (byte == '\n' || byte == '\r' || byte == '\t') byte = ' ';
  return out;
}

}  // namespace anzenmap
