// SPDX-License-Identifier: Apache-2.0
#include "gis/place/place_stage.hpp"

#include <array>
#include <cmath>

#include "gis/base/number.hpp"
#include "gis/place/place_rules.hpp"
#include "gis/place/place_text.hpp"
#include "gis/place/place_work.hpp"
#include "gis/place/wkb.hpp"
#include "gis/place/wkt.hpp"
#include "gis/value/angle.hpp"
#include "gis/value/blanks.hpp"
#include "gis/value/number.hpp"

namespace anzenmap {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_many_decimals(std::string_view text) {
  if (text.size() < 9) return false;
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && text.size() - dot - 1 > 7;
}

}  // namespace

PlaceStage::PlaceStage(const Survey& survey, const PlaceOptions& options, unsigned workers)
    : survey_(survey),
      options_(options),
      latitude_field_(survey.schema().find(Role::latitude)),
      longitude_field_(survey.schema().find(Role::longitude)),
      shape_field_(survey.schema().find(Role::geometry)),
      accuracy_field_(survey.schema().find(Role::accuracy)),
      transformers_(workers * survey.layers.size()) {}

PlaceStage::~PlaceStage() = default;

void PlaceStage::process(Batch& batch, unsigned worker) const {
  Work work{batch, survey_.layer(batch), survey_.layers[batch.layer], options_.crs[batch.layer], {}};
  work.fill.assign(batch.records, 0);
  batch.geometry.resize(batch.records);
  if (work.layer.has_geometry) {
    take_geometry(work);
  } else {
    read_columns(work);
  }
  if (work.crs.projected() || work.crs.datum() != 4326) transform(work, worker);
  for (std::size_t r = 0; r < batch.records; ++r) check(work, r);
  for (std::size_t r = 0; r < batch.records; ++r)
    if (batch.state[r] == RecordState::accepted) fill(work, r);
}

void PlaceStage::read_columns(Work& work) const {
  for (std::size_t r = 0; r < work.batch.records; ++r)
    if (work.batch.state[r] == RecordState::accepted) read_coordinates(work, r);
}

void PlaceStage::read_coordinates(Work& work, std::size_t record) const {
  Batch& batch = work.batch;
  const auto cell = [&](int column) -> std::string_view {
    if (column < 0 || static_cast<std::size_t>(column) >= batch.raw.size()) return {};
    const std::string_view text = batch.raw_cell(static_cast<std::size_t>(column), record);
    // Blanks at the ends were told by the align stage; plain cells start with a digit or a sign.
    return text.empty() || (is_digit(text.front()) && is_digit(text.back())) ? text : trim_blanks(text);
  };
  const std::string_view north = cell(work.mapping.latitude);
  const std::string_view east = cell(work.mapping.longitude);
  if (!north.empty() && !east.empty()) {
    if (read_number_pair(work, record, north, east)) {
      batch.geometry.kind[record] = GeometryKind::point;
      read_altitude(work, record);
    }
    if (shape_field_ >= 0 && !cell(work.mapping.shape).empty())
      tell(batch, place_shape_kept, record, survey_.header(batch, static_cast<std::size_t>(shape_field_)),
           cell(work.mapping.shape));
    return;
  }
  if (!cell(work.mapping.shape).empty()) return read_shape(work, record);
  if (north.empty() && east.empty()) {
    reject(batch, place_missing, record, {}, {});
    return;
  }
  const int missing = north.empty() ? work.mapping.latitude : work.mapping.longitude;
  const auto field = north.empty() ? Role::latitude : Role::longitude;
  const auto known = survey_.profile->field_with_role(field);
  reject(batch, place_half, record,
         missing >= 0 ? work.mapping.columns[static_cast<std::size_t>(missing)].header
         : known      ? survey_.profile->fields[*known].name
                      : std::string{},
         {});
}

bool PlaceStage::read_number_pair(Work& work, std::size_t record, std::string_view north,
                                  std::string_view east) const {
  GeometryColumn& geometry = work.batch.geometry;
  double y = 0;
  double x = 0;
  const bool north_read = read_axis(work, record, north, true, y);
  const bool east_read = read_axis(work, record, east, false, x);  // both are told when both are wrong
  geometry.x[record] = x;
  geometry.y[record] = y;
  return north_read && east_read;
}

