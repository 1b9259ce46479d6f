// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "gis/base/diagnostic.hpp"
#include "gis/base/text.hpp"
#include "gis/files/output_set.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/pipeline/summary.hpp"

namespace anzenmap {

extern const RuleInfo report_format_unknown;

/// Writes all diagnostics of a run as they come; its memory does not grow with their number.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  virtual void begin(std::span<const Layer> layers) = 0;
  virtual void add(const Diagnostic& diagnostic, std::span<const Layer> layers) = 0;
  /// Counts, outputs and Readings; flushes. Renaming is the OutputSet's.
  virtual void finish(const Summary& summary) = 0;
};

enum class ReportFormat { json, csv, text, html, sarif, junit, github };

/// By the end of a file's name: .json, .csv, .txt, .html, .sarif (or .sarif.json), .junit (or .xml), .github.
/// Throws Error (wrong usage) for any other.
[[nodiscard]] ReportFormat report_format_of(std::string_view path);

/// `language` is that of all but the JSON, which holds both.
[[nodiscard]] std::unique_ptr<ReportWriter> make_report_writer(ReportFormat format, OutputStream& out,
                                                               Language language = Language::ja);

/// A report may quote what a person wrote, so only its owner reads it.
inline constexpr OutputOptions kReportOptions{.mode = 0600};

}  // namespace anzenmap
