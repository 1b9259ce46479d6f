// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/error.hpp"
#include "gis/base/number.hpp"
#include "gis/place/wkt.hpp"
#include "gis/profile/profile.hpp"
#include "importers/geojson/crs_member.hpp"
#include "importers/geojson/geojson.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/position_text.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

namespace {

/// A file that is gone again at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content) {
    char name[] = "/tmp/anzenmap-geojson-XXXXXX";
    const int descriptor = ::mkstemp(name);
    REQUIRE(descriptor >= 0);
    path_ = name;
    REQUIRE(::write(descriptor, content.data(), content.size()) == static_cast<ssize_t>(content.size()));
    ::close(descriptor);
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Record {
  std::int64_t row;
  std::int64_t line;
  std::string geometry;  ///< WKT; empty = none
  std::vector<std::string> cells;
  std::string id;
  std::string foreign;
  bool operator==(const Record&) const = default;
};

struct Survey {
  Layer layer;
  std::vector<Record> records;
  std::vector<Diagnostic> diagnostics;  ///< of opening, then of the records; `record` counts over all batches
};

std::string wkt_of(const Batch& batch, std::size_t r) {
  const GeometryColumn& geometry = batch.geometry;
  Bytes out;
  if (geometry.kind[r] == GeometryKind::none) return "";
  if (geometry.kind[r] == GeometryKind::point) {
    REQUIRE(write_wkt_point(geometry.x[r], geometry.y[r], geometry.z.empty() ? std::nan("") : geometry.z[r],
                            out));
  } else {
    const Span span = geometry.wkb[r];
    REQUIRE(write_wkt(geometry.bytes.view().substr(span.offset, span.length), out));
  }
  return std::string(out.view());
}

void drain(Source& source, Survey& survey) {
  Batch batch;
  for (batch.clear(); source.take(batch); batch.clear()) {
    source.parse(batch);
    source.settle(batch);
    const auto base = static_cast<std::int64_t>(survey.records.size());
    for (std::size_t r = 0; r < batch.records; ++r) {
      Record record{batch.row[r], batch.line[r], wkt_of(batch, r), {}, {}, {}};
      for (std::size_t c = 0; c < batch.raw.size(); ++c) {
        record.cells.emplace_back(batch.raw_cell(c, r));
        CHECK(batch.raw[c].flags[r] == classify(batch.raw_cell(c, r)));
      }
      if (!batch.feature_id.cells.empty()) record.id = batch.at(batch.feature_id.cells[r]);
      if (!batch.foreign.cells.empty()) record.foreign = batch.at(batch.foreign.cells[r]);
      survey.records.push_back(std::move(record));
    }
    for (Diagnostic& diagnostic : batch.diagnostics) {
      if (diagnostic.record >= 0) diagnostic.record += base;
      survey.diagnostics.push_back(std::move(diagnostic));
    }
  }
}

Survey read_with(const std::string& path, std::size_t chunk) {
  ReadOptions options;
  options.chunk_bytes = chunk;
  const Profile profile;
  const std::unique_ptr<Source> source = geojson_importer().open(path, options, profile);
  REQUIRE(source->layers().size() == 1);
  Survey survey{source->layers()[0], {}, source->opening_diagnostics()};
  drain(*source, survey);
  return survey;
}

/// A message whose template was not filled in.
bool has_placeholder(std::string_view message) {
  for (std::size_t i = 0; i + 1 < message.size(); ++i)
    if (message[i] == '{' && message[i + 1] >= 'a' && message[i + 1] <= 'z') return true;
  return false;
}

std::string codes(const Survey& survey) {
  std::string all;
  for (const Diagnostic& diagnostic : survey.diagnostics) {
    if (!all.empty()) all += ' ';
    all += diagnostic.rule->code;
    CHECK_FALSE(has_placeholder(render_message(diagnostic, Language::ja)));
    CHECK_FALSE(has_placeholder(render_message(diagnostic, Language::en)));
  }
  return all;
}

/// Reads a text, with every size of batch the same.
Survey read(std::string_view text) {
  const TemporaryFile file(text);
  Survey survey = read_with(file.path(), 256 * 1024);
  for (const std::size_t chunk : {1U, 200U}) {
    const Survey other = read_with(file.path(), chunk);
    CHECK(other.records == survey.records);
    CHECK(other.layer.headers == survey.layer.headers);
    CHECK(codes(other) == codes(survey));
  }
  return survey;
}

std::string error_of(std::string_view text) {
  const TemporaryFile file(text);
  try {
    static_cast<void>(read_with(file.path(), 256 * 1024));
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::world);
    return std::string(error.code()) + " " + error.message(Language::en);
  }
  return "";
}

