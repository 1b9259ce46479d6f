// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/outline.hpp"

#include <array>
#include <optional>

#include "gis/base/bytes.hpp"
#include "gis/base/error.hpp"
#include "gis/place/wkb.hpp"
#include "importers/geojson/bbox_member.hpp"
#include "importers/geojson/geojson_rules.hpp"
#include "importers/json/byte_blocks.hpp"
#include "importers/json/json_compact.hpp"
#include "importers/json/json_reader.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

/// Which columns hold objects or lists somewhere.
struct NestedValue {
  std::int64_t row = 0;
  std::int64_t line = 0;
};

class OutlineReader {
 public:
  OutlineReader(const InputFile& file, const OutlineOptions& options)
      : file_(file),
        options_(options),
        blocks_(file),
        reader_(blocks_, file.name(), options.record_limit, options.block) {}

  GeoJsonOutline run();

 private:
  struct Misplaced {
    std::string member;
    std::int64_t line;
  };

  void root_member();
  void features();
  void feature();
  void geometry();
  void note_geometry(std::string_view type);
  void properties();
  void property();
  void add_chunk_record(std::uint64_t begin, std::uint64_t end, std::int64_t line);
  void foreign_member(const std::string& raw_key);
  void decide_root();
  void tell_findings();
  Diagnostic& tell(const RuleInfo& rule, std::int64_t line);
  /// Throws Error when another JSON value begins at `from`: one a line, and no whole GeoJSON.
  void refuse_lines(std::uint64_t from) const;
  [[noreturn]] void refuse(Text reason);
  [[noreturn]] void too_long(std::int64_t line);

  const InputFile& file_;
  const OutlineOptions& options_;
  FileBlocks blocks_;
  JsonReader reader_;
  GeoJsonOutline outline_;

  SeenKeys root_keys_;
  std::string type_;
  bool has_type_ = false;
  bool features_are_array_ = false;
  bool looks_esri_ = false;
  std::int64_t row_ = 0;  ///< number of the feature that is being read; 0 = the root itself
  PropertyHeaders root_headers_;
  std::vector<NestedValue> nested_;
  std::vector<NestedValue> root_nested_;
  Bytes foreign_;
  std::vector<DuplicateKey> duplicates_;
  std::vector<Misplaced> misplaced_;  ///< members of a collection that are none of its own
  BboxMember bbox_;
  std::int64_t bbox_line_ = 0;
};

Diagnostic& OutlineReader::tell(const RuleInfo& rule, std::int64_t line) {
  Diagnostic& told = outline_.diagnostics.emplace_back(make_diagnostic(rule));
  told.line = line;
  return told;
}

void OutlineReader::refuse(Text reason) {
  throw Error(geojson_not_geojson,
              {{"file", file_.name(), {}}, {"reason", std::string(reason.ja), std::string(reason.en)}});
}

void OutlineReader::too_long(std::int64_t line) {
  throw Error(json_too_long, {{"file", file_.name(), {}},
                              {"line", std::to_string(line), {}},
                              {"limit", std::to_string(options_.record_limit), {}}});
}

void OutlineReader::refuse_lines(std::uint64_t from) const {
  constexpr char kRecordSeparator = 0x1E;  // RFC 8142
  std::array<char, 64> text{};
  const std::size_t size = file_.read_at(from, text.data(), text.size());
  for (std::size_t i = 0; i < size; ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    if (c == kRecordSeparator || (c == '{' && from != 0))
      throw Error(geojson_lines, {{"file", file_.name(), {}}});
    return;
  }
}

GeoJsonOutline OutlineReader::run() {
  refuse_lines(0);
  if (reader_.next() != JsonToken::begin_object) {
    reader_.skip();
    reader_.next();
    refuse({"全体が「{ }」で囲まれていません", "the whole is not an object"});
  }
  const std::uint64_t begin = reader_.position().offset;
  const std::int64_t line = reader_.position().line;
  while (reader_.next() == JsonToken::key) root_member();
  const std::uint64_t end = reader_.consumed();
  refuse_lines(end);
  reader_.next();  // nothing may follow
  decide_root();
  if (outline_.root != GeoJsonRoot::collection) {
    if (outline_.root == GeoJsonRoot::geometry) note_geometry(type_);
    outline_.chunks.clear();
    row_ = 1;
    add_chunk_record(begin, end, line);
    outline_.headers = outline_.root == GeoJsonRoot::feature ? std::move(root_headers_) : PropertyHeaders{};
    nested_ = outline_.root == GeoJsonRoot::feature ? std::move(root_nested_) : std::vector<NestedValue>{};
  }
  tell_findings();
  return std::move(outline_);
}

