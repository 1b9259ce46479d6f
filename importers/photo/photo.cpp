// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/photo.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "importers/intake/input_file.hpp"
#include "importers/photo/photo_join.hpp"
#include "importers/photo/photo_record.hpp"
#include "importers/photo/photo_rules.hpp"

namespace anzenmap {
namespace photo {
namespace {

constexpr std::size_t kRecords = 1'200;

/// One kind of value that photos have: which column, and where its text comes from.
struct Column {
  std::string header;
  std::string (*text)(const PhotoRecord&);
};

std::string header_of(const Profile& profile, Role role, std::string_view alias, std::string_view otherwise) {
  if (const auto field = profile.field_with_role(role); role != Role::none && field)
    return profile.fields[*field].name;
  if (const auto known = profile.match(alias)) return profile.fields[known->field].name;
  return std::string(otherwise);
}

class PhotoSource final : public Source, public PhotoHolder {
 public:
  PhotoSource(const std::string& path, const ReadOptions& options, const Profile& profile) {
    std::error_code none;
    const bool folder = std::filesystem::is_directory(path, none);
    PhotoFolder found;
    if (folder) {
      found = look_through(path);
    } else {
      found.photos.push_back({path, file_name_of(path)});
    }
    Module& module = photo_module(options.module_folder);
    for (const PhotoFile& file : found.photos) {
      PhotoRecord record = read_photo(module, file, profile);
      records_[record.has_place && record.datum == Datum::tokyo ? 1 : 0].push_back(std::move(record));
    }
    if (found.others != 0) {
      opening_.push_back(make_diagnostic(files_passed_over));
      opening_.back().arguments = {{"count", std::to_string(found.others), {}},
                                   {"first", found.first_other, {}}};
    }
    choose_columns(profile);
    for (const std::size_t group : {std::size_t{0}, std::size_t{1}})
      if (!records_[group].empty() || (group == 0 && records_[1].empty()))
        describe(group, path, folder, options);
    tell_names(folder);
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return layers_; }
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override { return std::exchange(opening_, {}); }

  bool take(Batch& batch) override {
    while (next_layer_ < groups_.size() && next_ == records_[groups_[next_layer_]].size()) {
      ++next_layer_;
      next_ = 0;
    }
    if (next_layer_ == groups_.size()) return false;
    batch.layer = static_cast<std::uint32_t>(next_layer_);
    batch.raw.resize(columns_.size());
    for (TextColumn& column : batch.raw) column.clear();
    std::vector<PhotoRecord>& photos = records_[groups_[next_layer_]];
    for (; next_ < photos.size() && batch.records < kRecords; ++next_) put(batch, photos[next_]);
    return true;
  }

  void parse(Batch&) const override {}
  void settle(Batch&) override {}

  [[nodiscard]] std::vector<PhotoRecord*> photos() override {
    std::vector<PhotoRecord*> all;
    for (std::vector<PhotoRecord>& group : records_)
      for (PhotoRecord& photo : group) all.push_back(&photo);
    return all;
  }

 private:
  void choose_columns(const Profile& profile) {
    const std::vector<Column> all{
        {header_of(profile, Role::name, "name", "名称"),
         [](const PhotoRecord& one) { return one.text.title; }},
        {header_of(profile, Role::category, "kind", "区分"),
         [](const PhotoRecord& one) { return one.text.category; }},
        {header_of(profile, Role::date, "date", "調査日"), [](const PhotoRecord& one) { return one.day; }},
        {header_of(profile, Role::none, "description", "コメント"),
         [](const PhotoRecord& one) { return one.text.description; }},
        {header_of(profile, Role::accuracy, "accuracy", "位置誤差_m"),
         [](const PhotoRecord& one) { return one.accuracy; }},
        {header_of(profile, Role::photo, "image", "画像"), [](const PhotoRecord& one) { return one.name; }},
        {"撮影方向", [](const PhotoRecord& one) { return one.direction; }}};
    for (const Column& column : all) {
      const bool used =
          std::any_of(records_.begin(), records_.end(), [&](const std::vector<PhotoRecord>& photos) {
            return std::any_of(photos.begin(), photos.end(),
                               [&](const PhotoRecord& photo) { return !column.text(photo).empty(); });
          });
      if (used) columns_.push_back(column);
    }
    photo_header_ = all[5].header;
    const bool all_placed = std::all_of(records_[0].begin(), records_[0].end(),
                                        [](const PhotoRecord& photo) { return photo.has_place; });
    if (all_placed) return;
    // Room for a person to write the place into the rejects.
    const auto nothing = [](const PhotoRecord&) { return std::string(); };
    columns_.push_back({header_of(profile, Role::latitude, "lat", "緯度"), nothing});
    columns_.push_back({header_of(profile, Role::longitude, "lon", "経度"), nothing});
  }