/// A Feature with this geometry inside a collection.
Survey with_geometry(const std::string& geometry) {
  return read(R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":)" + geometry +
              R"(,"properties":{"a":1}}]})");
}

std::string shape(const std::string& type, const std::string& coordinates) {
  return R"({"type":")" + type + R"(","coordinates":)" + coordinates + "}";
}

/// The one diagnostic of a geometry: "CODE path", and the WKT that stands in the batch.
std::string verdict(const std::string& geometry) {
  const Survey survey = with_geometry(geometry);
  REQUIRE(survey.records.size() == 1);
  CHECK(survey.records[0].cells == std::vector<std::string>{"1"});
  std::string all = survey.records[0].geometry;
  for (const Diagnostic& diagnostic : survey.diagnostics) {
    CHECK(diagnostic.record == 0);
    CHECK(diagnostic.row == 1);
    all += " | " + std::string(diagnostic.rule->code) + " " + diagnostic.column;
    // A record without geometry must not look as if nothing had happened.
    if (diagnostic.severity == Severity::error && diagnostic.rule->category == Category::geometry &&
        diagnostic.rule != &ring_not_closed)
      CHECK(survey.records[0].geometry.empty());
  }
  static_cast<void>(codes(survey));
  return all;
}

constexpr std::string_view kPlace = R"("geometry":{"type":"Point","coordinates":[131.8064,34.0551]})";

}  // namespace

TEST_CASE("features become records, properties columns in order of first appearance") {
  const Survey survey = read(R"({
  "type": "FeatureCollection",
  "name": "安全",
  "features": [
    {"type": "Feature", "id": "a-1", "geometry": {"type": "Point", "coordinates": [131.8064, 34.0551]},
     "properties": {"名称": "交差点", "数": 1.50, "ok": true}},
    {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [131.9, 34.1, 12.5]},
     "properties": {"数": null, "備考": "", "名称": "線路\nの\u6a2a", "no": false}},

    {"type": "Feature", "geometry": null, "properties": null}
  ],
  "x": {"b" : [1, 2]}
})");
  CHECK(survey.layer.headers == std::vector<std::string>{"名称", "数", "ok", "備考", "no"});
  CHECK(survey.layer.foreign == R"("name":"安全","x":{"b":[1,2]})");
  CHECK(survey.layer.has_geometry);
  CHECK_FALSE(survey.layer.has_rows_of_text);
  CHECK(survey.layer.crs.empty());
  REQUIRE(survey.records.size() == 3);
  CHECK(survey.records[0] ==
        Record{1, 5, "POINT (131.8064 34.0551)", {"交差点", "1.50", "true", "", ""}, "\"a-1\"", ""});
  CHECK(survey.records[1] ==
        Record{2, 7, "POINT Z (131.9 34.1 12.5)", {"線路\nの横", "", "", "", "false"}, "7", ""});
  CHECK(survey.records[2] == Record{3, 10, "", {"", "", "", "", ""}, "", ""});
  CHECK(survey.diagnostics.empty());
}

TEST_CASE("a Feature and a bare geometry are surveys of one record") {
  const Survey feature = read(
      "\n"
      R"({"properties":{"a":"b"},"geometry":{"coordinates":[1,2],"type":"Point"},"type":"Feature","who":"me"})");
  REQUIRE(feature.records.size() == 1);
  CHECK(feature.records[0] == Record{1, 2, "POINT (1 2)", {"b"}, "", "\"who\":\"me\""});
  CHECK(feature.layer.foreign.empty());
  const Survey geometry = read(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})");
  REQUIRE(geometry.records.size() == 1);
  CHECK(geometry.records[0] == Record{1, 1, "LINESTRING (1 2,3 4)", {}, "", ""});
  const Survey collection =
      read(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},)"
           R"({"type":"LineString","coordinates":[[1,2],[3,4]]}]})");
  CHECK(collection.records[0].geometry == "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (1 2,3 4))");
}

