// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporters/report/report_writer.hpp"
#include "gis/base/bytes.hpp"

namespace anzenmap {

/// A row a diagnostic, for Excel: UTF-8 with BOM, CRLF, headers and words in one language.
class CsvReport final : public ReportWriter {
 public:
  CsvReport(OutputStream& out, Language language) : out_(&out), language_(language) {}
  void begin(std::span<const Layer> layers) override;
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  void cell(std::string_view text);

  OutputStream* out_;
  Language language_;
  Bytes row_;
};

}  // namespace anzenmap