/// One coordinate; what it took to read it is told. The cell's own text is kept when it is a plain number.
bool PlaceStage::read_axis(Work& work, std::size_t record, std::string_view text, bool latitude,
                           double& value) const {
  const bool projected = work.crs.projected();
  if (projected ? parse_plain_decimal(text, value) : is_plain_angle(text, value)) {
    if (!projected && has_many_decimals(text)) {
      const int column = latitude ? work.mapping.latitude : work.mapping.longitude;
      Diagnostic& told = tell(work.batch, place_decimals, record,
                              work.mapping.columns[static_cast<std::size_t>(column)].header, text);
      told.fix = Fix{std::string(text), fixed7(value), FixSafety::safe};
      work.fill[record] |= latitude ? kFillLatitude : kFillLongitude;
    }
    return true;
  }
  const int column = latitude ? work.mapping.latitude : work.mapping.longitude;
  const std::string& header = work.mapping.columns[static_cast<std::size_t>(column)].header;
  const Conversion conversion =
      projected ? read_number(text) : read_angle(text, latitude ? Axis::latitude : Axis::longitude);
  if (conversion.state == ValueState::unreadable) {
    // Metres, unless the digits make a degree when they are taken for degrees, minutes and seconds.
    double metres = 0;
    if (!projected && conversion.proposal.empty() && parse_json_number(text, metres) &&
        std::fabs(metres) > 180) {
      reject(work.batch, place_not_degrees, record, header, text);
      return false;
    }
    Diagnostic& told = reject(work.batch, *conversion.rule, record, header, text);
    told.severity = Severity::error;
    told.arguments = conversion.arguments;
    if (!conversion.proposal.empty())
      told.fix = Fix{std::string(text), conversion.proposal, FixSafety::shown};
    return false;
  }
  const std::string canonical =
      conversion.state == ValueState::converted ? conversion.text : std::string(text);
  if (conversion.state == ValueState::converted) {
    Diagnostic& told = tell(work.batch, *conversion.rule, record, header, text);
    told.arguments = conversion.arguments;
    told.fix = Fix{std::string(text), canonical, FixSafety::safe};
  }
  work.fill[record] |= latitude ? kFillLatitude : kFillLongitude;
  if (parse_json_number(canonical, value)) return true;
  reject(work.batch, number_unreadable, record, header, text);
  return false;
}

void PlaceStage::read_shape(Work& work, std::size_t record) const {
  Batch& batch = work.batch;
  GeometryColumn& geometry = batch.geometry;
  const auto column = static_cast<std::size_t>(work.mapping.shape);
  const std::string& header = work.mapping.columns[column].header;
  const std::string_view text = trim_blanks(batch.raw_cell(column, record));
  const std::size_t start = geometry.bytes.size();
  const PlaceText place = read_place_text(text, work.crs.epsg(), geometry.bytes);
  if (place.kind == GeometryKind::none) {
    if (place.fault.ja.empty()) {
      reject(batch, place_missing, record, {}, {});
    } else {
      reject(batch, place_shape_unreadable, record, header, text).arguments = {
          {"reason", std::string(place.fault.ja), std::string(place.fault.en)}};
    }
    return;
  }
  geometry.kind[record] = place.kind;
  fill_accuracy(work, record, place.accuracy);
  if (place.kind == GeometryKind::wkb) {
    const std::size_t size = geometry.bytes.size() - start;
    geometry.wkb[record] = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(size)};
    const std::size_t turned = turn_wkb_rings(geometry.bytes.data() + start, size);
    if (turned != 0 && !place.measured)
      tell(batch, place_shape_turned, record, header, text).arguments = {
          {"count", std::to_string(turned), {}}};
    return;
  }
  set_point(work, record, place.x, place.y, place.z);
  work.fill[record] = kFillBoth;
  // A point says all in latitude and longitude.
  if (shape_field_ >= 0) batch.fields[static_cast<std::size_t>(shape_field_)].cells[record] = {};
}

void PlaceStage::set_point(Work& work, std::size_t record, double x, double y, double z) {
  GeometryColumn& geometry = work.batch.geometry;
  geometry.x[record] = x;
  geometry.y[record] = y;
  if (std::isnan(z)) return;
  if (geometry.z.empty()) geometry.z.assign(work.batch.records, WkbWriter::kNoHeight);
  geometry.z[record] = z;
}

/// An accuracy that stands with the place goes where the profile has one, unless its own column says it.
void PlaceStage::fill_accuracy(Work& work, std::size_t record, double accuracy) const {
  if (accuracy_field_ < 0 || std::isnan(accuracy)) return;
  TextColumn& column = work.batch.fields[static_cast<std::size_t>(accuracy_field_)];
  if (column.cells[record].length == 0) work.batch.set(column, record, shortest(accuracy));
}

