// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/kml/kml_geometry.hpp"
#include "importers/markup/markup_reader.hpp"

namespace anzenmap::gpx {

/// An element of a feature and its text.
struct Element {
  std::string name;
  std::string value;
};

/// A waypoint, a route or a track as the file has it. Its memory is used again for the next one.
struct GpxFeature {
  std::int64_t number = 0;  ///< in the file, from 1
  std::int64_t line = 0;
  bool is_track = false;  ///< a track or a route
  bool has_extensions = false;
  std::vector<Element> elements;
  std::size_t element_count = 0;  ///< how many of `elements` are this one's
  kml::KmlGeometry geometry;
  std::string start_time;                ///< of a track's first point
  std::uint64_t times = 0;               ///< of its points
  std::uint64_t short_segments = 0;      ///< of a single point; no line
  std::string_view latitude, longitude;  ///< of a waypoint, as written

  void clear();
  Element& add(std::string_view name);
};

class GpxSink {
 public:
  virtual ~GpxSink() = default;
  virtual void feature(GpxFeature& feature) = 0;
};

struct GpxReading {
  std::string file;
  bool tracks = false;  ///< their points are wanted
  bool lines = true;    ///< false: records get no lines, which are dear to count
  std::size_t record_limit = std::size_t{64} << 20U;
};

/// Turns the markup of GPX into features. Elements that nobody knows are skipped, with all they hold.
class GpxReader final : public markup::Handler {
 public:
  GpxReader(const GpxReading& reading, GpxSink& sink) : reading_(reading), sink_(&sink) {}
  void attach(const markup::Reader& markup) { markup_ = &markup; }

  void start(std::string_view name, const markup::Attributes& attributes) override;
  void end() override;
  void text(std::string_view piece) override;

 private:
  enum class Place : std::uint8_t { root, waypoint, line, segment, point, value, point_value, link };

  bool enter(Place parent, std::string_view name, const markup::Attributes& attributes);
  bool in_feature(std::string_view name, const markup::Attributes& attributes);
  bool in_point(std::string_view name);
  void begin_feature(Place place, const markup::Attributes& attributes);
  void begin_point(const markup::Attributes& attributes);
  void leave(Place place);
  void end_point();
  void end_segment();
  void count(std::size_t bytes);

  GpxReading reading_;
  GpxSink* sink_;
  const markup::Reader* markup_ = nullptr;
  std::vector<Place> path_;
  int skip_ = 0;
  std::string* capture_ = nullptr;
  GpxFeature feature_;
  std::int64_t number_ = 0;
  bool counting_ = false;
  std::size_t record_bytes_ = 0;

  std::string latitude_, longitude_, height_, time_;
  std::vector<std::string> segment_;  ///< "lon lat height" of each point
  std::size_t segment_points_ = 0;
};

}  // namespace anzenmap::gpx
