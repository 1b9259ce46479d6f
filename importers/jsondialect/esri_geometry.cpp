// SPDX-License-Identifier: Apache-2.0
#include "importers/jsondialect/esri_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "gis/base/number.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {

namespace {

struct Position {
  std::vector<std::string> tokens;
  double x = 0;
  double y = 0;
};
using Positions = std::vector<Position>;

std::string position_text(const Position& position, EsriDimensions dimensions) {
  std::string out = "[";
  // Without heights the third number is a measure.
  const std::size_t most = dimensions.m && !dimensions.z ? 2 : 3;
  for (std::size_t i = 0; i < std::min(position.tokens.size(), most); ++i) {
    if (i > 1 && position.tokens[i] == "null") break;
    out += (i == 0 ? "" : ",") + position.tokens[i];
  }
  return out + "]";
}

std::string positions_text(const Positions& positions, EsriDimensions dimensions) {
  std::string out = "[";
  for (const Position& position : positions)
    out += (out.size() == 1 ? "" : ",") + position_text(position, dimensions);
  return out + "]";
}

/// Twice the area; positive when the ring runs counterclockwise.
double turning(const Positions& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
           (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  return sum;
}

bool holds(const Positions& ring, const Position& point) {
  bool inside = false;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    const Position& a = ring[i];
    const Position& b = ring[before];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

class EsriGeometry {
 public:
  EsriGeometry(char* text, std::size_t size, std::string_view file, EsriDimensions dimensions)
      : reader_(text, size, file), dimensions_(dimensions) {}

  std::string run() {
    if (reader_.next() != JsonToken::begin_object) return "null";
    while (reader_.next() == JsonToken::key) member();
    if (curves_) return R"({"type":"Esri curve"})";
    if (point_.tokens.size() >= 2) return point();
    if (points_) return multi("Point", *points_);
    if (paths_) return lines();
    if (rings_) return areas();
    return "null";
  }

 private:
  void member() {
    const std::string key(reader_.text());
    reader_.next();
    if (key == "x" || key == "y" || key == "z") {
      coordinate(key);
    } else if (key == "hasZ" || key == "hasM") {
      (key == "hasZ" ? dimensions_.z : dimensions_.m) = reader_.token() == JsonToken::true_;
      reader_.skip();
    } else if (key == "points" && reader_.token() == JsonToken::begin_array) {
      points_ = positions();
    } else if (key == "paths" && reader_.token() == JsonToken::begin_array) {
      paths_ = parts();
    } else if (key == "rings" && reader_.token() == JsonToken::begin_array) {
      rings_ = parts();
    } else {
      curves_ = curves_ || key == "curvePaths" || key == "curveRings";
      reader_.skip();
    }
  }

  /// "NaN" and null are an empty point's.
  void coordinate(const std::string& key) {
    if (reader_.token() != JsonToken::number) {
      empty_ = empty_ || key != "z";
      return reader_.skip();
    }
    const std::size_t at = key == "x" ? 0 : key == "y" ? 1 : 2;
    if (point_.tokens.size() <= at) point_.tokens.resize(at + 1, "null");
    point_.tokens[at] = reader_.raw();
  }

  Positions positions() {
    Positions out;
    while (reader_.next() != JsonToken::end_array) {
      if (reader_.token() != JsonToken::begin_array) {
        curves_ = true;  // {"c": ...}
        reader_.skip();
        continue;
      }
      Position& position = out.emplace_back();
      while (reader_.next() != JsonToken::end_array) {
        const std::size_t at = position.tokens.size();
        position.tokens.emplace_back(reader_.raw());
        if (at == 0) static_cast<void>(parse_json_number(reader_.raw(), position.x));
        if (at == 1) static_cast<void>(parse_json_number(reader_.raw(), position.y));
        reader_.skip();
      }
    }
    return out;
  }

  std::vector<Positions> parts() {
    std::vector<Positions> out;
    while (reader_.next() != JsonToken::end_array) {
      if (reader_.token() != JsonToken::begin_array) {
        reader_.skip();
        continue;
      }
      Positions part = positions();
      if (!part.empty()) out.push_back(std::move(part));
    }
    return out;
  }

  [[nodiscard]] std::string point() const {
    if (empty_ || point_.tokens[0] == "null" || point_.tokens[1] == "null") return "null";
    return R"({"type":"Point","coordinates":)" + position_text(point_, {}) + "}";
  }

  [[nodiscard]] std::string multi(std::string_view kind, const Positions& positions) const {
    if (positions.empty()) return "null";
    return R"({"type":"Multi)" + std::string(kind) + R"(","coordinates":)" +
           positions_text(positions, dimensions_) + "}";
  }

  [[nodiscard]] std::string lines() const {
    if (paths_->empty()) return "null";
    if (paths_->size() == 1)
      return R"({"type":"LineString","coordinates":)" + positions_text(paths_->front(), dimensions_) + "}";
    std::string out = R"({"type":"MultiLineString","coordinates":[)";
    for (std::size_t i = 0; i < paths_->size(); ++i)
      out += (i == 0 ? "" : ",") + positions_text((*paths_)[i], dimensions_);
    return out + "]}";
  }

  [[nodiscard]] std::string areas() {
    if (rings_->empty()) return "null";
    // Outer rings run clockwise here and counterclockwise in GeoJSON.
    std::vector<std::vector<const Positions*>> polygons;
    std::vector<const Positions*> holes;
    for (Positions& ring : *rings_) {
      const bool outer = turning(ring) <= 0;
      std::reverse(ring.begin(), ring.end());
      if (outer) {
        polygons.push_back({&ring});
      } else {
        holes.push_back(&ring);
      }
    }
    for (const Positions* hole : holes) {
      std::vector<const Positions*>* around = nullptr;
      for (auto& polygon : polygons)
        if (holds(*polygon.front(), hole->front()) &&
            (around == nullptr || turning(*polygon.front()) < turning(*around->front())))
          around = &polygon;
      // A hole in nothing is an area that runs the wrong way; GeoJSON's reader turns it and tells.
      around == nullptr ? polygons.push_back({hole}) : around->push_back(hole);
    }
    const bool one = polygons.size() == 1;
    std::string out =
        one ? R"({"type":"Polygon","coordinates":)" : R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t i = 0; i < polygons.size(); ++i) {
      out += i == 0 ? "[" : ",[";
      for (std::size_t k = 0; k < polygons[i].size(); ++k)
        out += (k == 0 ? "" : ",") + positions_text(*polygons[i][k], dimensions_);
      out += "]";
    }
    return out + (one ? "}" : "]}");
  }

  JsonReader reader_;
  EsriDimensions dimensions_;
  Position point_;
  bool empty_ = false;
  bool curves_ = false;
  std::optional<Positions> points_;
  std::optional<std::vector<Positions>> paths_;
  std::optional<std::vector<Positions>> rings_;
};

}  // namespace

std::string geojson_of_esri_geometry(char* text, std::size_t size, std::string_view file,
                                     EsriDimensions dimensions) {
  return EsriGeometry(text, size, file, dimensions).run();
}

}  // namespace anzenmap
