// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/geometry_reader.hpp"

#include <cmath>
#include <span>

#include "gis/base/number.hpp"
#include "importers/geojson/bbox_member.hpp"
#include "importers/geojson/geojson_rules.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/position_text.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

constexpr double kNoHeight = WkbWriter::kNoHeight;

std::optional<WkbKind> kind_of(std::string_view type) {
  for (std::uint32_t kind = 1; kind <= 7; ++kind)
    if (type == name_of(static_cast<WkbKind>(kind))) return static_cast<WkbKind>(kind);
  return std::nullopt;
}

/// Arrays around a position.
int levels_of(WkbKind kind) {
  switch (kind) {
    case WkbKind::point:
      return 0;
    case WkbKind::line_string:
    case WkbKind::multi_point:
      return 1;
    case WkbKind::polygon:
    case WkbKind::multi_line_string:
      return 2;
    default:
      return 3;
  }
}

}  // namespace

/// What the members of one geometry object were.
struct GeometryReader::Members {
  std::optional<WkbKind> kind;
  std::string type;  ///< as written, when it is no kind
  bool has_type = false;
  bool has_coordinates = false;
  bool has_geometries = false;
  bool done = false;  ///< the content was read
  bool good = true;
  std::optional<JsonReader::Mark> coordinates;  ///< where they stand, when the type comes after them
  std::optional<JsonReader::Mark> geometries;
  Shape shape{WkbKind::point, false, false};
};

void GeometryReader::read() {
  told_.fill(false);
  members_.clear();
  depth_ = 0;
  if (reader_.token() == JsonToken::null) return;
  const std::size_t start = batch_.geometry.bytes.size();
  const std::optional<Shape> shape = object(0);
  if (shape && !shape->empty) {
    keep(*shape, start);
  } else {
    batch_.geometry.bytes.resize(start);
    if (shape) once(Told::empty, geometry_empty, path(""));
  }
}

void GeometryReader::keep(const Shape& shape, std::size_t start) {
  GeometryColumn& geometry = batch_.geometry;
  const std::size_t record = faults_.record();
  if (shape.kind == WkbKind::point) {
    const Position& p = positions_.front();
    geometry.kind[record] = GeometryKind::point;
    geometry.x[record] = p.x;
    geometry.y[record] = p.y;
    if (!shape.z) return;
    if (geometry.z.empty()) geometry.z.assign(batch_.records, kNoHeight);
    geometry.z[record] = p.z;
    return;
  }
  geometry.kind[record] = GeometryKind::wkb;
  geometry.wkb[record] = {static_cast<std::uint32_t>(start),
                          static_cast<std::uint32_t>(geometry.bytes.size() - start)};
}

/// One geometry object, read to its end whatever is wrong with it.
std::optional<GeometryReader::Shape> GeometryReader::object(int nesting) {
  line_ = reader_.position().line;
  if (reader_.token() != JsonToken::begin_object) {
    fault(geometry_not_object, path(""), reader_.raw());
    reader_.skip();
    return std::nullopt;
  }
  Members members;
  while (reader_.next() == JsonToken::key) member(members, nesting);
  if (!members.good) return std::nullopt;
  if (!members.kind) {
    fault(geometry_type_invalid, path("type"), members.type);
    batch_.diagnostics.back().arguments = {type_found(members.has_type ? members.type : "")};
    return std::nullopt;
  }
  const bool is_collection = *members.kind == WkbKind::geometry_collection;
  if (!(is_collection ? members.has_geometries : members.has_coordinates)) {
    fault(coordinates_missing, path(""));
    return std::nullopt;
  }
  if (!members.done) {
    const JsonReader::Mark end = reader_.mark();
    reader_.rewind(is_collection ? *members.geometries : *members.coordinates);
    reader_.next();
    const bool good = content(members, nesting);
    reader_.rewind(end);
    if (!good) return std::nullopt;
  }
  return members.shape;
}

