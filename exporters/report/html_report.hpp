// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exporters/report/finding_groups.hpp"
#include "exporters/report/report_writer.hpp"

namespace anzenmap {

/// A page for a teacher: what came of the survey in plain words, then the findings by cause with the remedy,
/// each with its row as Excel shows it and a sketch of where, then what was repaired. One file without
/// script, which asks nothing of the network.
class HtmlReport final : public ReportWriter {
 public:
  HtmlReport(OutputStream& out, Language language) : out_(&out), language_(language), groups_(language) {}
  void begin(std::span<const Layer> layers) override;
  void add(const Diagnostic& diagnostic, std::span<const Layer> layers) override;
  void finish(const Summary& summary) override;

 private:
  void head(const Summary& summary);
  void verdict(const Counts& counts);
  void counts(const Counts& counts);
  void group(const FindingGroups::Group& group, std::span<const LonLat> around);
  void repairs(const std::vector<const FindingGroups::Group*>& groups);
  [[nodiscard]] std::string file_head() const;
  void put(std::string_view html) { out_->write(html); }
  [[nodiscard]] std::string_view say(const Text& text) const { return text.in(language_); }

  OutputStream* out_;
  Language language_;
  FindingGroups groups_;
  bool sheets_ = false;  ///< several files or sheets were read
};

}  // namespace anzenmap
