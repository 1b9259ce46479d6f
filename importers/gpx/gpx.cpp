// SPDX-License-Identifier: Apache-2.0
#include "importers/gpx/gpx.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "gis/base/error.hpp"
#include "gis/pipeline/stage.hpp"
#include "importers/gpx/gpx_reader.hpp"
#include "importers/gpx/gpx_rules.hpp"
#include "importers/markup/day_column.hpp"
#include "importers/markup/feature_columns.hpp"
#include "importers/markup/feature_rows.hpp"
#include "importers/markup/markup_rules.hpp"
#include "importers/markup/markup_source.hpp"
#include "importers/markup/partial_outline.hpp"

namespace anzenmap {
namespace gpx {
namespace {

using markup::Origin;
using markup::trimmed;
using Meaning = markup::FeatureColumns::Meaning;

Diagnostic counted(const RuleInfo& rule, std::uint64_t count) {
  Diagnostic told = make_diagnostic(rule);
  told.arguments = {{"count", std::to_string(count), {}}};
  return told;
}

Meaning meaning_of(std::string_view name) {
  if (name == "name") return {Role::name, {}};
  if (name == "desc") return {Role::none, "description"};
  if (name == "type") return {Role::category, {}};
  if (name == "time") return {Role::date, {}};
  if (name == "ele") return {Role::height, {}};
  if (name == "link" || name == "url") return {Role::url, {}};
  return {};
}

/// A GPX document seen before its records are made, all of it or its head: its columns.
class GpxOutline final : public GpxSink {
 public:
  GpxOutline(std::string file, bool tracks, bool heights)
      : file_(std::move(file)), tracks_wanted_(tracks), heights_(heights) {}

  void feature(GpxFeature& feature) override {
    if (feature.is_track && !tracks_wanted_) return;
    has_shapes_ = has_shapes_ || feature.is_track;
    for (std::size_t i = 0; i < feature.element_count; ++i) {
      const Element& element = feature.elements[i];
      if (!trimmed(element.value).empty()) see(element.name);
    }
    if (!feature.start_time.empty()) see("time");
  }

  void settle(const Profile& profile, bool whole) {
    whole_ = whole;
    // One text more beside the description, and a second sign of the kind, are columns of their own.
    if (!columns_.seen(Origin::element, "desc"))
      columns_.mean(Origin::element, "cmt", {Role::none, "description"});
    if (!columns_.seen(Origin::element, "type")) columns_.mean(Origin::element, "sym", {Role::category, {}});
    columns_.settle(profile);
  }

  [[nodiscard]] bool is_whole() const { return whole_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const markup::FeatureColumns& columns() const { return columns_; }
  [[nodiscard]] bool has_shapes() const { return has_shapes_; }

 private:
  void see(std::string_view name) {
    if (name == "ele" && !heights_) return;  // the place has it
    if (columns_.seen(Origin::element, name)) return;
    if (!columns_.see(Origin::element, name))
      throw Error(markup::too_many_columns,
                  {{"file", file_, {}}, {"limit", std::to_string(markup::FeatureColumns::kMost), {}}});
    columns_.mean(Origin::element, name, meaning_of(name));
  }

  std::string file_;
  bool tracks_wanted_;
  bool heights_;
  markup::FeatureColumns columns_;
  bool has_shapes_ = false;
  bool whole_ = false;
};

/// Makes a record of each feature.
class GpxRecords final : public GpxSink {
 public:
  GpxRecords(const GpxOutline& outline, const Profile& profile, bool tracks)
      : outline_(outline),
        columns_(outline.columns()),
        tracks_wanted_(tracks),
        heights_(profile.field_with_role(Role::height).has_value()),
        rows_(columns_),
        time_(columns_.find(Origin::element, "time")),
        days_(columns_, time_, profile) {}

  void into(Batch& batch) { batch_ = &batch; }

  void feature(GpxFeature& feature) override {
    if (feature.is_track && !tracks_wanted_) {
      ++tracks_;
      return;
    }
    if (feature.is_track && !outline_.has_shapes()) miss();
    if (feature.has_extensions) ++extensions_;
    times_ += feature.times;
    short_segments_ += feature.short_segments;
    rows_.begin(*batch_);
    std::uint32_t guess = 0;
    for (std::size_t i = 0; i < feature.element_count; ++i)
      put(feature.elements[i].name, trimmed(feature.elements[i].value), guess);
    if (time_ == markup::FeatureColumns::kNone && !feature.start_time.empty()) miss();
    if (time_ != markup::FeatureColumns::kNone && rows_.value(time_).empty())
      rows_.put(time_, days_.day_of(feature.start_time));
    if (feature.geometry.write(batch_->geometry).rounded) ++rounded_;
    for (const kml::GeometryFault& fault : feature.geometry.faults()) {
      Diagnostic& told =
          tell(*batch_, *fault.rule, batch_->records, feature.is_track ? "trkpt" : "lat, lon", fault.value);
      told.arguments = fault.arguments;
      told.fix = fault.fix;
    }
    rows_.append(*batch_, feature.number, feature.line);
  }