/// The height of a form's point; 0 is what apps write when they do not know it.
void PlaceStage::read_altitude(Work& work, std::size_t record) const {
  if (work.mapping.altitude < 0) return;
  double metres = 0;
  const auto column = static_cast<std::size_t>(work.mapping.altitude);
  if (column >= work.batch.raw.size() ||
      !parse_json_number(trim_blanks(work.batch.raw_cell(column, record)), metres) || metres == 0)
    return;
  set_point(work, record, work.batch.geometry.x[record], work.batch.geometry.y[record], metres);
}

/// The importer's geometry stands; a fault of the geometry that it told rejects the record, unless a person
/// agreed to the fix that it already carries.
void PlaceStage::take_geometry(Work& work) const {
  Batch& batch = work.batch;
  std::vector<bool> told(batch.records, false);
  for (Diagnostic& diagnostic : batch.diagnostics) {
    if (diagnostic.record < 0 || diagnostic.severity != Severity::error) continue;
    if (diagnostic.rule->category != Category::geometry) continue;
    const auto record = static_cast<std::size_t>(diagnostic.record);
    if (diagnostic.fix && diagnostic.fix->safety == FixSafety::consent && options_.fix) {
      diagnostic.severity = Severity::warning;
      continue;
    }
    batch.state[record] = RecordState::rejected;
    told[record] = true;
  }
  // A mended row of a feature says its place in columns.
  for (std::size_t r = 0; r < batch.records; ++r)
    if (batch.geometry.kind[r] == GeometryKind::none && !told[r] && batch.state[r] == RecordState::accepted)
      read_coordinates(work, r);
}

void PlaceStage::check(Work& work, std::size_t record) const {
  if (work.batch.state[record] != RecordState::accepted) return;
  if (work.batch.geometry.kind[record] == GeometryKind::point) return check_point(work, record);
  const Span wkb = work.batch.geometry.wkb[record];
  const auto bounds = wkb_bounds(work.batch.geometry.bytes.view().substr(wkb.offset, wkb.length));
  if (!bounds) {
    reject(work.batch, place_missing, record, {}, {});
    return;
  }
  check_box(work, record, *bounds);
}

Diagnostic& PlaceStage::tell_area(Work& work, std::size_t record, bool hard, const Box& area, double lon,
                                  double lat) const {
  Diagnostic& told = hard ? reject(work.batch, place_outside_hard, record, {}, {})
                          : tell(work.batch, place_outside_expected, record, {}, {});
  told.value = fixed7(lat) + ", " + fixed7(lon);
  told.arguments = {{"lat", fixed7(lat), {}},        {"lon", fixed7(lon), {}},
                    {"west", shortest(area[0]), {}}, {"south", shortest(area[1]), {}},
                    {"east", shortest(area[2]), {}}, {"north", shortest(area[3]), {}}};
  if (lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) told.place = LonLat{lon, lat};
  return told;
}

void PlaceStage::check_point(Work& work, std::size_t record) const {
  GeometryColumn& geometry = work.batch.geometry;
  double& lon = geometry.x[record];
  double& lat = geometry.y[record];
  if (!std::isfinite(lon) || !std::isfinite(lat)) {
    Diagnostic& told = reject(work.batch, place_not_transformed, record, {}, {});
    told.arguments = {{"crs", work.crs.name(), {}}};
    if (work.mapping.latitude >= 0 && work.mapping.longitude >= 0)
      told.value = std::string(work.batch.raw_cell(static_cast<std::size_t>(work.mapping.latitude), record)) +
                   ", " +
                   std::string(work.batch.raw_cell(static_cast<std::size_t>(work.mapping.longitude), record));
    return;
  }
  if (lon == 0 && lat == 0) {
    reject(work.batch, place_null_island, record, {}, "0, 0");
    return;
  }
  const Box& hard = options_.hard_area;
  if (!inside(hard, lon, lat)) {
    // An exchange is certain when the areas leave one reading.
    if (work.crs.projected() || !inside(hard, lat, lon)) {
      tell_area(work, record, true, hard, lon, lat);
      return;
    }
    swap_degrees(work, record);
  }
  if (options_.expected_area && !inside(*options_.expected_area, lon, lat))
    tell_area(work, record, false, *options_.expected_area, lon, lat);
}