TEST_CASE("no features are no records") {
  const Survey survey = read(R"({"type":"FeatureCollection","features":[]})");
  CHECK(survey.records.empty());
  CHECK(survey.diagnostics.empty());
}

TEST_CASE("members may come in any order") {
  const Survey survey =
      read(R"({"features":[{"properties":{"a":1},"geometry":{"geometries":[{"coordinates":[[1,2],[3,4]],
    "type":"LineString"},{"coordinates":[5,6],"type":"Point"}],"type":"GeometryCollection"},"type":"Feature"}],
    "type":"FeatureCollection"})");
  REQUIRE(survey.records.size() == 1);
  CHECK(survey.records[0].geometry == "GEOMETRYCOLLECTION (LINESTRING (1 2,3 4),POINT (5 6))");
  CHECK(survey.records[0].cells == std::vector<std::string>{"1"});
  CHECK(survey.diagnostics.empty());
}

TEST_CASE("nested values become compact text and are told once a column") {
  const Survey survey =
      read(R"({"type":"FeatureCollection","features":[{"type":"Feature",)" + std::string(kPlace) +
           R"(,"properties":{"t":[ 1 , "\u3042" ],"u":1}},{"type":"Feature",)" + std::string(kPlace) +
           R"(,"properties":{"t":{ "a" : null },"u":2}}]})");
  REQUIRE(survey.records.size() == 2);
  CHECK(survey.records[0].cells == std::vector<std::string>{R"([1,"\u3042"])", "1"});
  CHECK(survey.records[1].cells == std::vector<std::string>{R"({"a":null})", "2"});
  CHECK(codes(survey) == "IN182");
  CHECK(survey.diagnostics[0].column == "t");
  CHECK(survey.diagnostics[0].severity == Severity::info);
}

TEST_CASE("foreign members of features are kept as they are written, in order") {
  const Survey survey =
      read(R"({"type":"FeatureCollection","features":[{"type":"Feature","z" : [1.0, {"k": "\u3042"}],)" +
           std::string(kPlace) + R"(,"properties":{},"\u0061":"b"},{"type":"Feature",)" +
           std::string(kPlace) + R"(,"properties":{}}]})");
  REQUIRE(survey.records.size() == 2);
  CHECK(survey.records[0].foreign == R"("z":[1.0,{"k":"\u3042"}],"\u0061":"b")");
  CHECK(survey.records[1].foreign.empty());
  CHECK(survey.diagnostics.empty());
}

TEST_CASE("duplicate keys are told and the first value stands") {
  const Survey survey =
      read(R"({"type":"FeatureCollection","name":"a","name":"b","features":[{"type":"Feature",)" +
           std::string(kPlace) +
           R"(,"geometry":null,"x":1,"x":2,"properties":{"a":1,"a":2,"b":{"c":1,"c":2},"a":null}}]})");
  REQUIRE(survey.records.size() == 1);
  CHECK(survey.records[0] == Record{1, 1, "POINT (131.8064 34.0551)", {"1", R"({"c":1})"}, "", "\"x\":1"});
  CHECK(survey.layer.foreign == "\"name\":\"a\"");
  CHECK(codes(survey) == "IN175 IN182 IN175 IN175 IN175 IN175 IN175");
  CHECK(error_of(R"({"type":"FeatureCollection","features":[],"features":[]})").substr(0, 5) == "IN180");
  CHECK(verdict(R"({"type":"Point","type":"Point","coordinates":[1,2],"coordinates":[3,4]})") ==
        "POINT (1 2) | IN175 features[0].geometry | IN175 features[0].geometry");
}

