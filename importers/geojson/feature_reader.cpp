// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/feature_reader.hpp"

#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "gis/base/error.hpp"
#include "importers/geojson/bbox_member.hpp"
#include "importers/geojson/geojson_rules.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/geometry_reader.hpp"
#include "importers/geojson/record_faults.hpp"
#include "importers/json/json_compact.hpp"
#include "importers/json/json_reader.hpp"
#include "importers/json/json_rules.hpp"

namespace anzenmap {
namespace {

constexpr std::size_t kUnlimited = std::numeric_limits<std::size_t>::max();

/// Members of a feature that were there already.
enum FeatureMember : unsigned { kType = 1, kGeometry = 2, kProperties = 4, kId = 8, kBbox = 16, kCrs = 32 };

class ChunkReader {
 public:
  ChunkReader(const FeatureReading& reading, Batch& batch)
      : reading_(reading),
        batch_(batch),
        reader_(
            batch.text.data(), batch.text.size(), reading.file,
            reading.root == GeoJsonRoot::collection ? JsonReader::Shape::elements : JsonReader::Shape::value,
            {0, batch.line.front()}),
        faults_(batch, reading.root),
        geometry_(reader_, batch, faults_,
                  {reading.root == GeoJsonRoot::geometry, reading.crs.empty() || is_degrees(reading.crs),
                   is_degrees(reading.crs)}) {}

  void run();

 private:
  void feature();
  void member();
  void type_member();
  void properties();
  void property(std::uint32_t column);
  void id();
  void foreign(const std::string& raw_key);
  void misplaced(std::string_view member, std::int64_t line);
  void doubled(std::string_view key, std::int64_t line, std::string path);
  void finish_foreign();
  void set(TextColumn& column, std::string_view text);
  void require(TextColumn& column) {
    if (column.cells.empty()) column.fill_null(batch_.records);
  }
  [[noreturn]] void changed() { throw Error(json_changed, {{"file", std::string(reading_.file), {}}}); }

