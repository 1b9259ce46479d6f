// SPDX-License-Identifier: Apache-2.0
#include "cli/conversion.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "cli/conversion_outputs.hpp"
#include "cli/conversion_rules.hpp"
#include "cli/grid_folder.hpp"
#include "cli/pinned_reading.hpp"
#include "cli/rule_settings.hpp"
#include "cli/survey_inputs.hpp"
#include "gis/base/error.hpp"
#include "gis/pipeline/pipeline.hpp"
#include "gis/place/place_stage.hpp"
#include "gis/place/second_place.hpp"
#include "gis/place/wkb.hpp"
#include "gis/privacy/consent_stage.hpp"
#include "gis/privacy/scan_stage.hpp"
#include "gis/privacy/veil.hpp"
#include "gis/profile/align_stage.hpp"
#include "gis/rule/constraint_stage.hpp"
#include "gis/rule/identity.hpp"
#include "gis/rule/rule_rules.hpp"
#include "gis/rule/rule_stage.hpp"
#include "gis/rule/unique_stage.hpp"
#include "gis/value/value_stage.hpp"

#if ANZENMAP_THREADS
#include <thread>
#endif

namespace anzenmap::cli {

namespace {

/// A file that says one thing and turns out another is read again, but not for ever.
constexpr int kMostRereads = 8;

unsigned workers_for(const ConversionOptions& options) {
#if ANZENMAP_THREADS
  if (options.threads != 0) return std::min(options.threads, 64U);
  return std::max(1U, std::thread::hardware_concurrency());
#else
  static_cast<void>(options);
  return 1;
#endif
}

/// The inputs, opened and understood: what every run needs before its first batch.
struct Understanding {
  Understanding(const ConversionOptions& options, const Pins& pins)
      : profile(load_profile(options.profile)),
        severities(rule_settings(profile)),
        reading(read_pinned(options)),
        inputs(options, reading, profile, pins) {
    if (options.expected_area.size() == 4)
      std::copy(options.expected_area.begin(), options.expected_area.end(),
                profile.expected_area.emplace().begin());
    decide_crs(options);
    find_grids();
    mapping_options.english_keys = options.english_keys;
    mapping_options.keep = options.keep;
    mapping_options.public_only = options.public_only;
    for (Layer& layer : inputs.layers()) {
      const PinnedLayer* pinned = reading.find(layer);
      if (pinned != nullptr) name_evidence(*pinned, layer.reading);
      mapping_options.pinned.push_back(pinned == nullptr ? std::vector<PinnedColumn>{} : pinned->columns);
    }
    mapping = map_survey(inputs.layers(), profile, mapping_options);
    survey = Survey{&profile, inputs.layers(), &mapping};
    for (Diagnostic& told : reading.not_followed(inputs.layers(), mapping, profile))
      contradictions.push_back(std::move(told));
  }

  static void name_evidence(const PinnedLayer& pinned, Reading& used) {
    for (const ReadingItem& item : pinned.items) {
      const ReadingItem* known = used.find(item.key);
      if (known != nullptr && known->by == DecidedBy::person && known->value == item.value)
        used.decide(item.key, item.value, DecidedBy::person, "読み方のファイルのとおり",
                    "as the reading file says");
    }
  }

  static PinnedReading read_pinned(const ConversionOptions& options) {
    if (options.reading.empty()) return {};
    PinnedReading pinned(options.reading);
    pinned.fit(options.inputs);
    return pinned;
  }