TEST_CASE("every kind of geometry is read") {
  CHECK(verdict(shape("Point", "[1,2]")) == "POINT (1 2)");
  CHECK(verdict(shape("MultiPoint", "[[1,2],[3,4,5]]")) == "MULTIPOINT Z ((1 2 NaN),(3 4 5))");
  CHECK(verdict(shape("LineString", "[[1,2],[3,4]]")) == "LINESTRING (1 2,3 4)");
  CHECK(verdict(shape("MultiLineString", "[[[1,2],[3,4]],[[5,6],[7,8]]]")) ==
        "MULTILINESTRING ((1 2,3 4),(5 6,7 8))");
  CHECK(verdict(shape("Polygon", "[[[0,0],[4,0],[4,4],[0,0]],[[2,1],[3,2],[3,1],[2,1]]]")) ==
        "POLYGON ((0 0,4 0,4 4,0 0),(2 1,3 2,3 1,2 1))");
  CHECK(verdict(shape("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]")) ==
        "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))");
}

TEST_CASE("what breaks a MUST of RFC 7946 leaves no geometry and tells where") {
  const std::string at = " | ";
  const std::string path = " features[0].geometry";
  CHECK(verdict(R"("x")") == at + "GE402" + path);
  CHECK(verdict("[1,2]") == at + "GE402" + path);
  CHECK(verdict("{}") == at + "GE403" + path + ".type");
  CHECK(verdict(shape("point", "[1,2]")) == at + "GE403" + path + ".type");
  CHECK(verdict(shape("Circle", "[1,2]")) == at + "GE403" + path + ".type");
  CHECK(verdict(R"({"type":1,"coordinates":[1,2]})") == at + "GE403" + path + ".type");
  CHECK(verdict(R"({"type":"Point"})") == at + "GE404" + path);
  CHECK(verdict(R"({"type":"GeometryCollection","coordinates":[]})") ==
        at + "IN185" + path + at + "GE404" + path);
  CHECK(verdict(shape("Point", "[1]")) == at + "GE405" + path + ".coordinates");
  CHECK(verdict(shape("LineString", "[[1,2],[]]")) == at + "GE405" + path + ".coordinates[1]");
  CHECK(verdict(shape("Point", R"(["1",2])")) == at + "GE406" + path + ".coordinates[0]");
  CHECK(verdict(shape("Point", "[1,2,null]")) == at + "GE406" + path + ".coordinates[2]");
  CHECK(verdict(shape("Point", "[1,1e999]")) == at + "GE406" + path + ".coordinates[1]");
  CHECK(verdict(shape("Polygon", R"([[[0,0],[1,0],[true,1],[0,0]]])")) ==
        at + "GE406" + path + ".coordinates[0][2][0]");
  CHECK(verdict(shape("Point", "[[1,2]]")) == at + "GE407" + path + ".coordinates[0]");
  CHECK(verdict(shape("Point", "5")) == at + "GE407" + path + ".coordinates");
  CHECK(verdict(shape("Point", "null")) == at + "GE407" + path + ".coordinates");
  CHECK(verdict(shape("LineString", "[1,2]")) == at + "GE407" + path + ".coordinates[0]");
  CHECK(verdict(shape("LineString", "[[[1,2],[3,4]]]")) == at + "GE407" + path + ".coordinates[0][0]");
  CHECK(verdict(shape("MultiPolygon", "[[[0,0],[1,0],[1,1],[0,0]]]")) ==
        at + "GE407" + path + ".coordinates[0][0][0]");
  CHECK(verdict(shape("LineString", "[[1,2]]")) == at + "GE408" + path + ".coordinates");
  CHECK(verdict(shape("MultiLineString", "[[[1,2],[3,4]],[[5,6]]]")) ==
        at + "GE408" + path + ".coordinates[1]");
  CHECK(verdict(shape("Polygon", "[[[0,0],[1,0],[0,0]]]")) == at + "GE409" + path + ".coordinates[0]");
  CHECK(verdict(shape("Polygon", "[[]]")) == at + "GE409" + path + ".coordinates[0]");
  CHECK(verdict(shape("MultiPolygon", "[[]]")) == at + "GE409" + path + ".coordinates[0]");
  CHECK(verdict(shape("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]],[[0,0],[0,0]]]]")) ==
        at + "GE409" + path + ".coordinates[0][1]");
  CHECK(verdict(R"({"type":"GeometryCollection","geometries":{}})") == at + "GE407" + path + ".geometries");
  CHECK(
      verdict(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},null]})") ==
      at + "GE402" + path + ".geometries[1]");
  CHECK(verdict(R"({"geometries":[{"type":"Point","coordinates":["a"]}],"type":"GeometryCollection"})") ==
        at + "GE406" + path + ".geometries[0].coordinates[0]");
}