  const FeatureReading& reading_;
  Batch& batch_;
  JsonReader reader_;
  RecordFaults faults_;
  GeometryReader geometry_;
  std::size_t record_ = 0;
  std::int64_t line_ = 0;  ///< where the feature begins
  unsigned seen_ = 0;      ///< FeatureMember bits
  bool type_told_ = false;
  SeenKeys foreign_keys_;
  std::vector<std::size_t> last_record_;  ///< by column: number from 1 of the record that had it last
  std::vector<DuplicateKey> duplicates_;
  Bytes foreign_;  ///< members of all records, moved behind the batch's text at the end
  Bytes nested_;
};

void ChunkReader::run() {
  const std::int64_t first_row = batch_.row.front();
  batch_.row.resize(batch_.records);
  batch_.line.resize(batch_.records);
  batch_.raw.resize(reading_.headers->names().size());
  for (TextColumn& column : batch_.raw) column.fill_null(batch_.records);
  batch_.geometry.resize(batch_.records);
  last_record_.assign(batch_.raw.size(), 0);
  for (; reader_.next() != JsonToken::end; ++record_) {
    if (record_ == batch_.records) changed();
    line_ = reader_.position().line;
    batch_.row[record_] = first_row + static_cast<std::int64_t>(record_);
    batch_.line[record_] = line_;
    faults_.begin(record_, batch_.row[record_]);
    reading_.root == GeoJsonRoot::geometry ? geometry_.read() : feature();
  }
  if (record_ != batch_.records) changed();
  finish_foreign();
}

void ChunkReader::feature() {
  if (reader_.token() != JsonToken::begin_object) {
    faults_.tell(feature_not_object, line_, faults_.path(), reader_.raw());
    reader_.skip();
    return;
  }
  seen_ = 0;
  type_told_ = false;
  foreign_keys_ = SeenKeys{};
  while (reader_.next() == JsonToken::key) member();
  if ((seen_ & kType) == 0)
    faults_.tell(feature_type_invalid, line_, faults_.path()).arguments = {type_found("")};
  if ((seen_ & kType) == 0 || type_told_) batch_.geometry.kind[record_] = GeometryKind::none;
  for (const auto& [bit, name] : {std::pair{kGeometry, "geometry"}, std::pair{kProperties, "properties"}})
    if ((seen_ & bit) == 0)
      faults_.tell(feature_member_missing, line_, faults_.path()).arguments = {{"member", name, {}}};
}

void ChunkReader::member() {
  const std::string raw_key = reader_.escaped() ? std::string(reader_.raw()) : std::string();
  const std::string_view raw = reader_.raw();
  const std::string_view key = reader_.text();
  const std::int64_t line = reader_.position().line;
  const unsigned bit = key == "type"         ? kType
                       : key == "geometry"   ? kGeometry
                       : key == "properties" ? kProperties
                       : key == "id"         ? kId
                       : key == "bbox"       ? kBbox
                       : key == "crs"        ? kCrs
                                             : 0U;
  reader_.next();
  if ((seen_ & bit) != 0) {
    doubled(key, line, faults_.path());
    reader_.skip();
    return;
  }
  seen_ |= bit;
  switch (bit) {
    case kType:
      return type_member();
    case kGeometry:
      return geometry_.read();
    case kProperties:
      return properties();
    case kId:
      return id();
    case kBbox:
      if (const auto wrong =
              read_bbox_member(reader_).fault_in(reading_.crs.empty() || is_degrees(reading_.crs)))
        faults_.tell(geojson_bbox_invalid, line, faults_.path("bbox")).arguments = {
            {"reason", std::string(wrong->ja), std::string(wrong->en)}};
      return;
    case kCrs:
      // That of the file was read by the outline.
      if (reader_.token() != JsonToken::null && reading_.root == GeoJsonRoot::collection)
        misplaced(key, line);
      return reader_.skip();
    default:
      break;
  }
  if (key == "features" || key == "coordinates" || key == "geometries") {
    misplaced(key, line);
    reader_.skip();
  } else if (!foreign_keys_.add(key)) {
    doubled(key, line, faults_.path());
    reader_.skip();
  } else {
    foreign(raw_key.empty() ? std::string(raw) : raw_key);
  }
}

void ChunkReader::type_member() {
  const bool right = reader_.token() == JsonToken::string && reader_.text() == "Feature";
  if (!right) {
    type_told_ = true;
    const bool is_text = reader_.token() == JsonToken::string;
    const std::string_view value = is_text ? reader_.text() : reader_.raw();
    faults_.tell(feature_type_invalid, reader_.position().line, faults_.path(), value).arguments = {
        type_found(value)};
  }
  reader_.skip();
}

void ChunkReader::properties() {
  if (reader_.token() == JsonToken::null) return;
  if (reader_.token() != JsonToken::begin_object) {
    faults_.tell(geojson_properties_invalid, reader_.position().line, faults_.path("properties"),
                 reader_.raw());
    reader_.skip();
    return;
  }
  std::uint32_t guess = 0;
  while (reader_.next() == JsonToken::key) {
    const std::string_view key = reader_.text();
    const std::int64_t line = reader_.position().line;
    const std::uint32_t column = reading_.headers->find(key, guess);
    if (column == PropertyHeaders::kNone) changed();
    guess = column + 1;
    reader_.next();
    if (last_record_[column] == record_ + 1) {
      doubled(key, line, std::string(key));
      reader_.skip();
      continue;
    }
    last_record_[column] = record_ + 1;
    property(column);
  }
}

void ChunkReader::property(std::uint32_t column) {
  switch (reader_.token()) {
    case JsonToken::null:
      return;
    case JsonToken::begin_object:
    case JsonToken::begin_array: {
      // Compact text is never longer than what it was made from, so it goes to the same place.
      char* const at = batch_.text.data() + (reader_.raw().data() - batch_.text.data());
      nested_.clear();
      compact_json(reader_, nested_, kUnlimited, reading_.file, duplicates_);
      std::memcpy(at, nested_.data(), nested_.size());
      set(batch_.raw[column], {at, nested_.size()});
      for (const DuplicateKey& key : duplicates_)
        doubled(key.key, key.line, reading_.headers->names()[column]);
      duplicates_.clear();
      return;
    }
    default:
      set(batch_.raw[column], reader_.text());
  }
}

/// `text` is part of the batch's text.
void ChunkReader::set(TextColumn& column, std::string_view text) {
  if (text.empty()) return;
  const std::uint8_t flags = classify(text);
  column.cells[record_] = {static_cast<std::uint32_t>(text.data() - batch_.text.data()),
                           static_cast<std::uint32_t>(text.size())};
  column.flags[record_] = flags;
  column.any |= flags;
}

void ChunkReader::id() {
  const JsonToken token = reader_.token();
  if (token == JsonToken::string || token == JsonToken::number) {
    require(batch_.feature_id);
    set(batch_.feature_id, reader_.raw());
    return;
  }
  faults_.tell(geojson_id_invalid, reader_.position().line, faults_.path("id"), reader_.raw());
  reader_.skip();
}

void ChunkReader::foreign(const std::string& raw_key) {
  require(batch_.foreign);
  Span& cell = batch_.foreign.cells[record_];
  if (cell.length == 0) {
    cell.offset = static_cast<std::uint32_t>(foreign_.size());
  } else {
    foreign_.push_back(',');
  }
  foreign_.append(raw_key);
  foreign_.push_back(':');
  compact_json(reader_, foreign_, kUnlimited, reading_.file, duplicates_);
  cell.length = static_cast<std::uint32_t>(foreign_.size() - cell.offset);
  for (const DuplicateKey& key : duplicates_) doubled(key.key, key.line, faults_.path());
  duplicates_.clear();
}

void ChunkReader::finish_foreign() {
  if (foreign_.empty()) return;
  const auto base = static_cast<std::uint32_t>(batch_.text.append(foreign_.view()));
  for (std::size_t r = 0; r < batch_.records; ++r) {
    Span& cell = batch_.foreign.cells[r];
    if (cell.length == 0) continue;
    cell.offset += base;
    batch_.foreign.flags[r] = classify(batch_.at(cell));
    batch_.foreign.any |= batch_.foreign.flags[r];
  }
}

void ChunkReader::misplaced(std::string_view member, std::int64_t line) {
  faults_.tell(geojson_member_misplaced, line, faults_.path()).arguments = {
      {"member", std::string(member), {}}, {"holder", "Feature", {}}};
}

void ChunkReader::doubled(std::string_view key, std::int64_t line, std::string path) {
  faults_.tell(json_duplicate_key, line, std::move(path)).arguments = {{"key", std::string(key), {}}};
}

}  // namespace

void read_features(const FeatureReading& reading, Batch& batch) { ChunkReader(reading, batch).run(); }

}  // namespace anzenmap
