// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// For a teacher to read: what was found, where, and what to do about it, then the counts. Of each kind of
/// finding the first 100 are written out and the others counted.
class TextReport final : public ReportWriter {
 public:
  TextReport(OutputStream& out, Language language) : out_(&out), language_(language) {}
  void begin(std::span<const Layer> layers) override;
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  void line(std::string_view text);
  void write_unshown();
  void write_counts(const Counts& counts);
  void write_outputs(const Summary& summary);

  OutputStream* out_;
  Language language_;
  std::map<std::string_view, std::uint64_t> seen_;  ///< by code; codes live as long as their rules
};

}  // namespace anzenmap