  [[nodiscard]] std::vector<Diagnostic> closing() const {
    std::vector<Diagnostic> all;
    if (tracks_ != 0) all.push_back(counted(markup::tracks_not_read, tracks_));
    if (extensions_ != 0) all.push_back(counted(extensions_not_read, extensions_));
    if (times_ != 0) all.push_back(counted(times_left_out, times_));
    if (short_segments_ != 0) all.push_back(counted(segments_left_out, short_segments_));
    if (rounded_ != 0) all.push_back(counted(markup::coordinates_rounded, rounded_));
    if (days_.count() != 0) all.push_back(counted(markup::times_shortened, days_.count()));
    return all;
  }

 private:
  void put(std::string_view name, std::string_view text, std::uint32_t& guess) {
    if (text.empty() || (name == "ele" && !heights_)) return;
    const std::uint32_t column = columns_.find(Origin::element, name, guess);
    if (column == markup::FeatureColumns::kNone) miss();
    rows_.put(column, column == time_ ? days_.day_of(text) : text);
  }
  /// The head of the file had not all columns.
  void miss() const {
    if (!outline_.is_whole()) markup::ask_for_whole_outline(outline_.file());
  }

  const GpxOutline& outline_;
  const markup::FeatureColumns& columns_;
  bool tracks_wanted_;
  bool heights_;
  markup::FeatureRows rows_;
  std::uint32_t time_;
  markup::DayColumn days_;
  Batch* batch_ = nullptr;
  std::uint64_t rounded_ = 0;
  std::uint64_t tracks_ = 0;
  std::uint64_t extensions_ = 0;
  std::uint64_t times_ = 0;
  std::uint64_t short_segments_ = 0;
};

struct Version {
  std::string name;
  std::string evidence_ja;
  std::string evidence_en;
};

Version version_of(const markup::RootElement& root) {
  Version found;
  const bool old = root.version.empty() ? root.space.ends_with("/GPX/1/0") : root.version == "1.0";
  const bool current = root.version.empty() ? root.space.ends_with("/GPX/1/1") : root.version == "1.1";
  found.name = old ? "GPX 1.0" : current ? "GPX 1.1" : "GPX";
  const std::string said = root.version.empty() ? root.space : "version=\"" + root.version + "\"";
  found.evidence_ja = said.empty() ? "版が書いてありません" : said;
  found.evidence_en = said.empty() ? "it names no version" : said;
  if (!root.creator.empty()) {
    found.evidence_ja += "、作ったアプリ: " + root.creator;
    found.evidence_en += ", made by " + root.creator;
  }
  return found;
}

class GpxSource final : public markup::MarkupSource {
 public:
  GpxSource(const std::string& path, const ReadOptions& options, const Profile& profile)
      : MarkupSource(std::make_unique<markup::FileDocument>(path), options),
        outline_(document().name(), options.include_tracks,
                 profile.field_with_role(Role::height).has_value()) {
    const std::string& file = document().name();
    if (!root().name.empty() && root().name != "gpx")
      throw Error(gpx_not_gpx, {{"file", file, {}}, {"root", root().name, {}}});
    GpxReading reading{file, options.include_tracks, false, options.record_limit};
    GpxReader first_look(reading, outline_);
    outline_.settle(profile, look_first(first_look));
    describe(version_of(root()), options.format.has_value());
    records_.emplace(outline_, profile, options.include_tracks);
    reading.lines = true;
    reader_.emplace(reading, *records_);
    read_with(*reader_);
  }

  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override { return records_->closing(); }

 private:
  void into(Batch& batch) override { records_->into(batch); }

  void describe(const Version& version, bool format_was_said) {
    Reading& reading = describe_layer(outline_.columns(), outline_.has_shapes()).reading;
    reading.decide("format", "gpx", format_was_said ? DecidedBy::person : DecidedBy::detected,
                   "いちばん外側が<gpx>です", "its root element is <gpx>");
    reading.decide("dialect", version.name, DecidedBy::file, version.evidence_ja, version.evidence_en);
    reading.items.push_back(encoding().item);
    if (!outline_.columns().renamed().empty())
      reading.decide("columns", outline_.columns().renamed(), DecidedBy::detected,
                     "GPXの決まった項目を、種類の項目に合わせました",
                     "elements of GPX that mean a field of the profile");
  }

  GpxOutline outline_;
  std::optional<GpxRecords> records_;
  std::optional<GpxReader> reader_;
};

ProbeResult probe_gpx(std::string_view head, std::string_view) {
  if (head.find('<') == std::string_view::npos || head.starts_with("PK\x03\x04")) return {};
  if (markup::root_element(head).name != "gpx") return {};
  return {100, "いちばん外側が<gpx>です", "its root element is <gpx>"};
}

std::unique_ptr<Source> open_gpx(const std::string& path, const ReadOptions& options,
                                 const Profile& profile) {
  return std::make_unique<GpxSource>(path, options, profile);
}

}  // namespace
}  // namespace gpx

const Importer gpx_importer{"gpx", {"GPX(GPSの目印)", "GPX"}, &gpx::probe_gpx, &gpx::open_gpx};

}  // namespace anzenmap