TEST_CASE("an unclosed ring stands closed in the batch and is an error with a fix") {
  const Survey survey = with_geometry(shape("Polygon", "[\n[[0,0],[4,0],[4,4],[0,4]]]"));
  REQUIRE(survey.records.size() == 1);
  CHECK(survey.records[0].geometry == "POLYGON ((0 0,4 0,4 4,0 4,0 0))");
  REQUIRE(codes(survey) == "GE410");
  const Diagnostic& told = survey.diagnostics[0];
  CHECK(told.rule == &ring_not_closed);
  CHECK(told.severity == Severity::error);
  CHECK(told.line == 2);
  CHECK(told.column == "features[0].geometry.coordinates[0]");
  REQUIRE(told.fix.has_value());
  CHECK(told.fix->safety == FixSafety::consent);
  CHECK(told.fix->after == "[0,4],[0,0]");
  CHECK(verdict(shape("Polygon", "[[[0,0],[4,0],[4,4]]]")) ==
        "POLYGON ((0 0,4 0,4 4,0 0)) | GE410 features[0].geometry.coordinates[0]");
  CHECK(verdict(shape("Polygon", "[[[0,0,1],[4,0,1],[4,4,1],[0,0,2]]]")) ==
        "POLYGON Z ((0 0 1,4 0 1,4 4 1,0 0 2,0 0 1)) | GE410 features[0].geometry.coordinates[0]");
  // Open and the wrong way round: turned as its closed form would be.
  CHECK(verdict(shape("Polygon", "[[[0,0],[0,4],[4,4]]]")) ==
        "POLYGON ((0 0,4 4,0 4,0 0)) | GE410 features[0].geometry.coordinates[0] | GE420 "
        "features[0].geometry.coordinates[0]");
}

TEST_CASE("what breaks a SHOULD is told once a record and the geometry stays") {
  const std::string path = " features[0].geometry";
  CHECK(verdict(shape("Polygon", "[[[0,0],[4,4],[4,0],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]")) ==
        "POLYGON ((0 0,4 0,4 4,0 0),(2 1,3 2,3 1,2 1)) | GE420" + path + ".coordinates[0]");
  CHECK(verdict(shape("Point", "[1,2,3,4,5]")) == "POINT Z (1 2 3) | GE424" + path + ".coordinates");
  CHECK(verdict(shape("LineString", "[[1.12345678,2],[3,4.00000001]]")) ==
        "LINESTRING (1.1234568 2,3 4) | GE425" + path + ".coordinates[0]");
  CHECK(verdict(shape("Point", "[131.10000000000,34.1234567]")) == "POINT (131.1 34.1234567)");
  CHECK(verdict(shape("Point", "[131.1,34.1,1.123456789]")) == "POINT Z (131.1 34.1 1.123456789)");
  CHECK(verdict(shape("LineString", "[[1,2],[3,4],[3,4]]")) ==
        "LINESTRING (1 2,3 4,3 4) | GE426" + path + ".coordinates[2]");
  CHECK(verdict(shape("Point", "[]")) == " | GE427" + path);
  CHECK(verdict(shape("MultiPolygon", "[]")) == " | GE427" + path);
  CHECK(verdict(R"({"type":"GeometryCollection","geometries":[]})") == " | GE427" + path);
  const std::string point = R"({"type":"Point","coordinates":[1,2]})";
  const std::string line = R"({"type":"LineString","coordinates":[[1,2],[3,4]]})";
  const auto collection = [](const std::string& parts) {
    return R"({"type":"GeometryCollection","geometries":[)" + parts + "]}";
  };
  CHECK(verdict(collection(line)) == "GEOMETRYCOLLECTION (LINESTRING (1 2,3 4)) | GE422" + path);
  CHECK(verdict(collection(point + "," + point)) ==
        "GEOMETRYCOLLECTION (POINT (1 2),POINT (1 2)) | GE423" + path);
  CHECK(verdict(collection(point + "," + collection(line + "," + point))) ==
        "GEOMETRYCOLLECTION (POINT (1 2),GEOMETRYCOLLECTION (LINESTRING (1 2,3 4),POINT (1 2))) | GE421" +
            path + ".geometries[1]");
  CHECK(verdict(R"({"type":"Point","coordinates":[1,2],"accuracy":5})") == "POINT (1 2) | IN186" + path);
  CHECK(verdict(R"({"type":"Point","coordinates":[1,2],"properties":{}})") == "POINT (1 2) | IN185" + path);
  CHECK(verdict(R"({"type":"Point","coordinates":[1,2],"bbox":[1,2,3]})") ==
        "POINT (1 2) | IN187" + path + ".bbox");
  CHECK(verdict(R"({"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2]})") == "POINT (1 2)");
}

