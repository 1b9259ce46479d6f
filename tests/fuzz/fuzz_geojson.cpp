// SPDX-License-Identifier: Apache-2.0
// Differential fuzzing of importers/geojson: small chunks against large ones, ours against a slow reading of
// nlohmann's tree (records, cells, which geometries are sound, all positions), and what is written of the
// records read again (the second writing equals the first).
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "gis/base/error.hpp"
#include "gis/place/wkb.hpp"
#include "gis/profile/profile.hpp"
#include "importers/geojson/geojson.hpp"
#include "importers/json/json_escape.hpp"
#include "tests/fuzz/fuzz_input.hpp"

using namespace anzenmap;
using Json = nlohmann::json;
using test::MemoryFile;
using test::require;

namespace {

struct Record {
  bool operator==(const Record&) const = default;
  std::int64_t row = 0;
  std::int64_t line = 0;
  bool has_geometry = false;
  std::string geometry;           ///< GeoJSON text; empty = none, or not to be written
  std::vector<double> positions;  ///< x, y, z of all, in order; no height = 1e300
  std::vector<std::string> cells;
  std::string id;
  std::string foreign;
};

struct Survey {
  std::string error;
  std::vector<std::string> headers;
  std::string foreign;
  std::string crs;
  std::vector<Record> records;
  std::vector<std::string> diagnostics;  ///< "record CODE path"
  bool shapes_changed = false;           ///< rings turned or closed
  bool duplicates = false;
};

/// A number that compares.
double height(double z) { return std::isnan(z) ? 1e300 : z; }

void take_geometry(const Batch& batch, std::size_t r, Record& record) {
  const GeometryColumn& geometry = batch.geometry;
  if (geometry.kind[r] == GeometryKind::none) return;
  record.has_geometry = true;
  Bytes text;
  if (geometry.kind[r] == GeometryKind::point) {
    const double z = geometry.z.empty() ? std::nan("") : geometry.z[r];
    record.positions = {geometry.x[r], geometry.y[r], height(z)};
    if (write_geojson_point(geometry.x[r], geometry.y[r], z, text)) record.geometry = text.view();
    return;
  }
  struct Positions : WkbVisitor {
    std::vector<double>* out = nullptr;
    void position(double x, double y, double z) {
      if (std::isnan(x)) return;
      out->push_back(x);
      out->push_back(y);
      out->push_back(height(z));
    }
  } positions;
  positions.out = &record.positions;
  const std::string_view wkb = geometry.bytes.view().substr(geometry.wkb[r].offset, geometry.wkb[r].length);
  require(visit_wkb(wkb, positions), "WKB is malformed", "");
  if (write_geojson_geometry(wkb, text)) record.geometry = text.view();
}

void note(const Diagnostic& diagnostic, std::int64_t base, Survey& survey) {
  const std::int64_t record = diagnostic.record < 0 ? -1 : base + diagnostic.record;
  survey.diagnostics.push_back(std::to_string(record) + " " + std::string(diagnostic.rule->code) + " " +
                               diagnostic.column + " " + std::to_string(diagnostic.line));
  if (diagnostic.rule->code == "GE410" || diagnostic.rule->code == "GE420") survey.shapes_changed = true;
  if (diagnostic.rule->code == "IN175") survey.duplicates = true;
}

Survey read(std::string_view text, std::size_t chunk) {
  const MemoryFile file(text);
  Survey survey;
  try {
    ReadOptions options;
    options.chunk_bytes = chunk;
    const std::unique_ptr<Source> source = geojson_importer().open(file.path(), options, Profile{});
    const Layer& layer = source->layers()[0];
    survey.headers = layer.headers;
    survey.foreign = layer.foreign;
    survey.crs = layer.crs;
    for (const Diagnostic& diagnostic : source->opening_diagnostics()) note(diagnostic, 0, survey);
    Batch batch;
    for (batch.clear(); source->take(batch); batch.clear()) {
      source->parse(batch);
      const auto base = static_cast<std::int64_t>(survey.records.size());
      for (std::size_t r = 0; r < batch.records; ++r) {
        Record& record = survey.records.emplace_back();
        record.row = batch.row[r];
        record.line = batch.line[r];
        take_geometry(batch, r, record);
        for (std::size_t c = 0; c < batch.raw.size(); ++c) record.cells.emplace_back(batch.raw_cell(c, r));
        if (!batch.feature_id.cells.empty()) record.id = batch.at(batch.feature_id.cells[r]);
        if (!batch.foreign.cells.empty()) record.foreign = batch.at(batch.foreign.cells[r]);
      }
      for (const Diagnostic& diagnostic : batch.diagnostics) note(diagnostic, base, survey);
    }
  } catch (const Error& error) {
    survey = Survey{};
    survey.error = error.message(Language::en);
  }
  return survey;
}

// The slow reading of RFC 7946.

bool finite_number(const Json& value) { return value.is_number() && std::isfinite(value.get<double>()); }

bool sound_position(const Json& value, std::vector<double>& out) {
  if (!value.is_array() || value.size() < 2) return false;
  for (const Json& number : value)
    if (!finite_number(number)) return false;
  out.push_back(value[0].get<double>());
  out.push_back(value[1].get<double>());
  out.push_back(value.size() > 2 ? value[2].get<double>() : height(std::nan("")));
  return true;
}

bool sound_array(const Json& value, std::size_t least, int levels, std::vector<double>& out);

bool sound_ring(const Json& value, std::vector<double>& out) {
  if (!value.is_array() || !sound_array(value, 3, 1, out)) return false;
  // An unclosed ring of three stands closed in the batch.
  return value.size() > 3 || value.front() != value.back();
}

bool sound_array(const Json& value, std::size_t least, int levels, std::vector<double>& out) {
  if (levels == 0) return sound_position(value, out);
  if (!value.is_array() || value.size() < least) return false;
  for (const Json& part : value)
    if (!sound_array(part, least, levels - 1, out)) return false;
  return true;
}

bool sound_rings(const Json& value, std::vector<double>& out) {
  if (!value.is_array()) return false;
  for (const Json& ring : value)
    if (!sound_ring(ring, out)) return false;
  return true;
}

/// Whether a geometry breaks no MUST (but closing); its positions in order.
bool sound(const Json& value, std::vector<double>& out) {
  if (!value.is_object() || !value.contains("type") || !value["type"].is_string()) return false;
  const std::string type = value["type"];
  if (type == "GeometryCollection") {
    if (!value.contains("geometries") || !value["geometries"].is_array()) return false;
    for (const Json& part : value["geometries"])
      if (!sound(part, out)) return false;
    return true;
  }
  if (!value.contains("coordinates")) return false;
  const Json& c = value["coordinates"];
  if (type == "Point") return (c.is_array() && c.empty()) || sound_position(c, out);
  if (type == "MultiPoint") return sound_array(c, 0, 1, out);
  if (type == "LineString") return (c.is_array() && c.empty()) || sound_array(c, 2, 1, out);
  if (type == "Polygon") return sound_rings(c, out);
  if (!c.is_array()) return false;
  if (type == "MultiLineString") {
    for (const Json& line : c)
      if (!sound_array(line, 2, 1, out)) return false;
    return true;
  }
  if (type != "MultiPolygon") return false;
  for (const Json& polygon : c)
    if (!polygon.is_array() || polygon.empty() || !sound_rings(polygon, out)) return false;
  return true;
}

void check_geometry(const Record& record, const Json& geometry, const Survey& survey, std::string_view text) {
  std::vector<double> positions;
  const bool good = sound(geometry, positions);
  require(record.has_geometry == (good && !positions.empty()), "a geometry is sound for one only", text);
  if (!record.has_geometry || survey.shapes_changed) return;
  require(positions.size() == record.positions.size(), "positions were lost", text);
  for (std::size_t i = 0; i < positions.size(); ++i)  // degrees are rounded to seven decimals
    require(std::abs(positions[i] - record.positions[i]) <= 6e-8, "a position moved", text);
}

std::string cell_of(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  return value.dump();
}

void check_feature(const Record& record, const Json& feature, const Survey& survey, std::string_view text) {
  const bool is_feature = feature.is_object() && feature.contains("type") && feature["type"] == "Feature";
  if (!is_feature) return require(!record.has_geometry, "no feature, but a place", text);
  check_geometry(record, feature.contains("geometry") ? feature["geometry"] : Json(), survey, text);
  const Json properties = feature.contains("properties") ? feature["properties"] : Json();
  for (std::size_t c = 0; c < survey.headers.size(); ++c) {
    const std::string& header = survey.headers[c];
    const bool has = properties.is_object() && properties.contains(header);
    const Json value = has ? properties[header] : Json();
    if (value.is_number()) {
      require(Json::parse(record.cells[c]) == value, "a number changed", text);
    } else if (value.is_structured()) {
      require(Json::parse(record.cells[c]) == value, "a nested value changed", text);
    } else {
      require(record.cells[c] == cell_of(value), "a cell changed", text);
    }
  }
}

void check_oracle(const Survey& survey, std::string_view text) {
  if (survey.duplicates) return;  // the oracle takes the last, we the first
  const Json tree = Json::parse(text, nullptr, false);
  if (tree.is_discarded()) return;  // 1e999 and NUL bytes; fuzz_json knows more about syntax
  // Esri JSON and uMap come through the same door; fuzz_dialect knows more about them.
  if (!tree.is_object() || !tree.contains("type") || !tree["type"].is_string()) return;
  const std::string type = tree["type"];
  if (type == "FeatureCollection") {
    require(tree["features"].size() == survey.records.size(), "records were lost", text);
    for (std::size_t i = 0; i < survey.records.size(); ++i)
      check_feature(survey.records[i], tree["features"][i], survey, text);
  } else if (type == "Feature") {
    require(survey.records.size() == 1, "a Feature is one record", text);
    check_feature(survey.records[0], tree, survey, text);
  } else {
    require(survey.records.size() == 1, "a geometry is one record", text);
    check_geometry(survey.records[0], tree, survey, text);
  }
}

std::string write(const Survey& survey) {
  Bytes out;
  out.append(R"({"type":"FeatureCollection")");
  if (!survey.foreign.empty()) out.append("," + survey.foreign);
  out.append(",\"features\":[");
  bool first = true;
  for (const Record& record : survey.records) {
    out.append(first ? "\n" : ",\n");
    first = false;
    out.append(R"({"type":"Feature")");
    if (!record.id.empty()) out.append(",\"id\":" + record.id);
    out.append(",\"geometry\":" + (record.geometry.empty() ? std::string("null") : record.geometry));
    out.append(",\"properties\":{");
    for (std::size_t c = 0; c < record.cells.size(); ++c) {
      if (c != 0) out.push_back(',');
      append_json_string(out, survey.headers[c]);
      out.push_back(':');
      append_json_string(out, record.cells[c]);
    }
    out.push_back('}');
    if (!record.foreign.empty()) out.append("," + record.foreign);
    out.push_back('}');
  }
  out.append("\n]}\n");
  return std::string(out.view());
}

bool in_degrees(const Survey& survey) {
  for (const Record& record : survey.records)
    for (const double value : record.positions)
      if (std::abs(value) > 180 && value != height(std::nan(""))) return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(geojson_importer().probe(text, "a.geojson"));
  const Survey survey = read(text, 256 * 1024);
  const Survey chunked = read(text, 1);
  require(survey.error == chunked.error, "the error depends on the chunks", text);
  require(survey.records == chunked.records, "records depend on the chunks", text);
  require(survey.diagnostics == chunked.diagnostics, "diagnostics depend on the chunks", text);
  if (!survey.error.empty()) return 0;
  check_oracle(survey, text);
  // Metres keep all their digits until they are transformed, so only degrees come back as they were.
  if (!survey.crs.empty() || !in_degrees(survey)) return 0;
  const std::string first = write(survey);
  const Survey again = read(first, 256 * 1024);
  require(again.error.empty(), "what is written cannot be read", text);
  require(again.records.size() == survey.records.size(), "records are lost when read again", text);
  require(write(again) == first, "writing, reading, writing gives other bytes", text);
  return 0;
}
