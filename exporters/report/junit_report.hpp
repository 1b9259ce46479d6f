// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporters/report/finding_groups.hpp"
#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// JUnit XML, which every CI shows: a test case for each kind of finding, failed when it is an error; the
/// ledger is one more. No times, so that equal input gives equal bytes.
class JunitReport final : public ReportWriter {
 public:
  JunitReport(OutputStream& out, Language language) : out_(&out), language_(language), groups_(language) {}
  void begin(std::span<const Layer> /*layers*/) override { groups_.clear(); }
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override {
    groups_.add(diagnostic, layers);
  }
  void finish(const Summary& summary) override;

 private:
  OutputStream* out_;
  Language language_;
  FindingGroups groups_;
};

}  // namespace anzenmap
