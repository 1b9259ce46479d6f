// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/geojson.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/form/recognise.hpp"
#include "importers/geojson/feature_reader.hpp"
#include "importers/geojson/geojson_rules.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/outline.hpp"
#include "importers/geojson/probe.hpp"
#include "importers/geojson/style_members.hpp"
#include "importers/intake/input_file.hpp"
#include "importers/intake/spool_file.hpp"
#include "importers/json/json_rules.hpp"
#include "importers/jsondialect/esri_json.hpp"
#include "importers/jsondialect/feature_sequence.hpp"
#include "importers/jsondialect/umap.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kHead = 64 * 1024;
constexpr std::size_t kLargestRecord = std::size_t{1} << 30;  // spans of a batch count 32 bits

std::string_view name_of(GeoJsonRoot root) {
  switch (root) {
    case GeoJsonRoot::collection:
      return "FeatureCollection";
    case GeoJsonRoot::feature:
      return "Feature";
    case GeoJsonRoot::geometry:
      return "geometry";
  }
  return "";
}

class GeoJsonSource final : public Source {
 public:
  GeoJsonSource(std::unique_ptr<InputFile> file, const ReadOptions& options, const Profile& profile)
      : file_(std::move(file)) {
    OutlineOptions how;
    how.chunk_bytes = options.chunk_bytes;
    how.record_limit = std::min(options.record_limit, kLargestRecord);
    outline_ = read_outline(*file_, how);
    describe(options.format.has_value());
    hint_style_members(layer_, profile);
    reading_ = {outline_.root, &outline_.headers, layer_.file, layer_.crs};
  }

  /// What the text was made from.
  void made_from(TranslatedJson& other, const Profile& profile) {
    std::erase_if(layer_.reading.items, [](const ReadingItem& item) { return item.key == "root"; });
    const ReadingItem* format = layer_.reading.find("format");
    if (format->by == DecidedBy::detected)
      layer_.reading.decide("format", "geojson", DecidedBy::detected, other.evidence_ja, other.evidence_en);
    layer_.reading.decide("dialect", other.dialect, DecidedBy::detected, other.evidence_ja,
                          other.evidence_en);
    if (!other.crs.empty()) {
      layer_.crs = other.crs;
      layer_.reading.decide("crs", layer_.crs, DecidedBy::file, "spatialReference", "spatialReference");
      reading_.crs = layer_.crs;
    }
    if (other.dialect == "Esri JSON") form::recognise(layer_, profile, {}, "JSON");
    std::move(other.told.begin(), other.told.end(), std::back_inserter(outline_.diagnostics));
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return {&layer_, 1}; }
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    return std::move(outline_.diagnostics);
  }

  bool take(Batch& batch) override {
    if (next_ == outline_.chunks.size()) return false;
    const FeatureChunk& chunk = outline_.chunks[next_++];
    batch.layer = 0;
    batch.records = chunk.records;
    batch.text.resize(chunk.bytes);
    if (file_->read_at(chunk.offset, batch.text.data(), chunk.bytes) != chunk.bytes)
      throw Error(json_changed, {{"file", layer_.file, {}}});
    batch.row.assign(1, chunk.first_row);
    batch.line.assign(1, chunk.first_line);
    return true;
  }
  void parse(Batch& batch) const override { read_features(reading_, batch); }
  void settle(Batch&) override {}  // rows and lines are absolute already

 private:
  void describe(bool format_was_said) {
    layer_.file = file_->name();
    layer_.headers = outline_.headers.names();
    layer_.has_geometry = true;
    layer_.has_shapes = outline_.has_shapes;
    layer_.has_rows_of_text = false;
    layer_.has_no_records = outline_.chunks.empty();
    layer_.foreign = outline_.foreign;
    layer_.crs = outline_.crs.crs;
    Reading& reading = layer_.reading;
    reading.decide("format", "geojson", format_was_said ? DecidedBy::person : DecidedBy::detected,
                   "「{」で始まり、地図のデータの種類(type)が書いてあります",
                   "an object with a GeoJSON \"type\"");
    reading.decide("encoding", "utf-8", DecidedBy::file, "JSONはUTF-8と決まっています", "JSON is UTF-8");
    reading.decide("root", name_of(outline_.root), DecidedBy::file);
    if (!layer_.crs.empty()) {
      reading.decide("crs", layer_.crs, DecidedBy::file, "crs: " + outline_.crs.written,
                     "crs: " + outline_.crs.written);
      reading.decide("axis_order", "east,north", DecidedBy::file, "GeoJSONはいつも東西、南北の順です",
                     "GeoJSON is always x (east), y (north)");
    }
  }

  std::unique_ptr<InputFile> file_;
  GeoJsonOutline outline_;
  Layer layer_;
  FeatureReading reading_;
  std::size_t next_ = 0;
};

std::unique_ptr<Source> open_translated(TranslatedJson text, const ReadOptions& options,
                                        const Profile& profile) {
  auto source = std::make_unique<GeoJsonSource>(std::move(text.text), options, profile);
  source->made_from(text, profile);
  return source;
}

JsonHead head_of(const InputFile& file) {
  std::string head(kHead, '\0');
  head.resize(file.read_at(0, head.data(), head.size()));
  return look_at_json_head(head);
}

std::unique_ptr<Source> open_geojson(const std::string& path, const ReadOptions& options,
                                     const Profile& profile) {
  const InputFile file(path);
  const JsonHead head = head_of(file);
  const std::size_t limit = std::min(options.record_limit, kLargestRecord);
  if (head.is_esri) return open_translated(translate_esri_json(file, profile, limit), options, profile);
  if (head.type == "umap") return open_translated(translate_umap(file, limit), options, profile);
  try {
    return std::make_unique<GeoJsonSource>(std::make_unique<InputFile>(path), options, profile);
  } catch (const Error& error) {
    if (&error.rule() != &geojson_lines || head.type == "FeatureCollection") throw;
  }
  return open_translated(join_feature_sequence(file), options, profile);
}

}  // namespace

const Importer& geojson_importer() {
  static constexpr Importer kImporter{"geojson", Text{"GeoJSON(地図のデータ)", "GeoJSON"}, &probe_geojson,
                                      &open_geojson};
  return kImporter;
}

namespace {

std::span<const RuleInfo* const> dialect_rules() {
  static constexpr std::array<const RuleInfo*, 4> kRules{&spool_failed, &esri_cut_off, &esri_dates,
                                                         &umap_remote_layer};
  return kRules;
}

}  // namespace

std::span<const RuleInfo* const> geojson_rules() {
  static const std::vector<const RuleInfo*> kRules = [] {
    std::vector<const RuleInfo*> rules;
    for (const auto& part : {json_rules(), geojson_file_rules(), geojson_geometry_rules(), dialect_rules()})
      rules.insert(rules.end(), part.begin(), part.end());
    return rules;
  }();
  return kRules;
}

}  // namespace anzenmap