void GeometryReader::member(Members& members, int nesting) {
  const std::string_view name = reader_.text();
  const JsonReader::Mark before = reader_.mark();
  const std::int64_t line = reader_.position().line;
  const auto doubled = [&](bool& seen) {
    if (!seen) {
      seen = true;
      return false;
    }
    faults_.tell(json_duplicate_key, line, path("")).arguments = {{"key", std::string(name), {}}};
    return true;
  };
  reader_.next();
  if (name == "type") {
    if (!doubled(members.has_type)) {
      if (reader_.token() == JsonToken::string) members.kind = kind_of(reader_.text());
      if (!members.kind) members.type = reader_.text().substr(0, 100);
    }
  } else if (name == "coordinates" || name == "geometries") {
    const bool geometries = name == "geometries";
    if (!doubled(geometries ? members.has_geometries : members.has_coordinates)) {
      if (!members.has_type) {
        (geometries ? members.geometries : members.coordinates) = before;
      } else if (members.kind && geometries == (*members.kind == WkbKind::geometry_collection)) {
        members.good = content(members, nesting);
        reader_.leave(before.depth + 1);  // goes nowhere unless it stopped half-way
        return;
      } else if (members.kind) {
        if (Diagnostic* told = once(Told::misplaced, geojson_member_misplaced, path("")))
          told->arguments = {{"member", std::string(name), {}},
                             {"holder", std::string(name_of(*members.kind)), {}}};
      }
    }
  } else if (name == "bbox") {
    if (const auto wrong = read_bbox_member(reader_).fault_in(options_.degrees))
      if (Diagnostic* told = once(Told::bbox, geojson_bbox_invalid, path("bbox")))
        told->arguments = {{"reason", std::string(wrong->ja), std::string(wrong->en)}};
    return;
  } else if (name == "geometry" || name == "properties" || name == "features" || name == "crs") {
    const bool fine =
        name == "crs" && (reader_.token() == JsonToken::null || (options_.is_root && nesting == 0));
    if (!fine)
      if (Diagnostic* told = once(Told::misplaced, geojson_member_misplaced, path("")))
        told->arguments = {{"member", std::string(name), {}}, {"holder", "geometry", {}}};
  } else if (Diagnostic* told = once(Told::dropped, geojson_member_dropped, path(""))) {
    told->arguments = {{"member", std::string(name), {}}};
  }
  reader_.skip();
}

/// Coordinates or geometries, whose first token next() just gave; members.kind is known.
bool GeometryReader::content(Members& members, int nesting) {
  members.done = true;
  members.shape.kind = *members.kind;
  kind_ = *members.kind;
  if (kind_ == WkbKind::geometry_collection) return collection(nesting, members.shape);
  return coordinates(kind_, members.shape);
}

bool GeometryReader::collection(int nesting, Shape& shape) {
  if (reader_.token() != JsonToken::begin_array) return fault(coordinates_nesting, path("geometries"));
  WkbWriter writer(batch_.geometry.bytes);
  const std::size_t mark = writer.begin(WkbKind::geometry_collection, false);
  const std::string here = path("");
  std::size_t count = 0;
  bool uniform = true;
  shape.empty = true;
  std::optional<WkbKind> first;
  while (reader_.next() != JsonToken::end_array) {
    members_.push_back(count);
    const std::optional<Shape> part = object(nesting + 1);
    members_.pop_back();
    if (!part) return false;
    ++count;
    shape.z = shape.z || part->z;
    shape.empty = shape.empty && part->empty;
    if (!first) first = part->kind;
    uniform = uniform && part->kind == *first;
  }
  writer.set_header(mark, WkbKind::geometry_collection, shape.z, static_cast<std::uint32_t>(count));
  if (nesting > 0) once(Told::nested, collection_nested, here);
  if (count == 1) once(Told::single, collection_single, here);
  if (count > 1 && uniform && *first != WkbKind::geometry_collection)
    if (Diagnostic* told = once(Told::uniform, collection_uniform, here))
      told->arguments = {{"kind", std::string(name_of(*first)), {}}};
  return true;
}

bool GeometryReader::coordinates(WkbKind kind, Shape& shape) {
  positions_.clear();
  parts_.clear();
  polygons_.clear();
  depth_ = 0;
  const bool good = level(levels_of(kind));
  if (!good) return false;
  depth_ = 0;
  shape.empty = positions_.empty() && polygons_.empty() && (levels_of(kind) <= 1 || parts_.empty());
  if (!shape.empty) {
    const bool rings = kind == WkbKind::polygon || kind == WkbKind::multi_polygon;
    const bool lines = kind == WkbKind::line_string || kind == WkbKind::multi_line_string;
    if (rings && !check_rings(kind)) return false;
    if (lines && !check_lines(kind)) return false;
  }
  write(kind, shape);
  return true;
}

