// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// NAME.report.json (docs/schema/report.schema.json): a diagnostic a line, then counts, outputs by their
/// names within the folder, and how each file was read. Equal runs give equal bytes wherever they write.
class JsonReport final : public ReportWriter {
 public:
  explicit JsonReport(OutputStream& out) : out_(&out) {}
  void begin(std::span<const Layer> layers) override;
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  OutputStream* out_;
  std::string line_;
  bool first_ = true;
};

}  // namespace anzenmap
