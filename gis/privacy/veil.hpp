// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/privacy/scanned_columns.hpp"
#include "gis/privacy/text_scanner.hpp"

namespace anzenmap {

/// Keeps what tells of persons out of messages: every diagnostic goes through it before it is shown or
/// written. Cells of personal columns are hidden whole, finds in other texts are masked.
class Veil {
 public:
  Veil(const Survey& survey, unsigned workers);
  ~Veil();
  void hide(std::span<Diagnostic> diagnostics, unsigned worker = 0) const;
  void hide(Diagnostic& diagnostic, unsigned worker = 0) const { hide({&diagnostic, 1}, worker); }

 private:
  /// How a column of a layer is looked at; `personal` columns are never quoted.
  struct Column {
    ScannedColumn how;
    bool personal = false;
  };
  static void hide_text(std::string& text, const Column& column, TextKind kind, TextScanner& scanner);
  [[nodiscard]] const Column& column_of(const Diagnostic& diagnostic) const;

  Survey survey_;
  std::vector<std::vector<Column>> columns_;            ///< of each layer, parallel to LayerMapping::columns
  std::vector<std::unique_ptr<TextScanner>> scanners_;  ///< of each worker
};

}  // namespace anzenmap