TEST_CASE("what is no feature still counts as a record") {
  const Survey survey = read(
      "{\"type\":\"FeatureCollection\",\"features\":[null,\n[1],\"x\",\n"
      R"({"type":"feature",)" +
      std::string(kPlace) +
      ",\"properties\":{\"a\":1}},\n"
      R"({"type":"Point","coordinates":[1,2]},)"
      "\n"
      "{},\n"
      R"({"type":"Feature",)" +
      std::string(kPlace) +
      R"(,"properties":[1]},)"
      R"({"type":"Feature",)" +
      std::string(kPlace) + R"(,"id":{},"properties":{"a":2}}]})");
  REQUIRE(survey.records.size() == 8);
  CHECK(codes(survey) == "GE400 GE400 GE400 GE401 GE401 IN185 GE428 GE428 GE401 GE428 GE428 IN188 IN189");
  for (std::size_t i = 0; i < 6; ++i) CHECK(survey.records[i].geometry.empty());
  CHECK(survey.records[3].cells == std::vector<std::string>{"1"});
  CHECK(survey.records[3].line == 3);
  CHECK(survey.records[6].geometry == "POINT (131.8064 34.0551)");
  CHECK(survey.records[7].row == 8);
  CHECK(survey.diagnostics[3].column == "features[3]");
}

TEST_CASE("members that belong elsewhere are told and not used") {
  const Survey survey = read(
      R"({"type":"FeatureCollection","geometry":null,"properties":{"b":1},"features":[{"type":"Feature",)" +
      std::string(kPlace) + R"(,"properties":{"a":1},"features":[],"coordinates":[],"crs":{}}]})");
  CHECK(survey.layer.headers == std::vector<std::string>{"a"});
  CHECK(survey.layer.foreign.empty());
  CHECK(survey.records[0].foreign.empty());
  CHECK(codes(survey) == "IN185 IN185 IN185 IN185 IN185");
}

TEST_CASE("a bbox is checked") {
  const auto told = [](const std::string& bbox) {
    return codes(read(R"({"type":"FeatureCollection","features":[],"bbox":)" + bbox + "}"));
  };
  CHECK(told("[131,34,132,35]").empty());
  CHECK(told("[179,34,-179,35]").empty());
  CHECK(told("[131,34,0,132,35,9]").empty());
  CHECK(told("[131,34,132]") == "IN187");
  CHECK(told("[131,35,132,34]") == "IN187");
  CHECK(told("[131,34,132,\"35\"]") == "IN187");
  CHECK(told("[131,34,132,95]") == "IN187");
  CHECK(told("null") == "IN187");
  CHECK(told("[[1],2,3,4]") == "IN187");
}