void OutlineReader::root_member() {
  const std::string raw_key(reader_.raw());
  const std::string key(reader_.text());
  const std::int64_t line = reader_.position().line;
  const bool doubled = !root_keys_.add(key);
  reader_.next();
  if (doubled) {
    // Records in a second list would be lost, so that is no warning.
    if (key == "features") refuse({"記録の並び「features」が2つあります", "\"features\" stands twice"});
    duplicates_.push_back({key, line});
    reader_.skip();
  } else if (key == "type") {
    has_type_ = reader_.token() == JsonToken::string;
    if (has_type_) type_ = reader_.text().substr(0, 100);
    reader_.skip();
  } else if (key == "features") {
    features_are_array_ = reader_.token() == JsonToken::begin_array;
    misplaced_.push_back({key, line});
    features_are_array_ ? features() : reader_.skip();
  } else if (key == "crs") {
    outline_.crs = read_crs_member(reader_);
  } else if (key == "bbox") {
    bbox_line_ = line;
    bbox_ = read_bbox_member(reader_);
  } else if (key == "properties") {
    misplaced_.push_back({key, line});
    row_ = 0;
    reader_.token() == JsonToken::begin_object ? properties() : reader_.skip();
  } else if (key == "geometry" || key == "coordinates" || key == "geometries") {
    misplaced_.push_back({key, line});
    key == "geometry" ? geometry() : reader_.skip();
  } else {
    looks_esri_ =
        looks_esri_ || key == "geometryType" || key == "spatialReference" || key == "objectIdFieldName";
    foreign_member(raw_key);
  }
}

void OutlineReader::foreign_member(const std::string& raw_key) {
  if (!foreign_.empty()) foreign_.push_back(',');
  foreign_.append(raw_key);
  foreign_.push_back(':');
  const std::int64_t line = reader_.position().line;
  compact_json(reader_, foreign_, options_.record_limit, file_.name(), duplicates_);
  if (foreign_.size() > options_.record_limit) too_long(line);
}

void OutlineReader::features() {
  while (reader_.next() != JsonToken::end_array) {
    const JsonPosition begin = reader_.position();
    ++row_;
    reader_.token() == JsonToken::begin_object ? feature() : reader_.skip();
    add_chunk_record(begin.offset, reader_.consumed(), begin.line);
  }
}

void OutlineReader::feature() {
  while (reader_.next() == JsonToken::key) {
    const std::string_view key = reader_.text();
    const bool is_properties = key == "properties";
    const bool is_geometry = key == "geometry";
    if (key == "attributes" && row_ == 1) looks_esri_ = true;
    reader_.next();
    if (is_properties && reader_.token() == JsonToken::begin_object) {
      properties();
    } else if (is_geometry) {
      geometry();
    } else {
      reader_.skip();
    }
  }
}

void OutlineReader::note_geometry(std::string_view type) {
  if (type != name_of(WkbKind::point) && is_geometry_type(type)) outline_.has_shapes = true;
}

void OutlineReader::geometry() {
  if (reader_.token() != JsonToken::begin_object) return reader_.skip();
  while (reader_.next() == JsonToken::key) {
    const bool is_type = reader_.text() == "type";
    reader_.next();
    if (is_type && reader_.token() == JsonToken::string) note_geometry(reader_.text());
    reader_.skip();
  }
}

void OutlineReader::properties() {
  PropertyHeaders& headers = row_ == 0 ? root_headers_ : outline_.headers;
  std::vector<NestedValue>& nested = row_ == 0 ? root_nested_ : nested_;
  std::uint32_t guess = 0;
  while (reader_.next() == JsonToken::key) {
    const std::string_view key = reader_.text();
    std::uint32_t column = headers.find(key, guess);
    if (column == PropertyHeaders::kNone) column = headers.add(key);
    if (column == PropertyHeaders::kNone)
      throw Error(geojson_too_many_columns,
                  {{"file", file_.name(), {}}, {"limit", std::to_string(PropertyHeaders::kMost), {}}});
    guess = column + 1;
    const JsonToken value = reader_.next();
    if (value != JsonToken::begin_object && value != JsonToken::begin_array) continue;
    if (nested.size() <= column) nested.resize(column + 1);
    if (nested[column].line == 0) nested[column] = {row_ == 0 ? 1 : row_, reader_.position().line};
    reader_.skip();
  }
}