  void decide_crs(const ConversionOptions& options) {
    for (Layer& layer : inputs.layers()) {
      const PinnedLayer* pinned = reading.find(layer);
      const std::string* pinned_crs = pinned == nullptr ? nullptr : pinned->value("crs");
      const bool person = !options.source_crs.empty() || pinned_crs != nullptr;
      std::string name = !options.source_crs.empty()   ? options.source_crs
                         : pinned_crs != nullptr       ? *pinned_crs
                         : !profile.source_crs.empty() ? profile.source_crs
                                                       : layer.crs;
      const DecidedBy by = person                        ? DecidedBy::person
                           : !profile.source_crs.empty() ? DecidedBy::profile
                           : !layer.crs.empty()          ? DecidedBy::file
                                                         : DecidedBy::detected;
      crs.push_back(Crs::parse(name, by == DecidedBy::file ? Error::Kind::world : Error::Kind::usage));
      mapping_options.axes.push_back(crs.back().axes());
      if (by != DecidedBy::detected) {
        layer.reading.decide("crs", crs.back().name(), by);
      } else {
        layer.reading.decide("crs", "EPSG:4326", by, "指定がないので緯度・経度(世界測地系)とした",
                             "nothing said, so latitude and longitude on WGS 84");
      }
      if (person && !layer.crs.empty() && Crs::parse(layer.crs).epsg() != crs.back().epsg()) {
        Diagnostic diagnostic = make_diagnostic(crs_contradicted);
        diagnostic.layer = static_cast<std::uint32_t>(&layer - inputs.layers().data());
        diagnostic.arguments = {{"said", crs.back().name(), {}}, {"file", layer.crs, {}}};
        contradictions.push_back(std::move(diagnostic));
      }
    }
  }

  [[nodiscard]] PlaceOptions place_options(bool fix) const {
    return {crs, profile.hard_area, profile.expected_area, fix, grids};
  }

  void tell_operation(Summary& summary) const {
    for (const Crs& one : crs) {
      const CrsOperation operation = crs_operation(one, grids);
      if (operation.text.empty()) continue;
      summary.crs_accuracy_m = std::max(summary.crs_accuracy_m.value_or(0), operation.accuracy_m);
      if (summary.crs_operation.find(operation.text) == std::string::npos)
        summary.crs_operation += (summary.crs_operation.empty() ? "" : "; ") + operation.text;
    }
  }

  /// Grids are looked for only where they change anything.
  void find_grids() {
    const bool wanted =
        std::any_of(crs.begin(), crs.end(), [](const Crs& one) { return one.may_use_grids(); });
    if (wanted) grids = installed_grids();
    for (std::size_t i = 0; i < crs.size(); ++i) {
      if (!crs_operation(crs[i], grids).coarse) continue;
      contradictions.push_back(make_diagnostic(datum_without_grid));
      contradictions.back().layer = static_cast<std::uint32_t>(i);
    }
  }

  [[nodiscard]] Audience audience() const {
    const auto& fields = mapping.schema.fields;
    const bool open = std::all_of(fields.begin(), fields.end(),
                                  [](const SchemaField& field) { return field.privacy == Privacy::public_; });
    return open ? Audience::public_ : Audience::internal;
  }

  Profile profile;
  Severities severities;
  PinnedReading reading;
  SurveyInputs inputs;
  std::vector<Crs> crs;
  DatumGrids grids;
  MappingOptions mapping_options;
  SurveyMapping mapping;
  Survey survey;
  std::vector<Diagnostic> contradictions;
};

/// Counts the records of each layer, so that an input without any is told among others that have some.
class RecordCount : public OrderedStage {
 public:
  explicit RecordCount(std::size_t layers) : records_(layers, 0) {}
  void process(Batch& batch) override { records_[batch.layer] += batch.records; }

  [[nodiscard]] std::vector<Diagnostic> empty_inputs(const std::vector<Source*>& sources) const {
    std::vector<Diagnostic> told;
    std::size_t first = 0;
    for (const Source* source : sources) {
      const std::size_t end = first + source->layers().size();
      std::uint64_t records = 0;
      for (std::size_t layer = first; layer < end; ++layer) records += records_[layer];
      if (records == 0) {
        told.push_back(make_diagnostic(no_records));
        told.back().layer = static_cast<std::uint32_t>(first);
      }
      first = end;
    }
    return told;
  }