TEST_CASE("an old crs member is honoured and told") {
  const auto with_crs = [](const std::string& crs, const std::string& coordinates = "[1,2]") {
    return read(
        R"({"type":"FeatureCollection","crs":)" + crs +
        R"(,"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":)" +
        coordinates + "}}]}");
  };
  const auto named = [](const std::string& name) {
    return R"({"type":"name","properties":{"name":")" + name + "\"}}";
  };
  const Survey plane = with_crs(named("urn:ogc:def:crs:EPSG::6671"), "[-31953.123456789,-217291.5]");
  CHECK(plane.layer.crs == "EPSG:6671");
  CHECK(plane.records[0].geometry == "POINT (-31953.1234568 -217291.5)");
  CHECK(codes(plane) == "IN183");
  CHECK(plane.diagnostics[0].severity == Severity::warning);
  REQUIRE(plane.layer.reading.find("crs") != nullptr);
  CHECK(plane.layer.reading.find("crs")->by == DecidedBy::file);
  const Survey world = with_crs(named("urn:ogc:def:crs:OGC:1.3:CRS84"));
  CHECK(world.layer.crs == "EPSG:4326");
  CHECK(world.diagnostics[0].severity == Severity::info);
  CHECK(with_crs("null").diagnostics.empty());
  const Survey link =
      with_crs(R"({"type":"link","properties":{"href":"http://x/EPSG/6671","type":"proj4"}})");
  CHECK(link.layer.crs.empty());
  CHECK(codes(link) == "IN184");
  CHECK(codes(with_crs(named("Tokyo"))) == "IN184");
  CHECK(with_crs(R"({"type":"EPSG","properties":{"code":4612}})").layer.crs == "EPSG:4612");
  CHECK(crs_of_name("EPSG:2445") == "EPSG:2445");
  CHECK(crs_of_name("urn:ogc:def:crs:EPSG:9.9.1:6671") == "EPSG:6671");
  CHECK(crs_of_name("http://www.opengis.net/def/crs/EPSG/0/6671") == "EPSG:6671");
  CHECK(crs_of_name("OGC:CRS84") == "EPSG:4326");
  CHECK(crs_of_name("EPSG:").empty());
  CHECK(crs_of_name("EPSG:6671:x").empty());
  CHECK(crs_of_name("ESRI:102100").empty());
  const Survey polar =
      read(R"({"type":"Feature","crs":)" + named("EPSG:4326") +
           R"(,"properties":null,"geometry":{"type":"LineString","coordinates":[[34,131],[34,132]]}})");
  CHECK(codes(polar) == "IN183 GE411");
  CHECK(polar.records[0].geometry.empty());
}

TEST_CASE("a byte order mark is told") {
  const Survey survey =
      read("\xEF\xBB\xBF{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"," +
           std::string(kPlace) + ",\"properties\":{}}]}");
  CHECK(survey.records.size() == 1);
  CHECK(codes(survey) == "IN176");
}

TEST_CASE("what cannot be read on is an Error with its line") {
  CHECK(error_of("").substr(0, 5) == "IN171");
  CHECK(error_of("{\"type\":\"FeatureCollection\",\n\"features\":[{]}").find("line 2 (byte offset 42)") !=
        std::string::npos);
  CHECK(error_of(R"({"type":"FeatureCollection","features":[{"type":"Feature")").substr(0, 5) == "IN171");
  CHECK(error_of("{\"type\":\"FeatureCollection\",\"features\":[{\"a\":\"\x89\xA1\"}]}").substr(0, 5) ==
        "IN172");
  CHECK(error_of(R"({"type":"FeatureCollection","features":[]} {})").substr(0, 5) == "IN178");
  CHECK(error_of(R"({"type":"FeatureCollection","features":[]} ,)").substr(0, 5) == "IN170");
  CHECK(error_of(R"({"type":"FeatureCollection"})").find("without an array") != std::string::npos);
  CHECK(error_of(R"({"type":"FeatureCollection","features":{}})").substr(0, 5) == "IN180");
  CHECK(error_of(R"({"type":"Topology","objects":{}})").find("TopoJSON") != std::string::npos);
  CHECK(error_of(R"({"type":"featurecollection","features":[]})").find("featurecollection") !=
        std::string::npos);
  CHECK(error_of("[]").substr(0, 5) == "IN180");
  CHECK(error_of("{}").substr(0, 5) == "IN180");
  const TemporaryFile file(R"({"type":"Feature","geometry":null,"properties":{"a":")" +
                           std::string(5000, 'x') + "\"}}");
  ReadOptions options;
  options.record_limit = 4096;
  CHECK_THROWS_AS(geojson_importer().open(file.path(), options, Profile{}), Error);
  std::string many = R"({"type":"Feature","geometry":null,"properties":{"a":1)";
  for (int i = 0; i < 5000; ++i) many += ",\"k" + std::to_string(i) + "\":1";
  CHECK(error_of(many + "}}").substr(0, 5) == "IN181");
}