  void describe(std::size_t group, const std::string& path, bool folder, const ReadOptions& options) {
    Layer layer;
    layer.file = file_name_of(path);
    for (const Column& column : columns_) layer.headers.push_back(column.header);
    layer.hidden.push_back(photo_header_);  // a file's name may be a person's
    layer.has_geometry = true;
    layer.has_rows_of_text = false;
    layer.has_no_records = records_[group].empty();
    layer.crs = group == 1 ? "EPSG:4301" : "EPSG:4326";
    if (group == 1 && !layers_.empty()) layer.sheet = "TOKYO";
    layer.reading.decide(
        "format", "photo", options.format ? DecidedBy::person : DecidedBy::detected,
        folder ? "フォルダーの中に写真があります" : "先頭に写真(JPEG、HEIC)の印があります",
        folder ? "there are photos in the folder" : "it begins with the mark of a photo (JPEG, HEIC)");
    layers_.push_back(std::move(layer));
    groups_.push_back(group);
  }

  void tell_names(bool folder) {
    if (!folder || (records_[0].empty() && records_[1].empty())) return;
    opening_.push_back(make_diagnostic(file_name_inside));
    opening_.back().column = photo_header_;
    opening_.back().arguments = {{"column", photo_header_, {}}};
  }

  void put(Batch& batch, PhotoRecord& photo) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string text = columns_[i].text(photo);
      if (text.empty()) {
        batch.raw[i].push({}, 0);
        continue;
      }
      const std::size_t at = batch.text.append(text);
      batch.raw[i].push({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())},
                        classify(text));
    }
    GeometryColumn& geometry = batch.geometry;
    geometry.kind.push_back(photo.has_place ? GeometryKind::point : GeometryKind::none);
    geometry.x.push_back(photo.longitude);
    geometry.y.push_back(photo.latitude);
    geometry.wkb.emplace_back();
    batch.state.resize(batch.records + 1, RecordState::accepted);
    if (photo.joined) {
      batch.state.back() = RecordState::merged;
      photo.told.clear();  // that record has a place of its own, or is rejected itself
    }
    for (Diagnostic& told : photo.told) {
      told.layer = batch.layer;
      told.record = static_cast<std::int64_t>(batch.records);
      told.row = static_cast<std::int64_t>(next_) + 1;
      batch.diagnostics.push_back(std::move(told));
    }
    photo.told.clear();
    batch.row.push_back(static_cast<std::int64_t>(next_) + 1);
    ++batch.records;
  }

  std::array<std::vector<PhotoRecord>, 2> records_;  ///< on the world's datums, on Tokyo
  std::vector<Column> columns_;
  std::string photo_header_;
  std::vector<Layer> layers_;
  std::vector<std::size_t> groups_;  ///< of each layer
  std::vector<Diagnostic> opening_;
  std::size_t next_layer_ = 0;
  std::size_t next_ = 0;
};

ProbeResult probe(std::string_view head, std::string_view) {
  const std::string_view kind = kind_of(head);
  if (kind.empty()) return {};
  return {95, "先頭に写真の印(" + std::string(kind) + ")があります",
          "it begins with the mark of a photo (" + std::string(kind) + ")"};
}

ProbeResult probe_folder(const std::string& path) {
  if (!has_photos(path)) return {};
  return {60, "フォルダーの中に写真があります", "there are photos in the folder"};
}

std::unique_ptr<Source> open(const std::string& path, const ReadOptions& options, const Profile& profile) {
  return std::make_unique<PhotoSource>(path, options, profile);
}

}  // namespace
}  // namespace photo

const Importer photo_importer{
    "photo", {"写真(JPEG、HEIC)", "photos (JPEG, HEIC)"}, &photo::probe, &photo::open, &photo::probe_folder};

}  // namespace anzenmap