void PlaceStage::check_box(Work& work, std::size_t record, const Box& box) const {
  const auto far_corner = [&](const Box& area) -> std::optional<LonLat> {
    if (!inside(area, box[0], box[1])) return LonLat{box[0], box[1]};
    if (!inside(area, box[2], box[3])) return LonLat{box[2], box[3]};
    return std::nullopt;
  };
  if (const auto corner = far_corner(options_.hard_area)) {
    if (swap_shape(work, record, box)) return;
    tell_area(work, record, true, options_.hard_area, corner->lon, corner->lat);
  } else if (options_.expected_area) {
    if (const auto unexpected = far_corner(*options_.expected_area))
      tell_area(work, record, false, *options_.expected_area, unexpected->lon, unexpected->lat);
  }
}

/// A line or an area whose longitudes and latitudes are exchanged, when the areas leave no other reading.
bool PlaceStage::swap_shape(Work& work, std::size_t record, const Box& box) const {
  const Box& hard = options_.hard_area;
  if (work.crs.projected() || !inside(hard, box[1], box[0]) || !inside(hard, box[3], box[2])) return false;
  const Span wkb = work.batch.geometry.wkb[record];
  char* bytes = work.batch.geometry.bytes.data() + wkb.offset;
  change_wkb_positions(bytes, wkb.length, [](double& x, double& y) { std::swap(x, y); });
  turn_wkb_rings(bytes, wkb.length);
  const std::string before = fixed7(box[1]) + ", " + fixed7(box[0]);
  Diagnostic& told = tell(work.batch, place_swapped, record, {}, before);
  told.fix = Fix{before, fixed7(box[0]) + ", " + fixed7(box[1]), FixSafety::safe};
  told.place = LonLat{box[1], box[0]};
  const Box swapped{box[1], box[0], box[3], box[2]};
  if (options_.expected_area && (!inside(*options_.expected_area, swapped[0], swapped[1]) ||
                                 !inside(*options_.expected_area, swapped[2], swapped[3])))
    tell_area(work, record, false, *options_.expected_area, swapped[0], swapped[1]);
  return true;
}

void PlaceStage::fill(Work& work, std::size_t record) const {
  Batch& batch = work.batch;
  const GeometryColumn& geometry = batch.geometry;
  if (geometry.kind[record] == GeometryKind::point) {
    const auto raw_is = [&](int field, int column) {
      return field >= 0 && work.mapping.field_to_raw[static_cast<std::size_t>(field)] == column &&
             column >= 0;
    };
    const std::uint8_t wanted = work.fill[record];
    if ((wanted & kFillLatitude) != 0 || !raw_is(latitude_field_, work.mapping.latitude) ||
        work.layer.has_geometry)
      fill_axis(work, record, latitude_field_, geometry.y[record]);
    if ((wanted & kFillLongitude) != 0 || !raw_is(longitude_field_, work.mapping.longitude) ||
        work.layer.has_geometry)
      fill_axis(work, record, longitude_field_, geometry.x[record]);
    return;
  }
  if (geometry.kind[record] == GeometryKind::wkb && shape_field_ >= 0) {
    Bytes text;
    const Span wkb = geometry.wkb[record];
    if (write_wkt(geometry.bytes.view().substr(wkb.offset, wkb.length), text))
      batch.set(batch.fields[static_cast<std::size_t>(shape_field_)], record, text.view());
  }
}

/// Writes a coordinate into its column. Where the input's own column disagrees with the geometry, the
/// geometry stands and that is told.
void PlaceStage::fill_axis(Work& work, std::size_t record, int field, double value) const {
  if (field < 0) return;
  Batch& batch = work.batch;
  TextColumn& column = batch.fields[static_cast<std::size_t>(field)];
  const std::string_view before = batch.at(column.cells[record]);
  if (work.layer.has_geometry && !before.empty()) {
    double said = 0;
    const bool read = parse_json_number(before, said);
    if (read && std::fabs(said - value) < 6e-8 && !has_many_decimals(before)) return;
    if (!read || std::fabs(said - value) >= 6e-8) {
      Diagnostic& told = tell(batch, place_property_differs, record,
                              survey_.header(batch, static_cast<std::size_t>(field)), before);
      told.fix = Fix{std::string(before), fixed7(value), FixSafety::safe};
    }
  }
  std::array<char, kFixed7Bytes> text{};
  const char* end = write_fixed7(text.data(), value);
  batch.set(column, record, {text.data(), static_cast<std::size_t>(end - text.data())});
}

}  // namespace anzenmap
