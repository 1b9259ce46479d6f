// SPDX-License-Identifier: Apache-2.0
#include "gis/place/second_place.hpp"

#include <array>
#include <cmath>
#include <string>

#include "gis/base/number.hpp"
#include "gis/place/distance.hpp"
#include "gis/place/geopoint.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap {

const RuleInfo places_disagree{
    .code = "IN321",
    .name = "places-disagree",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ場所の二つの書き方が食い違う", "two statements of one place differ"},
    .message = {"「{column}」の場所「{value}」は、緯度と経度の列({lat}, {lon})から {metres} m はなれています",
                "the place '{value}' in '{column}' is {metres} m from latitude and longitude ({lat}, {lon})"},
    .why = {"アプリは同じ場所を二つの書き方で書きます。違うのは、どちらかを後で直したときです。",
            "The app writes one place in two ways; they differ when one of them was edited."},
    .remedy = {"どちらが正しいか地図で確かめ、もう一つも直してください。緯度と経度の列を使いました。",
               "Look on a map which one is right and mend the other; latitude and longitude were used."},
    .bad =
        "_uuid,_submission_time,名称,区分,場所,_場所_latitude,_場所_longitude\n"
        "0f8fad5b-d9cb-469f-a165-70867728950e,2024-10-03T09:00:00,正門前,危険,34.0481 131.8282 0 5,34.0471,"
        "131.8282\n",
    .good =
        "_uuid,_submission_time,名称,区分,場所,_場所_latitude,_場所_longitude\n"
        "0f8fad5b-d9cb-469f-a165-70867728950e,2024-10-03T09:00:00,正門前,危険,34.0471 131.8282 0 5,34.0471,"
        "131.8282\n"};

const RuleInfo utm_disagrees{
    .code = "IN322",
    .name = "utm-disagrees",
    .severity = Severity::warning,
    .category = Category::place,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"UTM座標と緯度・経度が食い違う", "UTM and degrees differ"},
    .message =
        {"UTM座標「{value}」(緯度 {utm_lat}、経度 {utm_lon})は、緯度と経度の列({lat}, {lon})から {metres} m "
         "はなれています",
         "UTM '{value}' (latitude {utm_lat}, longitude {utm_lon}) is {metres} m from latitude and "
         "longitude ({lat}, {lon})"},
    .why = {"アプリは同じ場所を二つの座標で書きます。違うのは、どちらかを後で直したときです。",
            "The app writes one place in two systems; they differ when one of them was edited."},
    .remedy = {"どちらが正しいか地図で確かめてください。緯度と経度の列を使いました。",
               "Look on a map which one is right; latitude and longitude were used."},
    .bad =
        "ec5_uuid,title,名称,区分,lat_1_basho,long_1_basho,accuracy_1_basho,UTM_Northing_1_basho,UTM_Easting_"
        "1_"
        "basho,UTM_Zone_1_basho\n"
        "0f8fad5b-d9cb-469f-a165-70867728950e,a,正門前,危険,34.0471,131.8282,5,3770000,761028,52S\n",
    .good =
        "ec5_uuid,title,名称,区分,lat_1_basho,long_1_basho,accuracy_1_basho,UTM_Northing_1_basho,UTM_Easting_"
        "1_"
        "basho,UTM_Zone_1_basho\n"
        "0f8fad5b-d9cb-469f-a165-70867728950e,a,正門前,危険,34.0471,131.8282,5,,,\n"};

namespace {

/// Both columns hold the same digits but for rounding.
constexpr double kTextMetres = 1;
/// UTM stands in whole metres, and degrees have six decimals.
constexpr double kUtmMetres = 5;

std::string fixed7(double value) {
  std::array<char, kFixed7Bytes> buffer{};
  return {buffer.data(), write_fixed7(buffer.data(), value)};
}

std::string_view cell(const Batch& batch, int column, std::size_t record) {
  if (column < 0 || static_cast<std::size_t>(column) >= batch.raw.size()) return {};
  return trim_blanks(batch.raw_cell(static_cast<std::size_t>(column), record));
}

Argument metres_of(double distance) { return {"metres", std::to_string(std::llround(distance)), {}}; }

}  // namespace

SecondPlaceStage::SecondPlaceStage(const Survey& survey, unsigned workers)
    : survey_(survey), transformers_(workers) {}

SecondPlaceStage::~SecondPlaceStage() = default;

void SecondPlaceStage::process(Batch& batch, unsigned worker) const {
  const LayerMapping& mapping = survey_.layer(batch);
  const bool text = mapping.second_place >= 0;
  const bool utm = mapping.utm_northing >= 0 && mapping.utm_easting >= 0 && mapping.utm_zone >= 0;
  if (!text && !utm) return;
  for (std::size_t r = 0; r < batch.records; ++r) {
    if (batch.state[r] != RecordState::accepted || batch.geometry.kind[r] != GeometryKind::point) continue;
    if (text) compare_text(batch, r);
    if (utm) compare_utm(batch, r, worker);
  }
}

void SecondPlaceStage::compare_text(Batch& batch, std::size_t record) const {
  const LayerMapping& mapping = survey_.layer(batch);
  const std::string_view text = cell(batch, mapping.second_place, record);
  const auto other = read_geopoint(text);
  if (!other) return;
  const double lon = batch.geometry.x[record];
  const double lat = batch.geometry.y[record];
  const double metres = distance_metres(lon, lat, other->longitude, other->latitude);
  if (metres <= kTextMetres) return;
  Diagnostic& told = tell(batch, places_disagree, record,
                          mapping.columns[static_cast<std::size_t>(mapping.second_place)].header, text);
  told.arguments = {{"lat", fixed7(lat), {}}, {"lon", fixed7(lon), {}}, metres_of(metres)};
  told.place = LonLat{lon, lat};
}

void SecondPlaceStage::compare_utm(Batch& batch, std::size_t record, unsigned worker) const {
  const LayerMapping& mapping = survey_.layer(batch);
  const std::string_view north = cell(batch, mapping.utm_northing, record);
  const std::string_view east = cell(batch, mapping.utm_easting, record);
  const auto zone = read_utm_zone(cell(batch, mapping.utm_zone, record));
  double x = 0;
  double y = 0;
  if (!zone || !parse_json_number(north, y) || !parse_json_number(east, x)) return;
  auto& transformer = transformers_[worker];
  if (!transformer) transformer = std::make_unique<UtmTransformer>();
  if (!transformer->to_degrees(*zone, x, y)) return;
  const double lon = batch.geometry.x[record];
  const double lat = batch.geometry.y[record];
  const double metres = distance_metres(lon, lat, x, y);
  if (metres <= kUtmMetres) return;
  const std::string value =
      std::string(cell(batch, mapping.utm_zone, record)) + " " + std::string(east) + " " + std::string(north);
  Diagnostic& told = tell(batch, utm_disagrees, record,
                          mapping.columns[static_cast<std::size_t>(mapping.utm_northing)].header, value);
  told.arguments = {{"utm_lat", fixed7(y), {}},
                    {"utm_lon", fixed7(x), {}},
                    {"lat", fixed7(lat), {}},
                    {"lon", fixed7(lon), {}},
                    metres_of(metres)};
  told.place = LonLat{lon, lat};
}

}  // namespace anzenmap