void OutlineReader::add_chunk_record(std::uint64_t begin, std::uint64_t end, std::int64_t line) {
  if (end - begin > options_.record_limit) too_long(line);
  std::vector<FeatureChunk>& chunks = outline_.chunks;
  if (chunks.empty() || chunks.back().records == options_.chunk_records ||
      end - chunks.back().offset > options_.chunk_bytes)
    chunks.push_back({begin, 0, 0, row_, line});
  chunks.back().bytes = static_cast<std::size_t>(end - chunks.back().offset);
  ++chunks.back().records;
}

void OutlineReader::decide_root() {
  if (type_ == "FeatureCollection") {
    if (!features_are_array_)
      refuse({"記録の並び(features)がありません", "a FeatureCollection without an array \"features\""});
    outline_.root = GeoJsonRoot::collection;
  } else if (type_ == "Feature") {
    outline_.root = GeoJsonRoot::feature;
  } else if (is_geometry_type(type_)) {
    outline_.root = GeoJsonRoot::geometry;
  } else if (!has_type_ && looks_esri_) {
    refuse({"ArcGISの形式(Esri JSON)です", "it is Esri JSON (ArcGIS); export it as GeoJSON"});
  } else if (type_ == "Topology") {
    refuse({"TopoJSONという別の形式です", "it is TopoJSON; export it as GeoJSON"});
  } else if (!has_type_) {
    refuse({"種類(type)がありません", "it has no \"type\""});
  } else {
    const std::string ja = "種類(type)が「" + type_ + "」です";
    const std::string en = "its \"type\" is '" + type_ + "'";
    refuse({ja, en});
  }
}

void OutlineReader::tell_findings() {
  if (reader_.had_bom()) tell(json_bom, 1);
  for (const DuplicateKey& key : duplicates_)
    if (outline_.root == GeoJsonRoot::collection)  // else the features' reader tells it
      tell(json_duplicate_key, key.line).arguments = {{"key", key.key, {}}};
  if (outline_.root == GeoJsonRoot::collection) {
    for (const Misplaced& member : misplaced_)
      if (member.member != "features")
        tell(geojson_member_misplaced, member.line).arguments = {{"member", member.member, {}},
                                                                 {"holder", "FeatureCollection", {}}};
    const bool degrees = outline_.crs.crs.empty() || is_degrees(outline_.crs.crs);
    if (const std::optional<Text> fault = bbox_.fault_in(degrees)) {
      Diagnostic& told = tell(geojson_bbox_invalid, bbox_line_);
      told.column = "bbox";
      told.arguments = {{"reason", std::string(fault->ja), std::string(fault->en)}};
    }
    outline_.foreign = foreign_.view();
  }
  if (outline_.crs.kind != CrsMember::Kind::absent) {
    const bool known = outline_.crs.kind == CrsMember::Kind::known;
    Diagnostic& told = tell(known ? geojson_crs_member : geojson_crs_unknown, outline_.crs.line);
    told.column = "crs";
    told.value = outline_.crs.written;
    if (outline_.crs.crs == "EPSG:4326") told.severity = Severity::info;  // what RFC 7946 means anyway
  }
  for (std::size_t column = 0; column < nested_.size(); ++column) {
    if (nested_[column].line == 0) continue;
    Diagnostic& told = tell(geojson_nested_value, nested_[column].line);
    told.row = nested_[column].row;
    told.column = outline_.headers.names()[column];
    told.arguments = {{"first", std::to_string(nested_[column].row), {}}};
  }
}

}  // namespace

bool is_geometry_type(std::string_view type) {
  for (std::uint32_t kind = 1; kind <= 7; ++kind)
    if (type == name_of(static_cast<WkbKind>(kind))) return true;
  return false;
}

GeoJsonOutline read_outline(const InputFile& file, const OutlineOptions& options) {
  return OutlineReader(file, options).run();
}

}  // namespace anzenmap
