// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "gis/base/diagnostic.hpp"
#include "gis/base/error.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/pipeline/summary.hpp"

namespace anzenmap {

/// Appends a diagnostic as the JSON object of docs/schema/report.schema.json. File and sheet come from
/// `layers`; both are null for a layer beyond them (a finding of no file). Absent members are null.
void append_diagnostic_json(std::string& out, const Diagnostic& diagnostic, std::span<const Layer> layers);

/// Appends `{"code":...,"message":{...}}`, or null without an error.
void append_error_json(std::string& out, const Error* error);

/// Appends the members read to warnings: `"read":N,...,"warnings":N`.
void append_counts_json(std::string& out, const Counts& counts);

/// The one object that `--json` prints, without line break at the end: what the run found, or why it could
/// not.
[[nodiscard]] std::string summary_json(const Summary& summary, const Error* error);

}  // namespace anzenmap
