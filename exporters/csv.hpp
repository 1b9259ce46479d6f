// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/files/output_set.hpp"
#include "gis/pipeline/sink.hpp"

namespace anzenmap {

extern const RuleInfo formula_guarded;
extern const RuleInfo character_not_in_cp932;

enum class CsvEncoding { utf8, utf8_bom, cp932 };
/// utf-8, utf-8-bom, cp932.
[[nodiscard]] std::string_view name_of(CsvEncoding encoding);
[[nodiscard]] std::optional<CsvEncoding> csv_encoding_named(std::string_view name);

struct CsvOptions {
  CsvEncoding encoding = CsvEncoding::utf8_bom;
};

/// Writes accepted records as CSV (RFC 4180): CRLF, one header row, columns in the schema's order. Text that
/// a spreadsheet would take for a formula gets one apostrophe in front and is told.
class CsvSink final : public Sink {
 public:
  explicit CsvSink(OutputStream& out, CsvOptions options = {}) : out_(&out), options_(options) {}

  void begin(const Schema& schema, std::span<const Layer> layers) override;
  void format(const ClearedBatch& batch, Formatted& out) const override;
  void write(const Formatted& formatted) override;
  void finish() override;

  /// What the header row could not carry as it is. After begin().
  [[nodiscard]] const std::vector<Diagnostic>& opening_diagnostics() const { return opening_; }

 private:
  struct Cells;
  [[nodiscard]] std::vector<Cells> cells_of(const Batch& batch) const;
  char* write_row(char* end, const std::vector<Cells>& columns, std::size_t record, const Batch& batch,
                  Formatted& out) const;
  char* write_asking_cell(char* end, std::size_t column, std::size_t record, const Batch& batch,
                          Formatted& out) const;
  void to_cp932(const Batch& batch, Formatted& out) const;
  void tell_missing(const Batch& batch, Formatted& out) const;
  void write_header();

  OutputStream* out_;
  CsvOptions options_;
  std::vector<std::string> names_;
  std::vector<bool> number_;
  std::vector<Diagnostic> opening_;
};

}  // namespace anzenmap
