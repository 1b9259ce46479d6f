// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/pipeline/reading.hpp"
#include "gis/privacy/cleared_batch.hpp"

namespace anzenmap {

/// The ledger: read = written + rejected + merged, checked by the Pipeline itself. Errors and warnings count
/// diagnostics.
struct Counts {
  std::uint64_t read = 0;
  std::uint64_t written = 0;
  std::uint64_t rejected = 0;
  std::uint64_t merged = 0;
  std::uint64_t errors = 0;
  std::uint64_t errors_in_written = 0;  ///< of the errors, those of written records and of the whole
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;
};

/// One file that a run wrote.
struct OutputFile {
  std::string path;    ///< as the person would open it (output folder joined)
  std::string name;    ///< within the output folder
  std::string format;  ///< geojson, csv, datapackage, rejected, report
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< lower-case hex; empty when it was not asked for
};

/// What one run found and wrote: the Report that a person can look at. Diagnostics: errors first, then the
/// others, each in source order, cut at a limit.
struct Summary {
  Counts counts;
  std::vector<Layer> layers;
  std::vector<OutputFile> outputs;
  std::vector<Diagnostic> diagnostics;
  bool diagnostics_truncated = false;
  Audience audience = Audience::internal;
  std::string
      crs_operation;  ///< how places became WGS 84, e.g. "EPSG:6671 -> EPSG:4326"; empty = as they were
  std::optional<double> crs_accuracy_m;  ///< of that operation's least accurate step; none = nothing was done
  std::string profile_name;
  std::optional<Box> extent;  ///< of the places written; none = nobody asked, or none was written
};

}  // namespace anzenmap
