// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// SARIF 2.1.0, which code review tools read: a result a finding, the rules behind them.
class SarifReport final : public ReportWriter {
 public:
  SarifReport(OutputStream& out, Language language) : out_(&out), language_(language) {}
  void begin(std::span<const Layer> layers) override;
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  OutputStream* out_;
  Language language_;
  std::string line_;
  std::vector<const RuleInfo*> rules_;  ///< in order of their first result
  bool first_ = true;
};

}  // namespace anzenmap
