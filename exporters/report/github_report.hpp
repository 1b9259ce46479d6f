// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// Annotations as GitHub's runners read them from a job's output (workflow commands): a line a finding.
class GithubReport final : public ReportWriter {
 public:
  GithubReport(OutputStream& out, Language language) : out_(&out), language_(language) {}
  void begin(std::span<const Layer> /*layers*/) override {}
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  OutputStream* out_;
  Language language_;
  std::string line_;
};

}  // namespace anzenmap
