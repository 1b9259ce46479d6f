// SPDX-License-Identifier: Apache-2.0
#include "cli/conversion_outputs.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <limits>

#include "cli/conversion_rules.hpp"
#include "exporters/data_package.hpp"
#include "exporters/web/map_rules.hpp"
#include "exporters/web/web_parts.hpp"
#include "gis/base/error.hpp"

namespace anzenmap::cli {

namespace {

bool same_file(const std::string& a, const std::string& b) {
  struct stat left {};
  struct stat right {};
  return ::stat(a.c_str(), &left) == 0 && ::stat(b.c_str(), &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

/// Of a finding that is about no file that was read.
constexpr std::uint32_t kNoLayer = std::numeric_limits<std::uint32_t>::max();

/// An address of this length is still read off a poster.
constexpr std::size_t kLongestQr = 300;

/// Whose data went into the dataset, as its terms want it said.
std::string credit_of(const std::vector<PackageSource>& sources) {
  std::string out;
  for (const PackageSource& source : sources) {
    const std::string& words = source.attribution.empty() ? source.title : source.attribution;
    if (!words.empty()) out += (out.empty() ? "" : "・") + words;
  }
  return out;
}

std::pair<std::string, std::string> split_path(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

}  // namespace

ConversionOutputs::ConversionOutputs(const ConversionOptions& options, std::string name,
                                     const SurveyInputs& inputs)
    : options_(options), name_(std::move(name)), input_paths_(inputs.paths()) {
  const bool lawful = !name_.empty() && name_ != "." && name_ != ".." && name_.size() <= 200 &&
                      name_.find('/') == std::string::npos && name_.find('\0') == std::string::npos;
  if (!lawful) throw Error(name_unlawful, {{"name", name_, {}}}, Error::Kind::usage);
  if (options_.output.empty()) return;
  configured_ = metadata_for(options_.config, name_, options_.said);
  refuse_overwriting_inputs();
  choose_rejects_name();
}

bool ConversionOutputs::wants(std::string_view format) const {
  return std::find(options_.formats.begin(), options_.formats.end(), format) != options_.formats.end();
}

std::string ConversionOutputs::join(const std::string& file) const {
  return options_.output.ends_with('/') ? options_.output + file : options_.output + "/" + file;
}

void ConversionOutputs::refuse_overwriting_inputs() const {
  for (const std::string_view suffix : {".geojson", ".csv", ".report.json"}) {
    const std::string target = join(name_ + std::string(suffix));
    for (const std::string& input : input_paths_)
      if (same_file(input, target))
        throw Error(output_is_input, {{"file", input, {}}}, Error::Kind::usage, {{"name", name_ + "_2"}});
  }
}

/// Mended rows that a person wrote are never overwritten: what is still rejected goes to the next number.
void ConversionOutputs::choose_rejects_name() {
  for (int n = 1;; ++n) {
    rejects_name_ = name_ + (n == 1 ? ".rejected.csv" : ".rejected." + std::to_string(n) + ".csv");
    const bool read = std::any_of(input_paths_.begin(), input_paths_.end(), [&](const std::string& input) {
      return same_file(input, join(rejects_name_));
    });
    if (!read) return;
    rejects_were_read_ = true;
  }
}

OutputStream& ConversionOutputs::create(std::string_view suffix, OutputOptions options) {
  return set_->create(name_ + std::string(suffix), options);
}

void ConversionOutputs::add_report(ReportFormat format, OutputStream& stream) {
  reports_.push_back(make_report_writer(format, stream, options_.language));
  reports_.back()->begin(layers_);
}

void ConversionOutputs::begin(const Schema& schema, const std::vector<Layer>& layers, Collector& collector) {
  schema_ = &schema;
  layers_ = layers;
  const auto encoding = csv_encoding_named(options_.csv_encoding);
  if (!options_.output.empty()) {
    set_ = std::make_unique<OutputSet>(options_.output);
    const OutputOptions hashed{.mode = 0666, .sha256 = wants("datapackage"), .last = false};
    if (wants("geojson")) {
      geojson_stream_ = &create(".geojson", hashed);
      geojson_ = std::make_unique<GeoJsonSink>(*geojson_stream_);
    }
    if (wants("csv")) {
      csv_stream_ = &create(".csv", hashed);
      csv_ = std::make_unique<CsvSink>(*csv_stream_, CsvOptions{encoding.value_or(CsvEncoding::utf8_bom)});
    }
    if (wants("map")) add_map();
    rejects_ = std::make_unique<RejectsSink>(*set_, rejects_name_);
    report_stream_ = &create(".report.json", kReportOptions);
    add_report(ReportFormat::json, *report_stream_);
  }
  if (!options_.map_file.empty()) add_map_file();
  for (const std::string& path : options_.reports) {
    const ReportFormat format = report_format_of(path);
    const auto [folder, file] = split_path(path);
    report_sets_.push_back(std::make_unique<OutputSet>(folder));
    OutputStream& stream = report_sets_.back()->create(file, kReportOptions);
    asked_reports_.emplace_back(&stream, path);
    add_report(format, stream);
  }
  for (Sink* sink : sinks()) sink->begin(schema, layers_);
  if (!reports_.empty())
    collector.listen([this](const Diagnostic& diagnostic) {
      for (const auto& report : reports_) report->add(diagnostic, layers_);
    });
}

MapSettings ConversionOutputs::map_settings() const {
  MapSettings settings = options_.map;
  settings.name = name_;
  if (settings.title.empty())
    settings.title = options_.said.title.empty() ? configured_.title : options_.said.title;
  if (settings.url.empty() && configured_.homepage.size() <= kLongestQr) settings.url = configured_.homepage;
  if (settings.credit.empty())
    settings.credit = credit_of(options_.said.sources.empty() ? configured_.sources : options_.said.sources);
  return settings;
}

void ConversionOutputs::add_map() {
  if (!web_parts_present()) {
    if (!options_.map.limit) throw Error(map_parts_missing, {});  // asked for by name
    return;
  }
  const bool listed = options_.publish_map && wants("datapackage");
  map_stream_ = &create(".map.html", {.mode = 0666, .sha256 = listed, .last = false});
  map_ = std::make_unique<MapSink>(*map_stream_, map_settings());
}

void ConversionOutputs::add_map_file() {
  if (!web_parts_present()) throw Error(map_parts_missing, {});
  for (const std::string& input : input_paths_)
    if (same_file(input, options_.map_file))
      throw Error(output_is_input, {{"file", input, {}}}, Error::Kind::usage, {{"output", "地図.html"}});
  const auto [folder, file] = split_path(options_.map_file);
  map_set_ = std::make_unique<OutputSet>(folder);
  map_stream_ = &map_set_->create(file);
  map_ = std::make_unique<MapSink>(*map_stream_, map_settings());
}

std::vector<Sink*> ConversionOutputs::sinks() const {
  std::vector<Sink*> out;
  if (geojson_) out.push_back(geojson_.get());
  if (csv_) out.push_back(csv_.get());
  if (map_) out.push_back(map_.get());
  if (rejects_) out.push_back(rejects_.get());
  return out;
}

std::vector<Diagnostic> ConversionOutputs::opening_diagnostics() {
  std::vector<Diagnostic> out;
  if (!set_) return out;
  // A set that an earlier run or a person left half-changed is told before it is replaced.
  out = data_package_diagnostics(options_.output);
  if (csv_) out.insert(out.end(), csv_->opening_diagnostics().begin(), csv_->opening_diagnostics().end());
  if (wants("map") && !map_) {
    out.push_back(make_diagnostic(map_parts_missing));
    out.back().layer = kNoLayer;
  }
  return out;
}

void ConversionOutputs::note_output(Summary& summary, OutputStream& stream, std::string_view format,
                                    std::uint64_t records) const {
  summary.outputs.push_back(
      {join(stream.name()), stream.name(), std::string(format), records, stream.bytes(), stream.sha256()});
}

void ConversionOutputs::write_package(Summary& summary) {
  const PackageFacts facts{name_,       options_.csv_encoding, schema_, &summary, options_.said,
                           configured_, options_.publish_map};
  const std::string path = join(std::string(kDataPackageFile));
  const std::string text = data_package_json(facts, read_data_package(options_.output), path);
  OutputStream& stream =
      set_->create(std::string(kDataPackageFile), {.mode = 0666, .sha256 = false, .last = true});
  stream.write(text);
  note_output(summary, stream, "datapackage", summary.counts.written);
}

// The page that was begun goes when there turned out to be too many places, and an older one with it.
void ConversionOutputs::conclude_map(Summary& summary, Collector& collector) {
  if (!map_->left_out()) {
    note_output(summary, *map_stream_, "map", summary.counts.written);
    return;
  }
  Diagnostic diagnostic = make_diagnostic(map_left_out);
  diagnostic.layer = kNoLayer;
  diagnostic.arguments = {{"limit", std::to_string(*options_.map.limit), {}}};
  collector.add(std::move(diagnostic));
  const std::string file = map_stream_->name();
  set_->drop(*map_stream_);
  if (exists(join(file))) set_->remove(file);
}

void ConversionOutputs::finish(Summary& summary, Collector& collector) {
  if (map_) map_->conclude(summary.audience);
  for (Sink* sink : sinks()) sink->finish();
  if (geojson_) summary.extent = geojson_->box();
  if (set_) {
    if (geojson_stream_ != nullptr) note_output(summary, *geojson_stream_, "geojson", summary.counts.written);
    if (csv_stream_ != nullptr) note_output(summary, *csv_stream_, "csv", summary.counts.written);
    if (map_) conclude_map(summary, collector);
    if (rejects_->stream() != nullptr) {
      if (rejects_were_read_) {
        Diagnostic diagnostic = make_diagnostic(rejects_renumbered);
        diagnostic.arguments = {{"file", rejects_name_, {}}};
        collector.add(std::move(diagnostic));
      }
    } else if (exists(join(rejects_name_))) {
      set_->remove(rejects_name_);
    }
  }
  if (map_set_)
    summary.outputs.push_back(
        {options_.map_file, map_stream_->name(), "map", summary.counts.written, map_stream_->bytes(), {}});
  collector.finish(summary);
  if (set_) {
    if (wants("datapackage")) write_package(summary);
    if (rejects_->stream() != nullptr)
      note_output(summary, *rejects_->stream(), "rejected", summary.counts.rejected);
  }
  const std::uint64_t told = summary.counts.errors + summary.counts.warnings + summary.counts.infos;
  Summary so_far = summary;
  for (const auto& report : reports_) report->finish(so_far);
  if (report_stream_ != nullptr) note_output(summary, *report_stream_, "report", told);
  for (const auto& [stream, path] : asked_reports_)
    summary.outputs.push_back({path, stream->name(), "report", told, stream->bytes(), {}});
  // The folder's own set first: a report that was asked for elsewhere vouches for nothing.
  if (set_) set_->commit();
  if (map_set_) map_set_->commit();
  for (const auto& set : report_sets_) set->commit();
}

}  // namespace anzenmap::cli