 private:
  std::vector<std::uint64_t> records_;
};

void collect(Collector& collector, const Veil& veil, std::vector<Diagnostic> diagnostics) {
  veil.hide(diagnostics);
  for (Diagnostic& diagnostic : diagnostics) collector.add(std::move(diagnostic));
}

Redact redact_of(const ConversionOptions& options) {
  return options.redact == "mask" ? Redact::mask : options.redact == "drop" ? Redact::drop : Redact::none;
}

Summary run_once(const ConversionOptions& options, const Progress& progress, const Pins& pins) {
  Understanding known(options, pins);
  const unsigned workers = workers_for(options);
  const std::string name = options.name.empty() ? known.inputs.default_name() : options.name;
  ConversionOutputs outputs(options, name, known.inputs);

  const AlignStage align(known.survey);
  const ConsentStage consent(known.survey);
  const ValueStage values(known.survey);
  const PlaceStage places(known.survey, known.place_options(options.fix), workers);
  const SecondPlaceStage second_places(known.survey, workers);
  const ConstraintStage constraints(known.survey);
  const RuleStage rules(known.survey, {options.fix, options.today, known.profile.expected_area});
  const IdentityPreparation preparation(known.survey, name);
  const ScanStage scan(known.survey, redact_of(options), workers);
  const Veil veil(known.survey, workers);
  IdentityStage identity(known.survey, preparation);

  Collector collector(options.max_diagnostics);
  collector.use(known.severities);
  Summary summary;
  summary.layers.assign(known.inputs.layers().begin(), known.inputs.layers().end());
  summary.profile_name = known.profile.name;
  known.tell_operation(summary);
  summary.audience = known.audience();
  outputs.begin(known.mapping.schema, summary.layers, collector);

  collect(collector, veil, known.inputs.opening_diagnostics());
  collect(collector, veil, std::move(known.contradictions));
  collect(collector, veil, std::move(known.mapping.diagnostics));
  collect(collector, veil, ConsentStage::missing_columns(known.survey));
  collect(collector, veil, outputs.opening_diagnostics());

  PipelineParts parts;
  parts.survey = known.survey;
  parts.sources = known.inputs.sources();
  parts.stages = {&align, &consent, &values, &places, &second_places, &constraints, &rules, &preparation};
  parts.ordered = {&identity};
  const UniquePreparation unique_preparation(known.survey);
  UniqueStage unique(known.survey);
  if (!unique_fields(known.survey).empty()) {
    parts.stages.push_back(&unique_preparation);
    parts.ordered.push_back(&unique);
  }
  // Last, so that what is hidden changes no ID and no check.
  parts.stages.push_back(&scan);
  RecordCount record_count(known.inputs.layers().size());
  parts.ordered.push_back(&record_count);
  parts.sinks = outputs.sinks();
  parts.collector = &collector;
  parts.veil = &veil;
  parts.audience = summary.audience;
  parts.workers = workers;
  const std::uint64_t total = known.inputs.text_bytes();
  if (progress)
    parts.progress = [&](std::uint64_t records, std::uint64_t bytes) { progress(records, bytes, total); };
  summary.counts = run_pipeline(parts);
  known.inputs.check_mends();
  collect(collector, veil, record_count.empty_inputs(parts.sources));
  if (collector.open_findings() != 0) summary.audience = Audience::internal;
  outputs.finish(summary, collector);
  return summary;
}

/// Counts records and their extent, layer by layer.
class Tally : public OrderedStage {
 public:
  explicit Tally(SurveyInfo& info) : layers_(info.layers), places_(info.places) {}
  void process(Batch& batch) override {
    for (std::size_t r = 0; r < batch.records; ++r)
      if (batch.state[r] == RecordState::accepted) keep_place(batch.geometry, r);
    SurveyInfo::LayerInfo& layer = layers_[batch.layer];
    layer.records += batch.records;
    for (std::size_t r = 0; r < batch.records; ++r) {
      if (batch.state[r] != RecordState::accepted || batch.geometry.kind[r] != GeometryKind::point) continue;
      const double x = batch.geometry.x[r];
      const double y = batch.geometry.y[r];
      if (!layer.extent) layer.extent = Box{x, y, x, y};
      Box& box = *layer.extent;
      box = {std::min(box[0], x), std::min(box[1], y), std::max(box[2], x), std::max(box[3], y)};
    }
  }

