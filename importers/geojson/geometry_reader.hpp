// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/batch/batch.hpp"
#include "gis/place/wkb.hpp"
#include "importers/geojson/record_faults.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {

/// Reads geometry objects (RFC 7946 section 3.1) from memory into a batch: a Point into x, y (z), all others
/// as WKB. What breaks a MUST is told as an error and leaves GeometryKind::none, but an unclosed ring: it is
/// told as ring_not_closed and stands closed in the batch. What breaks a SHOULD is told once a record; rings
/// of the wrong winding are turned.
class GeometryReader {
 public:
  struct Options {
    bool is_root = false;  ///< the geometry is the whole file
    bool degrees = true;   ///< positions are degrees, or may be: no other system is declared
    bool declared_degrees = false;
  };

  GeometryReader(JsonReader& reader, Batch& batch, RecordFaults& faults, const Options& options)
      : reader_(reader), batch_(batch), faults_(faults), options_(options) {}

  /// Reads the value whose first token next() just gave, null too, into the record that `faults` is at.
  void read();

 private:
  struct Position {
    double x, y, z;
  };
  /// Positions of a line or ring.
  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
    std::int64_t line = 0;
    bool close = false;    ///< the first position is written again at the end
    bool reverse = false;  ///< written from the last to the first
  };
  struct Shape {
    WkbKind kind;
    bool z;
    bool empty;
  };
  enum class Told : std::uint8_t {
    winding,
    nested,
    single,
    uniform,
    extra,
    decimals,
    doubled,
    empty,
    misplaced,
    dropped,
    bbox,
    count
  };
  struct Members;

  std::optional<Shape> object(int nesting);
  void member(Members& members, int nesting);
  bool content(Members& members, int nesting);
  bool coordinates(WkbKind kind, Shape& shape);
  bool collection(int nesting, Shape& shape);
  bool level(int remaining);
  bool position();
  bool number(std::size_t index, double& value);
  bool check_lines(WkbKind kind);
  bool check_rings(WkbKind kind);
  bool check_ring(Part& part, bool exterior);
  void close(Part& part, const Position& first, const Position& last);
  [[nodiscard]] static bool same(const Position& a, const Position& b);
  void check_doubled(const Part& part);
  void write(WkbKind kind, Shape& shape);
  void write_part(const Part& part, bool z, bool count);
  void write_position(const Position& position, bool z);
  void keep(const Shape& shape, std::size_t start);

  [[nodiscard]] std::string path(std::string_view member = "coordinates") const;
  bool fault(const RuleInfo& rule, std::string path, std::string_view value = {});
  [[nodiscard]] bool is_told(Told what) const { return told_[static_cast<std::size_t>(what)]; }
  Diagnostic* once(Told what, const RuleInfo& rule, std::string path, std::string_view value = {});
  void place(Diagnostic& told, const Position& position) const;

  JsonReader& reader_;
  Batch& batch_;
  RecordFaults& faults_;
  Options options_;

  std::vector<std::size_t> members_;    ///< where inside collections: geometries[2].geometries[0]
  std::array<std::size_t, 4> index_{};  ///< where inside coordinates
  int depth_ = 0;                       ///< how many of index_ count
  WkbKind kind_ = WkbKind::point;
  std::vector<Position> positions_;
  std::vector<Part> parts_;
  std::vector<std::size_t> polygons_;  ///< rings of each polygon of a MultiPolygon
  std::array<bool, static_cast<std::size_t>(Told::count)> told_{};
  std::int64_t line_ = 0;  ///< where the geometry begins
};

}  // namespace anzenmap
