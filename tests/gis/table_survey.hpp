// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "gis/pipeline/pipeline.hpp"
#include "gis/place/place_stage.hpp"
#include "gis/privacy/consent_stage.hpp"
#include "gis/privacy/scan_stage.hpp"
#include "gis/privacy/veil.hpp"
#include "gis/profile/align_stage.hpp"
#include "gis/rule/constraint_stage.hpp"
#include "gis/rule/identity.hpp"
#include "gis/rule/rule_stage.hpp"
#include "gis/value/value_stage.hpp"

namespace anzenmap::test {

/// A table in memory that is handed out in batches of `batch_records`.
class TableSource : public Source {
 public:
  TableSource(std::vector<std::string> headers, std::vector<std::vector<std::string>> rows,
              std::size_t batch_records = 1000)
      : rows_(std::move(rows)), batch_records_(batch_records) {
    layer_.file = "survey.csv";
    layer_.headers = std::move(headers);
    layer_.header_row = 1;
  }
  std::span<const Layer> layers() const override { return {&layer_, 1}; }
  bool take(Batch& batch) override {
    if (next_ >= rows_.size()) return false;
    batch.raw.resize(layer_.headers.size());
    for (; batch.records < batch_records_ && next_ < rows_.size(); ++next_, ++batch.records) {
      for (std::size_t c = 0; c < layer_.headers.size(); ++c) {
        batch.raw[c].push({}, 0);
        if (c < rows_[next_].size()) batch.set(batch.raw[c], batch.records, rows_[next_][c]);
      }
      batch.row.push_back(static_cast<std::int64_t>(next_) + 2);
    }
    return true;
  }
  void parse(Batch&) const override {}
  void settle(Batch&) override {}

 private:
  Layer layer_;
  std::vector<std::vector<std::string>> rows_;
  std::size_t batch_records_;
  std::size_t next_ = 0;
};

/// Keeps the accepted records as text, a line each: fields joined by '|', then the place.
class TextSink : public Sink {
 public:
  std::string text;
  void begin(const Schema&, std::span<const Layer>) override {}
  void format(const ClearedBatch& cleared, Formatted& out) const override {
    const Batch& batch = cleared.batch();
    for (std::size_t r = 0; r < batch.records; ++r) {
      if (batch.state[r] != RecordState::accepted) continue;
      for (std::size_t f = 0; f < batch.fields.size(); ++f) {
        if (f != 0) out.bytes.append("|");
        out.bytes.append(batch.field(f, r));
      }
      out.bytes.append("\n");
    }
  }
  void write(const Formatted& formatted) override { text += formatted.bytes.view(); }
  void finish() override {}
};

struct Outcome {
  Counts counts;
  std::string text;  ///< see TextSink
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] std::size_t count(const RuleInfo& rule) const {
    return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                  [&](const Diagnostic& d) { return d.rule == &rule; }));
  }
  [[nodiscard]] const Diagnostic* find(const RuleInfo& rule) const {
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.rule == &rule) return &diagnostic;
    return nullptr;
  }
};

struct Settings {
  Redact redact = Redact::none;
  std::string profile = "safety-map";
  std::string crs;
  unsigned workers = 1;
  std::size_t batch_records = 1000;
  DatumGrids grids = {};
  bool fix = false;
  std::string today = {};
};

/// All stages over a table, as `convert` runs them.
inline Outcome run_table(std::vector<std::string> headers, std::vector<std::vector<std::string>> rows,
                         const Settings& settings = {}) {
  TableSource source(std::move(headers), std::move(rows), settings.batch_records);
  const Profile profile = load_profile(settings.profile);
  const Crs crs = Crs::parse(settings.crs);
  MappingOptions options;
  options.axes = {crs.axes()};
  const SurveyMapping mapping = map_survey(source.layers(), profile, options);
  const Survey survey{&profile, source.layers(), &mapping};
  const AlignStage align(survey);
  const ConsentStage consent(survey);
  const ValueStage values(survey);
  const PlaceStage places(survey,
                          {{crs}, profile.hard_area, profile.expected_area, settings.fix, settings.grids},
                          settings.workers);
  const ConstraintStage constraints(survey);
  const RuleStage rules(survey, {settings.fix, settings.today, profile.expected_area});
  const IdentityPreparation preparation(survey, "test");
  IdentityStage identity(survey, preparation);
  const ScanStage scan(survey, settings.redact, settings.workers);
  const Veil veil(survey, settings.workers);
  TextSink sink;
  Collector collector(1000000);
  PipelineParts parts;
  parts.survey = survey;
  parts.sources = {&source};
  parts.stages = {&align, &consent, &values, &places, &constraints, &rules, &preparation, &scan};
  parts.ordered = {&identity};
  parts.sinks = {&sink};
  parts.collector = &collector;
  parts.veil = &veil;
  parts.workers = settings.workers;
  Outcome outcome;
  outcome.counts = run_pipeline(parts);
  Summary summary;
  collector.finish(summary);
  outcome.diagnostics = std::move(summary.diagnostics);
  outcome.text = std::move(sink.text);
  return outcome;
}

}  // namespace anzenmap::test