/// An array with `remaining` arrays around each position inside it, or a position.
bool GeometryReader::level(int remaining) {
  if (reader_.token() != JsonToken::begin_array) {
    fault(coordinates_nesting, path(), reader_.raw());
    return false;
  }
  if (remaining == 0) return position();
  const auto at = static_cast<std::size_t>(depth_);
  const std::size_t parts_before = parts_.size();
  const std::size_t positions_before = positions_.size();
  const std::int64_t line = reader_.position().line;
  ++depth_;
  for (index_[at] = 0; reader_.next() != JsonToken::end_array; ++index_[at])
    if (!level(remaining - 1)) return false;
  --depth_;
  if (remaining == 1) parts_.push_back({positions_before, positions_.size() - positions_before, line});
  if (remaining == 2 && kind_ == WkbKind::multi_polygon) polygons_.push_back(parts_.size() - parts_before);
  return true;
}

bool GeometryReader::position() {
  std::array<double, 3> value{0, 0, kNoHeight};
  std::size_t count = 0;
  const auto at = static_cast<std::size_t>(depth_);
  for (JsonToken token = reader_.next(); token != JsonToken::end_array; token = reader_.next()) {
    if (token != JsonToken::number) {
      index_[at] = count;
      ++depth_;
      if (token == JsonToken::begin_array) return fault(coordinates_nesting, path());
      return fault(coordinate_not_number, path(), reader_.raw());
    }
    if (count == 3 && !is_told(Told::extra)) once(Told::extra, position_too_long, path(), reader_.raw());
    if (count < 3 && !number(count, value[count])) return false;
    ++count;
  }
  if (count == 0 && kind_ == WkbKind::point) return true;  // "coordinates": [] is an empty point
  if (count < 2) return fault(position_too_short, path(), count == 0 ? "[]" : shortest(value[0]));
  positions_.push_back({value[0], value[1], value[2]});
  if (options_.declared_degrees && kind_ != WkbKind::point && std::abs(value[1]) > 90)
    return fault(latitude_beyond_pole, path(), shortest(value[1]));
  return true;
}

bool GeometryReader::number(std::size_t index, double& value) {
  const std::string_view raw = reader_.raw();
  const auto at = static_cast<std::size_t>(depth_);
  if (!parse_json_number(raw, value)) {
    index_[at] = index;
    ++depth_;
    return fault(coordinate_not_number, path(), raw);
  }
  // Seven decimals of a degree; metres (and heights) may have what they like. Rounded here already, so that
  // rings, winding and doubled vertices are judged by what is written, and read the same when they come back.
  if (index < 2 && options_.degrees && std::abs(value) <= 180 && decimals_of(raw) > 7) {
    if (!is_told(Told::decimals)) once(Told::decimals, coordinate_decimals, path(), raw);
    std::array<char, kFixed7Bytes> fixed{};
    const char* end = write_fixed7(fixed.data(), value);
    static_cast<void>(parse_json_number({fixed.data(), static_cast<std::size_t>(end - fixed.data())}, value));
  }
  return true;
}

std::string GeometryReader::path(std::string_view member) const {
  std::string path = faults_.path("geometry");
  const auto add = [&path](std::string_view name) {
    if (!path.empty()) path += '.';
    path += name;
  };
  for (const std::size_t index : members_) {
    add("geometries[");
    path += std::to_string(index) + "]";
  }
  if (!member.empty()) add(member);
  if (member == "coordinates")
    for (int i = 0; i < depth_; ++i) path += "[" + std::to_string(index_[static_cast<std::size_t>(i)]) + "]";
  return path.empty() ? std::string("geometry") : path;
}

/// Always false, so that a reader can return it.
bool GeometryReader::fault(const RuleInfo& rule, std::string path, std::string_view value) {
  Diagnostic& told = faults_.tell(rule, reader_.position().line, std::move(path), value);
  if (&rule == &coordinates_nesting) told.arguments = {{"kind", std::string(name_of(kind_)), {}}};
  return false;
}

Diagnostic* GeometryReader::once(Told what, const RuleInfo& rule, std::string path, std::string_view value) {
  bool& told = told_[static_cast<std::size_t>(what)];
  if (told) return nullptr;
  told = true;
  return &faults_.tell(rule, reader_.position().line, std::move(path), value);
}

void GeometryReader::place(Diagnostic& told, const Position& position) const {
  if (options_.degrees && std::abs(position.x) <= 180 && std::abs(position.y) <= 90)
    told.place = LonLat{position.x, position.y};
}

}  // namespace anzenmap
