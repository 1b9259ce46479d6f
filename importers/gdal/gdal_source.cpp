// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/gdal_source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "gis/base/error.hpp"
#include "importers/csv/csv_rules.hpp"
#include "importers/encoding/guess.hpp"
#include "importers/gdal/gdal_rules.hpp"
#include "importers/gdal/journal.hpp"
#include "importers/gdal/layer_plan.hpp"
#include "importers/gdal/open_dataset.hpp"
#include "importers/gdal/record_batch.hpp"
#include "importers/gdal/shapefile_parts.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kRecords = 1'200;
constexpr std::size_t kAtOnce = 64;
constexpr std::size_t kSmall = 4096;  // batches of tests
constexpr std::size_t kRemarks = 5;
constexpr std::size_t kSample = 64 * 1024;

/// Gathers texts of a layer, to see what encoding they are.
class TextSample final : public RecordSink {
 public:
  void record(const Record& record) override {
    for (const Value& value : record.values)
      if (value.kind == Value::Kind::text && text.size() < kSample) text.append(value.text).append("\n");
  }
  std::string text;
};

/// Tables that QGIS keeps in a GeoPackage for itself.
bool is_of_qgis(std::string_view layer) { return layer == "layer_styles" || layer == "qgis_projects"; }

class GdalSource final : public Source {
 public:
  GdalSource(const Format& format, const std::string& path, const ReadOptions& options,
             const Profile& profile, const ProbeResult& probed)
      : format_(format), file_(file_name_of(path)), folder_(folder_of(path)), options_(options) {
    Module& module = gdal_module(options.module_folder);
    std::string main = path;
    std::vector<std::string> settings;
    if (format.name == "shp") {
      parts_ = look_at_parts(path, options.encoding);
      main = parts_->main;
      settings.emplace_back("ENCODING=");  // the bytes as they are
      std::move(parts_->diagnostics.begin(), parts_->diagnostics.end(), std::back_inserter(opening_));
    }
    if (format.name == "gpkg" && JournalCopy::needed(path)) main = copy_.emplace(path).path();
    dataset_ =
        open_by_driver(module, main, std::string(format.driver), format.title, file_, settings, messages_);
    check_names();
    choose(plans(profile));
    for (std::size_t i = 0; i < plans_.size(); ++i) describe(i, path, probed);
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return layers_; }

  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      for (Diagnostic& told : plans_[i].diagnostics) {
        told.layer = static_cast<std::uint32_t>(i);
        opening_.push_back(std::move(told));
      }
      plans_[i].diagnostics.clear();
    }
    return std::exchange(opening_, {});
  }

  bool take(Batch& batch) override {
    for (; next_ < plans_.size(); ++next_) {
      if (!reader_) {
        const LayerPlan& plan = plans_[next_];
        reader_ = dataset_->read_layer(plan.index);
        records_.emplace(plan, dataset_->layers()[plan.index], static_cast<std::uint32_t>(next_), folder_,
                         options_.record_limit);
        state_ = ReadState::more;
      }
      records_->into(batch);
      while (state_ == ReadState::more && batch.records < kRecords &&
             batch.text.size() < options_.chunk_bytes)
        read(options_.chunk_bytes < kSmall ? 1 : kAtOnce);
      if (batch.records != 0) return true;
      for (Diagnostic& told : records_->closing()) closing_.push_back(std::move(told));
      reader_.reset();
    }
    return false;
  }

  void parse(Batch&) const override {}
  void settle(Batch&) override {}

  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override {
    std::vector<std::string> said;
    for (const Message& message : messages_) {
      if (said.size() == kRemarks || std::find(said.begin(), said.end(), message.text) != said.end())
        continue;
      said.push_back(message.text);
      closing_.push_back(make_diagnostic(driver_remark));
      closing_.back().arguments = {{"text", message.text, {}}};
    }
    return std::exchange(closing_, {});
  }

 private:
  void read(std::size_t most) {
    std::vector<Message> said;
    state_ = reader_->read(most, *records_, said);
    if (state_ == ReadState::failed)
      throw Error(layer_broken_off, {{"file", file_, {}},
                                     {"read", std::to_string(records_->records()), {}},
                                     {"reason", reason_in(said), {}}});
    std::move(said.begin(), said.end(), std::back_inserter(messages_));
  }

  [[nodiscard]] bool names_layers() const { return options_.sheet || !options_.sheets.empty(); }

  [[nodiscard]] bool is_named(const std::string& layer) const {
    if (options_.sheet) return *options_.sheet == layer;
    return std::any_of(options_.sheets.begin(), options_.sheets.end(),
                       [&](const NamedSheet& named) { return named.name == layer; });
  }

  void check_names() const {
    if (dataset_->layers().empty()) throw Error(dataset_empty, {{"file", file_, {}}});
    if (!options_.sheet) return;
    std::string known;
    for (const LayerInfo& info : dataset_->layers()) {
      if (info.name == *options_.sheet) return;
      known += (known.empty() ? "" : ", ") + info.name;
    }
    throw Error(layer_not_found, {{"file", file_, {}}, {"layer", *options_.sheet, {}}, {"known", known, {}}},
                Error::Kind::usage);
  }

  /// Of texts whose encoding neither GDAL nor a .dbf tells.
  ReadingItem decide_encoding(std::size_t layer) {
    if (options_.encoding) {
      const auto named = encoding_named(*options_.encoding);
      if (!named) throw Error(encoding_not_known, {{"value", *options_.encoding, {}}}, Error::Kind::usage);
      return {"encoding", std::string(name_of(*named)), DecidedBy::person, {}, {}};
    }
    TextSample sample;
    const std::unique_ptr<LayerReader> reader = dataset_->read_layer(layer);
    std::vector<Message> unheard;
    while (sample.text.size() < kSample && reader->read(kAtOnce, sample, unheard) == ReadState::more) {
    }
    const EncodingGuess guess = guess_encoding(sample.text, sample.text.size() < kSample);
    return {"encoding", std::string(name_of(guess.encoding)), DecidedBy::detected, guess.evidence_ja,
            guess.evidence_en};
  }

  std::vector<LayerPlan> plans(const Profile& profile) {
    std::vector<LayerPlan> all;
    const std::vector<LayerInfo>& infos = dataset_->layers();
    for (std::size_t i = 0; i < infos.size(); ++i) {
      const bool wanted = names_layers() ? is_named(infos[i].name) : !is_of_qgis(infos[i].name);
      if (!wanted && format_.layered) continue;
      std::optional<ReadingItem> encoding;
      if (infos[i].raw_text) encoding = parts_ && parts_->text ? parts_->text->item : decide_encoding(i);
      const Encoding used =
          encoding ? encoding_named(encoding->value).value_or(Encoding::utf8) : Encoding::utf8;
      all.push_back(plan_layer(infos[i], i, used, profile));
      if (encoding) {
        auto& items = all.back().layer.reading.items;
        items.insert(items.begin(), std::move(*encoding));
      }
      if (format_.layered) all.back().layer.sheet = infos[i].name;
      all.back().layer.file = file_;
    }
    if (parts_ && parts_->text && all.size() == 1) take_table_facts(all.front());
    return all;
  }

  void take_table_facts(LayerPlan& plan) {
    const DbfText& text = *parts_->text;
    plan.count -= static_cast<std::int64_t>(text.deleted);
    for (std::size_t i = 0; i < plan.fields.size() && plan.fields.size() == text.full.size(); ++i) {
      // Short codes fill their field as a matter of course.
      if (text.full[i] == 0 || parts_->widths[i] < 80) continue;
      Diagnostic told = make_diagnostic(texts_cut);
      told.column = plan.layer.headers[i];
      told.arguments = {{"column", plan.layer.headers[i], {}},
                        {"count", std::to_string(text.full[i]), {}},
                        {"bytes", std::to_string(parts_->widths[i]), {}}};
      plan.diagnostics.push_back(std::move(told));
    }
  }

  /// Layers with places; where there are none, the first one, so that its records are accounted for.
  void choose(std::vector<LayerPlan> all) {
    if (all.empty()) throw Error(dataset_empty, {{"file", file_, {}}});
    const bool any_place =
        std::any_of(all.begin(), all.end(), [](const LayerPlan& plan) { return plan.has_place; });
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (names_layers() || (any_place ? all[i].has_place : i == 0)) {
        plans_.push_back(std::move(all[i]));
        continue;
      }
      Diagnostic told = make_diagnostic(layer_skipped);
      told.arguments = {{"layer", all[i].layer.sheet, {}},
                        {"reason", "場所がありません", "it has no places"}};
      opening_.push_back(std::move(told));
    }
  }

  void describe(std::size_t i, const std::string& path, const ProbeResult& probed) {
    LayerPlan& plan = plans_[i];
    Reading reading;
    reading.decide("format", format_.name, options_.format ? DecidedBy::person : DecidedBy::detected,
                   probed.evidence_ja, probed.evidence_en);
    if (format_.name == "gpkg") {
      std::array<char, 100> head{};
      const std::size_t size = InputFile(path).read_at(0, head.data(), head.size());
      describe_geopackage(path, {head.data(), size}, reading);
      if (i == 0)
        for (Diagnostic& told : look_at_journal(path, {head.data(), size}))
          opening_.push_back(std::move(told));
    } else {
      reading.decide("dialect", format_.title, DecidedBy::detected, "GDALで読みました", "read through GDAL");
    }
    if (format_.layered)
      reading.decide("sheet", plan.layer.sheet, names_layers() ? DecidedBy::person : DecidedBy::detected,
                     plan.has_place ? "場所がある" : "場所のあるレイヤーがない",
                     plan.has_place ? "it has places" : "no layer has places");
    const LayerInfo& info = dataset_->layers()[plan.index];
    if (info.north_first)
      reading.decide("axis_order", "y, x", DecidedBy::file, "北(緯度)が先に書かれています",
                     "the northing or latitude stands first");
    for (ReadingItem& item : plan.layer.reading.items) reading.items.push_back(std::move(item));
    plan.layer.reading = std::move(reading);
    const bool prj_told = parts_.has_value();
    if (info.has_geometry && info.crs.empty() && !prj_told) {
      Diagnostic told = make_diagnostic(crs_not_said);
      told.arguments = {{"file", file_, {}}};
      plan.diagnostics.push_back(std::move(told));
    }
    layers_.push_back(plan.layer);
  }

  Format format_;
  std::string file_;
  std::string folder_;
  ReadOptions options_;
  std::optional<ShapefileParts> parts_;
  std::vector<Message> messages_;
  std::optional<JournalCopy> copy_;  // goes behind its dataset
  std::unique_ptr<Dataset> dataset_;
  std::vector<LayerPlan> plans_;
  std::vector<Layer> layers_;
  std::vector<Diagnostic> opening_;
  std::vector<Diagnostic> closing_;
  std::size_t next_ = 0;
  std::optional<RecordBatch> records_;
  std::unique_ptr<LayerReader> reader_;  // goes before its dataset
  ReadState state_ = ReadState::more;
};

}  // namespace

std::unique_ptr<Source> open_dataset(const Format& format, const std::string& path,
                                     const ReadOptions& options, const Profile& profile,
                                     const ProbeResult& probed) {
  return std::make_unique<GdalSource>(format, path, options, profile, probed);
}

}  // namespace anzenmap::gdal
