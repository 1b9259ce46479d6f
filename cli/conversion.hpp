// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/config.hpp"
#include "exporters/web/map_settings.hpp"
#include "gis/pipeline/summary.hpp"
#include "importers/importer.hpp"

namespace anzenmap::cli {

/// What `convert` and `check` are told. Filled from the command line, nothing else.
struct ConversionOptions {
  std::vector<std::string> inputs;
  std::string output;  ///< folder; empty = check only, nothing is written but `reports`
  std::string name;    ///< empty = from the first input
  std::string profile = "safety-map";
  std::string source_crs;  ///< "EPSG:N"; empty = profile, file, else WGS 84
  std::vector<std::string> formats{"geojson", "csv", "map", "datapackage"};
  MapSettings map;           ///< of the map page; title and school are filled in from the dataset
  std::string map_file;      ///< a map page alone, at this path, without an output folder
  bool publish_map = false;  ///< the map page is a resource of the data package
  std::string csv_encoding = "utf-8-bom";  ///< utf-8, utf-8-bom, cp932
  bool english_keys = false;               ///< --keys en
  bool fix = false;                        ///< --fix: fixes that need consent
  std::vector<std::string> keep;           ///< --keep COLUMN: unknown columns that may be public
  bool public_only = false;                ///< --public: internal columns are left out
  std::string redact;                      ///< --redact mask, drop; empty = finds are told and stay
  std::vector<double> expected_area;       ///< west south east north; empty = the profile's
  std::string today;                       ///< --today YYYY-MM-DD; empty = days are not compared with it
  std::vector<std::string> reports;        ///< --report FILE.json|csv|txt
  Language language = Language::ja;        ///< of the CSV and text reports
  unsigned threads = 0;                    ///< 0 = as many as there are processors
  std::size_t max_diagnostics = 1000;      ///< in the summary
  ReadOptions read;
  Config config;         ///< anzenmap.json: what datapackage.json says of the dataset
  PackageMetadata said;  ///< the same from the command line, before the config
  std::string reading;   ///< --reading FILE: the Readings that `info --json` printed; empty = none
};

/// Rows read so far, bytes read so far and bytes in all (0 = unknown); called now and then, on any thread.
using Progress = std::function<void(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total)>;

/// Runs importers -> gis -> exporters once. Throws Error for faults of the world; nothing is written then.
[[nodiscard]] Summary run_conversion(const ConversionOptions& options, const Progress& progress = {});

/// How each input would be read (`info`): layers with their Readings, what each column was taken for, the
/// number of records and the extent.
struct SurveyInfo {
  struct Column {
    std::string header;
    std::string field;    ///< profile field it was taken for; empty = unknown
    std::string how;      ///< exact, normalised, alias, unknown
    std::string privacy;  ///< public, internal, personal
  };
  struct LayerInfo {
    Layer layer;
    std::vector<Column> columns;
    std::uint64_t records = 0;
    std::optional<Box> extent;  ///< WGS 84, of the records that have a place
  };
  std::vector<LayerInfo> layers;
  std::vector<Diagnostic> diagnostics;
  std::vector<LonLat> places;  ///< the first of them, for a sketch; corners of lines and areas too
};
[[nodiscard]] SurveyInfo survey_info(const ConversionOptions& options);

}  // namespace anzenmap::cli
