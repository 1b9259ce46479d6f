// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/conversion.hpp"
#include "cli/survey_inputs.hpp"
#include "exporters/csv.hpp"
#include "exporters/geojson.hpp"
#include "exporters/rejects.hpp"
#include "exporters/report/report_writer.hpp"
#include "exporters/web/map_sink.hpp"
#include "gis/files/output_set.hpp"
#include "gis/pipeline/collector.hpp"

namespace anzenmap::cli {

/// All files of one run: made as temporaries, put in place together at the end.
class ConversionOutputs {
 public:
  ConversionOutputs(const ConversionOptions& options, std::string name, const SurveyInputs& inputs);

  /// Opens the sinks and lets the reports listen.
  void begin(const Schema& schema, const std::vector<Layer>& layers, Collector& collector);
  [[nodiscard]] std::vector<Sink*> sinks() const;
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics();
  /// Completes the summary, writes what depends on it and puts everything in place.
  void finish(Summary& summary, Collector& collector);

 private:
  [[nodiscard]] bool wants(std::string_view format) const;
  [[nodiscard]] std::string join(const std::string& file) const;
  OutputStream& create(std::string_view suffix, OutputOptions options);
  void refuse_overwriting_inputs() const;
  void choose_rejects_name();
  void add_report(ReportFormat format, OutputStream& stream);
  void note_output(Summary& summary, OutputStream& stream, std::string_view format,
                   std::uint64_t records) const;
  void write_package(Summary& summary);
  void add_map();
  void add_map_file();
  [[nodiscard]] MapSettings map_settings() const;
  void conclude_map(Summary& summary, Collector& collector);

  const ConversionOptions& options_;
  std::string name_;
  PackageMetadata configured_;  ///< what the config says of `name_`
  std::vector<std::string> input_paths_;
  const Schema* schema_ = nullptr;
  std::vector<Layer> layers_;
  std::string rejects_name_;
  bool rejects_were_read_ = false;
  std::unique_ptr<OutputSet> set_;                       ///< none when only checking
  std::vector<std::unique_ptr<OutputSet>> report_sets_;  ///< --report files, each in its own folder
  std::unique_ptr<OutputSet> map_set_;                   ///< of a map page alone
  std::unique_ptr<GeoJsonSink> geojson_;
  std::unique_ptr<CsvSink> csv_;
  std::unique_ptr<RejectsSink> rejects_;
  std::unique_ptr<MapSink> map_;
  OutputStream* geojson_stream_ = nullptr;
  OutputStream* csv_stream_ = nullptr;
  OutputStream* map_stream_ = nullptr;
  OutputStream* report_stream_ = nullptr;
  std::vector<std::pair<OutputStream*, std::string>> asked_reports_;  ///< and the path as the person wrote it
  std::vector<std::unique_ptr<ReportWriter>> reports_;
};

}  // namespace anzenmap::cli
