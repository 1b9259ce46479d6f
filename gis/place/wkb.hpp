// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>

#include "gis/base/bytes.hpp"

namespace anzenmap {

/// ISO WKB (OGC 06-103r4 section 8), little endian, 2D or Z (type + 1000): what Batch::geometry carries for
/// every geometry but the single point. A position without a height inside a Z geometry has z = NaN; an empty
/// point has x = y = NaN.
enum class WkbKind : std::uint32_t {
  point = 1,
  line_string = 2,
  polygon = 3,
  multi_point = 4,
  multi_line_string = 5,
  multi_polygon = 6,
  geometry_collection = 7
};

/// GeoJSON's name of the kind (RFC 7946 section 1.4), "MultiPolygon".
[[nodiscard]] std::string_view name_of(WkbKind kind);

/// Geometries (collections and multi-geometries) may hold each other this deep.
inline constexpr int kWkbDepth = 128;

/// Appends ISO WKB. The caller gives the counts ahead, or patches them in afterwards:
///   point          begin(point, z), position
///   line           begin(line_string, z, positions), position...
///   polygon        begin(polygon, z, rings), (ring(positions), position...)...
///   multi, collection   begin(multi_..., z, parts), a whole geometry for each part
class WkbWriter {
 public:
  static constexpr double kNoHeight = std::numeric_limits<double>::quiet_NaN();

  explicit WkbWriter(Bytes& out) : out_(&out) {}

  /// Returns a mark for set_header(). `count` is not written for a point.
  std::size_t begin(WkbKind kind, bool z, std::uint32_t count = 0);
  void ring(std::uint32_t positions) { put(positions); }
  /// Two numbers, or three when the geometry was begun with z.
  void position(double x, double y) {
    put(x);
    put(y);
  }
  void position(double x, double y, double z) {
    position(x, y);
    put(z);
  }
  /// Changes the height flag and the count of a geometry begun earlier.
  void set_header(std::size_t mark, WkbKind kind, bool z, std::uint32_t count);

 private:
  template <class Number>
  void put(Number number) {
    out_->append({reinterpret_cast<const char*>(&number), sizeof number});
  }

  Bytes* out_;
};

namespace wkb_detail {

struct Cursor {
  const char* at;
  const char* end;

  template <class Number>
  bool get(Number& number) {
    if (static_cast<std::size_t>(end - at) < sizeof number) return false;
    std::memcpy(&number, at, sizeof number);
    at += sizeof number;
    return true;
  }
  [[nodiscard]] bool holds(std::uint64_t count, std::size_t each) const {
    return count <= static_cast<std::uint64_t>(end - at) / each;
  }
};

/// Reads byte order, type and count (a point has count 1). False when it is not the WKB that WkbWriter makes.
bool read_header(Cursor& cursor, WkbKind& kind, bool& z, std::uint32_t& count);

template <class Visitor>
bool visit_positions(Cursor& cursor, bool z, std::uint32_t count, Visitor& visitor) {
  if (!cursor.holds(count, z ? 24 : 16)) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    double p[3] = {0, 0, WkbWriter::kNoHeight};
    const std::size_t size = z ? 24 : 16;
    std::memcpy(p, cursor.at, size);
    cursor.at += size;
    visitor.position(p[0], p[1], p[2]);
  }
  return true;
}

template <class Visitor>
bool visit_geometry(Cursor& cursor, Visitor& visitor, int depth,
                    WkbKind only = WkbKind::geometry_collection) {
  WkbKind kind{};
  bool z = false;
  std::uint32_t count = 0;
  if (depth > kWkbDepth || !read_header(cursor, kind, z, count)) return false;
  if (only != WkbKind::geometry_collection && kind != only) return false;
  visitor.begin(kind, z, count);
  switch (kind) {
    case WkbKind::point:
    case WkbKind::line_string:
      if (!visit_positions(cursor, z, count, visitor)) return false;
      break;
    case WkbKind::polygon:
      if (!cursor.holds(count, 4)) return false;
      for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t positions = 0;
        if (!cursor.get(positions)) return false;
        visitor.begin_ring(positions);
        if (!visit_positions(cursor, z, positions, visitor)) return false;
        visitor.end_ring();
      }
      break;
    default: {
      if (!cursor.holds(count, 9)) return false;
      const auto part = kind == WkbKind::geometry_collection
                            ? WkbKind::geometry_collection
                            : static_cast<WkbKind>(static_cast<std::uint32_t>(kind) - 3);
      for (std::uint32_t i = 0; i < count; ++i)
        if (!visit_geometry(cursor, visitor, depth + 1, part)) return false;
    }
  }
  visitor.end(kind);
  return true;
}

}  // namespace wkb_detail