TEST_CASE("a file that changes while it is read is noticed") {
  const std::string before = R"({"type":"FeatureCollection","features":[{"type":"Feature",)" +
                             std::string(kPlace) + R"(,"properties":{"a":1}}]})";
  const TemporaryFile file(before);
  const std::unique_ptr<Source> source = geojson_importer().open(file.path(), ReadOptions{}, Profile{});
  REQUIRE(::truncate(file.path().c_str(), 60) == 0);
  Batch batch;
  CHECK_THROWS_AS(source->take(batch), Error);
}

TEST_CASE("probing by content") {
  const Importer& importer = geojson_importer();
  CHECK(importer.probe(R"( {"type":"FeatureCollection","features":[)", "a.txt").score == 100);
  CHECK(
      importer.probe(R"({"features":[{"type":"Feature","properties":{"type":"Topology"}},)", "a.txt").score ==
      90);
  CHECK(importer.probe("\xEF\xBB\xBF{\"type\":\"Point\"", "a.csv").score == 100);
  CHECK(importer.probe(R"({"type":"Topology")", "a.json").score == 40);
  CHECK(importer.probe(R"({"geometryType":"esriGeometryPoint","features":[{"attributes":{}}]})", "a.json")
            .score == 100);
  CHECK(importer.probe("{broken", "a.geojson").score == 30);
  CHECK(importer.probe("{broken", "a.csv").score == 0);
  CHECK(importer.probe("名称,緯度\n", "a.csv").score == 0);
  CHECK(importer.probe("", "").score == 0);
}

TEST_CASE("decimals of a number as it is written") {
  CHECK(decimals_of("1") == 0);
  CHECK(decimals_of("1.250") == 2);
  CHECK(decimals_of("1.0000000") == 0);
  CHECK(decimals_of("131.1234567") == 7);
  CHECK(decimals_of("1e-7") == 7);
  CHECK(decimals_of("10e-8") == 7);
  CHECK(decimals_of("1.5e3") == 0);
  CHECK(decimals_of("1.2345e2") == 2);
  CHECK(decimals_of("0e-99999999") == 0);
  CHECK(decimals_of("1e-99999999") > 7);
}

TEST_CASE("geojson rules are listed once each, in order of their kind, with both languages") {
  std::string_view before;
  for (const RuleInfo* rule : geojson_rules()) {
    CAPTURE(rule->code);
    if (rule->code.substr(0, 2) == before.substr(0, 2)) CHECK(rule->code > before);
    before = rule->code;
    for (const Text& text : {rule->title, rule->message, rule->why, rule->remedy}) {
      CHECK_FALSE(text.ja.empty());
      CHECK_FALSE(text.en.empty());
    }
  }
}

TEST_CASE("the examples of each rule fire it, and their good forms do not") {
  for (const RuleInfo* rule : geojson_rules()) {
    if (rule->bad.empty()) continue;
    CAPTURE(rule->code);
    const TemporaryFile bad(rule->bad);
    std::string found;
    try {
      found = codes(read_with(bad.path(), 256 * 1024));
    } catch (const Error& error) {
      found = error.code();
    }
    CHECK(found.find(rule->code) != std::string::npos);
    const TemporaryFile good(rule->good);
    CHECK(codes(read_with(good.path(), 256 * 1024)).empty());
  }
}
