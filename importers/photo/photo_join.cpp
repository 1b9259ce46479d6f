// SPDX-License-Identifier: Apache-2.0
#include "importers/photo/photo_join.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "gis/base/number.hpp"
#include "gis/pipeline/stage.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/date.hpp"
#include "importers/photo/photo_rules.hpp"

namespace anzenmap::photo {
namespace {

/// Somebody stands this far from what is in the picture, and phones err by some 10 m.
constexpr double kFarMetres = 100;

std::string folded(std::string_view path) {
  std::string out(path);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\\' ? '/' : c;
  return out;
}

std::string name_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }

double metres_between(double lon_a, double lat_a, double lon_b, double lat_b) {
  constexpr double kRadius = 6'371'008.8;
  constexpr double kRadians = std::numbers::pi / 180;
  const double north = std::sin((lat_b - lat_a) * kRadians / 2);
  const double east = std::sin((lon_b - lon_a) * kRadians / 2);
  const double h = north * north + std::cos(lat_a * kRadians) * std::cos(lat_b * kRadians) * east * east;
  return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

std::string degrees_text(double value) {
  std::array<char, kFixed7Bytes> text{};
  return {text.data(), write_fixed7(text.data(), value)};
}

bool is_world(const std::string& crs) {
  return crs.empty() || crs == "EPSG:4326" || crs == "EPSG:6668" || crs == "EPSG:4612";
}

/// The columns of a layer that photos have to do with.
struct JoinColumns {
  int photo = -1;
  int latitude = -1;
  int longitude = -1;
  int date = -1;
  bool metres = false;  ///< its places are no degrees
  std::string separator;
};

JoinColumns columns_of(const Layer& layer, const Profile& profile) {
  JoinColumns columns;
  columns.metres = !is_world(layer.crs);
  for (std::size_t i = 0; i < layer.headers.size(); ++i) {
    const auto match = profile.match(layer.headers[i]);
    if (!match) continue;
    const Field& field = profile.fields[match->field];
    const auto take = [&](int& column) {
      if (column < 0) column = static_cast<int>(i);
    };
    if (field.role == Role::photo) {
      take(columns.photo);
      columns.separator = field.separator;
    }
    if (field.role == Role::latitude) take(columns.latitude);
    if (field.role == Role::longitude) take(columns.longitude);
    if (field.role == Role::date) take(columns.date);
    columns.metres = columns.metres || field.role == Role::northing || field.role == Role::easting;
  }
  return columns;
}

class JoinedSource final : public Source {
 public:
  JoinedSource(std::unique_ptr<Source> source, std::shared_ptr<const PhotoAlbum> album,
               const Profile& profile)
      : source_(std::move(source)), album_(std::move(album)) {
    for (const Layer& layer : source_->layers()) {
      layers_.push_back(layer);
      JoinColumns columns = columns_of(layer, profile);
      if (columns.photo >= 0 && !columns.metres && !layer.has_geometry) {
        add_column(columns.latitude, profile, Role::latitude);
        add_column(columns.longitude, profile, Role::longitude);
      }
      columns_.push_back(std::move(columns));
    }
  }

  [[nodiscard]] std::span<const Layer> layers() const override { return layers_; }
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics() override {
    return source_->opening_diagnostics();
  }
  [[nodiscard]] std::vector<Diagnostic> closing_diagnostics() override {
    return source_->closing_diagnostics();
  }

  bool take(Batch& batch) override {
    if (!source_->take(batch)) return false;
    source_->parse(batch);
    source_->settle(batch);
    batch.raw.resize(layers_[batch.layer].headers.size());
    for (TextColumn& column : batch.raw)
      if (column.cells.size() < batch.records) column.fill_null(batch.records);
    const JoinColumns& columns = columns_[batch.layer];
    if (columns.photo < 0) return true;
    for (std::size_t r = 0; r < batch.records; ++r) join(batch, r, columns);
    return true;
  }
  void parse(Batch&) const override {}
  void settle(Batch&) override {}

 private:
  void add_column(int& column, const Profile& profile, Role role) {
    const auto field = profile.field_with_role(role);
    if (column >= 0 || !field) return;
    column = static_cast<int>(layers_.back().headers.size());
    layers_.back().headers.push_back(profile.fields[*field].name);
  }

  void join(Batch& batch, std::size_t record, const JoinColumns& columns) const {
    std::string cell(batch.raw_cell(static_cast<std::size_t>(columns.photo), record));
    std::string_view rest = cell;
    while (!rest.empty()) {
      const std::size_t end =
          columns.separator.empty() ? std::string_view::npos : rest.find(columns.separator);
      PhotoRecord* photo = album_->find(trim_blanks(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + columns.separator.size());
      if (photo == nullptr) continue;
      photo->joined = true;
      if (!columns.metres && photo->has_place && photo->datum == Datum::world)
        join_place(batch, record, columns, *photo);
      check_day(batch, record, columns, *photo);
    }
  }

  void join_place(Batch& batch, std::size_t record, const JoinColumns& columns,
                  const PhotoRecord& photo) const {
    double lon = 0;
    double lat = 0;
    if (layers_[batch.layer].has_geometry) {
      GeometryColumn& geometry = batch.geometry;
      if (geometry.kind[record] == GeometryKind::wkb) return;
      if (geometry.kind[record] == GeometryKind::none) {
        geometry.kind[record] = GeometryKind::point;
        geometry.x[record] = photo.longitude;
        geometry.y[record] = photo.latitude;
        return tell_taken(batch, record, photo);
      }
      lon = geometry.x[record];
      lat = geometry.y[record];
    } else {
      if (columns.latitude < 0 || columns.longitude < 0) return;
      TextColumn& north = batch.raw[static_cast<std::size_t>(columns.latitude)];
      TextColumn& east = batch.raw[static_cast<std::size_t>(columns.longitude)];
      const std::string_view said_north = trim_blanks(batch.at(north.cells[record]));
      const std::string_view said_east = trim_blanks(batch.at(east.cells[record]));
      if (said_north.empty() && said_east.empty()) {
        batch.set(north, record, degrees_text(photo.latitude));
        batch.set(east, record, degrees_text(photo.longitude));
        return tell_taken(batch, record, photo);
      }
      if (!parse_plain_decimal(said_north, lat) || !parse_plain_decimal(said_east, lon)) return;
    }
    if (std::fabs(lat) > 90 || std::fabs(lon) > 180) return;
    const double metres = metres_between(lon, lat, photo.longitude, photo.latitude);
    if (!(metres > kFarMetres)) return;
    Diagnostic& told = say(batch, photo_far, record, columns.photo, photo);
    told.place = LonLat{photo.longitude, photo.latitude};
    told.arguments.push_back({"distance", std::to_string(std::llround(metres)), {}});
    told.arguments.push_back({"said", degrees_text(lat) + ", " + degrees_text(lon), {}});
    told.arguments.push_back(
        {"found", degrees_text(photo.latitude) + ", " + degrees_text(photo.longitude), {}});
  }

  void tell_taken(Batch& batch, std::size_t record, const PhotoRecord& photo) const {
    Diagnostic& told = say(batch, place_from_photo, record, columns_[batch.layer].photo, photo);
    told.place = LonLat{photo.longitude, photo.latitude};
  }

  void check_day(Batch& batch, std::size_t record, const JoinColumns& columns,
                 const PhotoRecord& photo) const {
    if (columns.date < 0 || photo.day.empty()) return;
    const std::string said(trim_blanks(batch.raw_cell(static_cast<std::size_t>(columns.date), record)));
    if (said.empty()) return;
    const Conversion day = read_date(said);
    if (day.state == ValueState::unreadable) return;
    const std::string& canonical = day.state == ValueState::converted ? day.text : said;
    if (canonical == photo.day) return;
    Diagnostic& told = say(batch, photo_of_other_day, record, columns.date, photo);
    told.arguments.push_back({"said", canonical, {}});
    told.arguments.push_back({"found", photo.day, {}});
  }

  Diagnostic& say(Batch& batch, const RuleInfo& rule, std::size_t record, int column,
                  const PhotoRecord& photo) const {
    Diagnostic& told =
        tell(batch, rule, record, layers_[batch.layer].headers[static_cast<std::size_t>(column)],
             batch.raw_cell(static_cast<std::size_t>(column), record));
    told.row = batch.row[record];
    told.arguments = {{"file", photo.name, {}}};
    return told;
  }

  std::unique_ptr<Source> source_;
  std::shared_ptr<const PhotoAlbum> album_;
  std::vector<Layer> layers_;
  std::vector<JoinColumns> columns_;
};

bool names_photos(const Source& source, const Profile& profile) {
  const std::span<const Layer> layers = source.layers();
  return std::any_of(layers.begin(), layers.end(),
                     [&](const Layer& layer) { return columns_of(layer, profile).photo >= 0; });
}

bool is_photos(const std::unique_ptr<Source>& source) {
  return dynamic_cast<PhotoHolder*>(source.get()) != nullptr;
}

}  // namespace

void PhotoAlbum::add(PhotoRecord& photo) {
  by_path_.emplace(folded(photo.name), &photo);
  const auto [known, added] = by_name_.emplace(name_in(folded(photo.name)), &photo);
  if (!added) known->second = nullptr;
}

PhotoRecord* PhotoAlbum::find(std::string_view called) const {
  if (called.empty()) return nullptr;
  const std::string path = folded(called);
  if (const auto found = by_path_.find(path); found != by_path_.end()) return found->second;
  const auto found = by_name_.find(name_in(path));
  return found == by_name_.end() ? nullptr : found->second;
}

void join_photos(std::vector<std::unique_ptr<Source>>& sources, const Profile& profile) {
  const auto album = std::make_shared<PhotoAlbum>();
  bool any = false;
  for (const std::unique_ptr<Source>& source : sources) {
    auto* holder = dynamic_cast<PhotoHolder*>(source.get());
    if (holder == nullptr) continue;
    for (PhotoRecord* photo : holder->photos()) album->add(*photo);
    any = true;
  }
  if (!any) return;
  std::stable_partition(sources.begin(), sources.end(),
                        [](const auto& source) { return !is_photos(source); });
  for (std::unique_ptr<Source>& source : sources)
    if (!is_photos(source) && names_photos(*source, profile))
      source = std::make_unique<JoinedSource>(std::move(source), album, profile);
}

}  // namespace anzenmap::photo