 private:
  static constexpr std::size_t kMostPlaces = 100'000;

  struct Corners : WkbVisitor {
    std::vector<LonLat>* places = nullptr;
    void position(double x, double y, double) {
      if (places->size() < kMostPlaces && std::isfinite(x) && std::isfinite(y)) places->push_back({x, y});
    }
  };

  void keep_place(const GeometryColumn& geometry, std::size_t r) {
    if (geometry.kind[r] == GeometryKind::point && places_.size() < kMostPlaces) {
      places_.push_back({geometry.x[r], geometry.y[r]});
    } else if (geometry.kind[r] == GeometryKind::wkb) {
      const Span span = geometry.wkb[r];
      Corners corners;
      corners.places = &places_;
      visit_wkb({geometry.bytes.data() + span.offset, span.length}, corners);
    }
  }

  std::vector<SurveyInfo::LayerInfo>& layers_;
  std::vector<LonLat>& places_;
};

SurveyInfo info_once(const ConversionOptions& options, const Pins& pins) {
  Understanding known(options, pins);
  SurveyInfo info;
  for (std::size_t i = 0; i < known.inputs.layers().size(); ++i) {
    SurveyInfo::LayerInfo layer;
    layer.layer = known.inputs.layers()[i];
    for (const LayerMapping::Column& column : known.mapping.layers[i].columns) {
      const std::string field =
          column.profile_field >= 0
              ? known.profile.fields[static_cast<std::size_t>(column.profile_field)].name
              : "";
      layer.columns.push_back({column.header, field, column.how, std::string(name_of(column.privacy))});
    }
    info.layers.push_back(std::move(layer));
  }
  const unsigned workers = workers_for(options);
  const AlignStage align(known.survey);
  const PlaceStage places(known.survey, known.place_options(options.fix), workers);
  Tally tally(info);
  const Veil veil(known.survey, workers);
  Collector collector(options.max_diagnostics);
  collector.use(known.severities);
  collect(collector, veil, known.inputs.opening_diagnostics());
  collect(collector, veil, std::move(known.contradictions));
  collect(collector, veil, std::move(known.mapping.diagnostics));
  PipelineParts parts;
  parts.survey = known.survey;
  parts.sources = known.inputs.sources();
  parts.stages = {&align, &places};
  parts.ordered = {&tally};
  parts.collector = &collector;
  parts.veil = &veil;
  parts.workers = workers;
  static_cast<void>(run_pipeline(parts));
  Summary summary;
  collector.finish(summary);
  for (Diagnostic& diagnostic : summary.diagnostics)
    if (diagnostic.rule->scope == Scope::dataset) info.diagnostics.push_back(std::move(diagnostic));
  return info;
}

/// Runs `once` with the readings that earlier tries found; a source asks for another reading by
/// RereadRequest.
template <class Once>
auto with_rereads(const Once& once) {
  Pins pins;
  for (int tries = 0;; ++tries) {
    try {
      return once(pins);
    } catch (const RereadRequest& request) {
      if (tries >= kMostRereads) throw Error(reading_unsettled, {{"file", request.file, {}}});
      pins.push_back(request);
    }
  }
}

}  // namespace

Summary run_conversion(const ConversionOptions& options, const Progress& progress) {
  return with_rereads([&](const Pins& pins) { return run_once(options, progress, pins); });
}

SurveyInfo survey_info(const ConversionOptions& options) {
  return with_rereads([&](const Pins& pins) { return info_once(options, pins); });
}

}  // namespace anzenmap::cli