/// Walks one WKB geometry. `Visitor` has (WkbVisitor shows them, a plain struct with the same members does
/// too)
///   void begin(WkbKind kind, bool z, std::uint32_t count);   count = positions, rings or parts; 1 for a
///   point void begin_ring(std::uint32_t positions);  void end_ring(); void position(double x, double y,
///   double z);             z = NaN without height void end(WkbKind kind);
/// A part of a multi-geometry or collection is a begin ... end of its own. False when the bytes are not one
/// whole geometry as WkbWriter makes them (the visitor may have been called by then).
template <class Visitor>
bool visit_wkb(std::string_view wkb, Visitor&& visitor) {
  wkb_detail::Cursor cursor{wkb.data(), wkb.data() + wkb.size()};
  return wkb_detail::visit_geometry(cursor, visitor, 0) && cursor.at == cursor.end;
}

/// Members that do nothing, to derive from.
struct WkbVisitor {
  void begin(WkbKind, bool, std::uint32_t) {}
  void begin_ring(std::uint32_t) {}
  void end_ring() {}
  void position(double, double, double) {}
  void end(WkbKind) {}
};

/// Calls `change(double& x, double& y)` for each position of a geometry and writes what it leaves back in
/// place (a CRS change). False when the bytes are no WKB; positions up to the fault are changed by then.
template <class Change>
bool change_wkb_positions(char* wkb, std::size_t size, Change&& change) {
  // Positions stand before the reader's cursor when the visitor sees them, so they can be overwritten.
  struct Visitor : WkbVisitor {
    wkb_detail::Cursor* cursor = nullptr;
    char* begin_of_bytes = nullptr;
    const char* first = nullptr;
    Change* change = nullptr;
    bool z = false;
    void begin(WkbKind, bool has_z, std::uint32_t) { z = has_z; }
    void position(double x, double y, double) {
      (*change)(x, y);
      char* at = begin_of_bytes + (cursor->at - first) - (z ? 24 : 16);
      std::memcpy(at, &x, sizeof x);
      std::memcpy(at + sizeof x, &y, sizeof y);
    }
  };
  wkb_detail::Cursor cursor{wkb, wkb + size};
  Visitor visitor;
  visitor.cursor = &cursor;
  visitor.begin_of_bytes = wkb;
  visitor.first = wkb;
  visitor.change = &change;
  return wkb_detail::visit_geometry(cursor, visitor, 0) && cursor.at == cursor.end;
}

/// Turns each ring that runs the wrong way (RFC 7946 section 3.1.6: outer rings counterclockwise, holes
/// clockwise), judged by the 7 decimals that are written; rings without area stay. Returns how many were
/// turned.
std::size_t turn_wkb_rings(char* wkb, std::size_t size);

/// The outermost kind; std::nullopt when the head is no WKB.
[[nodiscard]] std::optional<WkbKind> wkb_kind(std::string_view wkb);

/// West, south, east, north; std::nullopt for empty or malformed geometries.
[[nodiscard]] std::optional<std::array<double, 4>> wkb_bounds(std::string_view wkb);

/// Appends the GeoJSON geometry object (RFC 7946 section 3.1) without blanks: x and y with at most 7
/// decimals, heights in their shortest form. False, and `out` as before, when `wkb` is malformed or has a
/// number that is not finite.
[[nodiscard]] bool write_geojson_geometry(std::string_view wkb, Bytes& out);

/// The same for a single point; z = NaN without height.
[[nodiscard]] bool write_geojson_point(double x, double y, double z, Bytes& out);

}  // namespace anzenmap
