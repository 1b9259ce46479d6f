// SPDX-License-Identifier: Apache-2.0
#include "gis/place/wkb.hpp"

#include <string>
#include <vector>

#include "gis/base/number.hpp"

namespace anzenmap {
namespace {

constexpr std::uint32_t kHeight = 1000;  // ISO WKB: type + 1000 has z

void append_fixed7(Bytes& out, double value) {
  const std::size_t size = out.size();
  out.reserve(size + kFixed7Bytes);
  const char* end = write_fixed7(out.data() + size, value);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

/// |value| for which write_fixed7 writes a number.
bool writable(double value) { return std::abs(value) <= 1e9; }

void append_position(Bytes& out, double x, double y, double z) {
  out.push_back('[');
  append_fixed7(out, x);
  out.push_back(',');
  append_fixed7(out, y);
  if (std::isfinite(z)) {
    out.push_back(',');
    out.append(shortest(z));
  }
  out.push_back(']');
}

/// Writes brackets by depth: what the level holds decides where commas stand.
struct GeoJsonWriter : WkbVisitor {
  explicit GeoJsonWriter(Bytes& bytes) : out(bytes) {}

  void begin(WkbKind kind, bool, std::uint32_t) {
    const bool bare = !open.empty() && open.back().kind != WkbKind::geometry_collection;
    comma();
    open.push_back({kind, bare, true});
    if (!bare) {
      out.append(R"({"type":")");
      out.append(name_of(kind));
      out.append(kind == WkbKind::geometry_collection ? R"(","geometries":)" : R"(","coordinates":)");
    }
    if (kind != WkbKind::point) out.push_back('[');
  }
  void begin_ring(std::uint32_t) {
    comma();
    out.push_back('[');
    first_in_ring = true;
  }
  void end_ring() { out.push_back(']'); }
  void position(double x, double y, double z) {
    Level& level = open.back();
    if (level.kind == WkbKind::point) {
      if (std::isnan(x) && std::isnan(y)) {  // an empty point
        out.append("[]");
        return;
      }
    } else {
      bool& first = level.kind == WkbKind::polygon ? first_in_ring : level.first;
      if (!first) out.push_back(',');
      first = false;
    }
    good = good && writable(x) && writable(y) && !std::isinf(z);
    append_position(out, x, y, z);
  }
  void end(WkbKind kind) {
    if (kind != WkbKind::point) out.push_back(']');
    if (!open.back().bare) out.push_back('}');
    open.pop_back();
  }

  struct Level {
    WkbKind kind;
    bool bare;  ///< part of a multi-geometry: no object of its own
    bool first;
  };

  void comma() {
    if (open.empty()) return;
    if (!open.back().first) out.push_back(',');
    open.back().first = false;
  }

  Bytes& out;
  std::vector<Level> open;
  bool first_in_ring = true;
  bool good = true;
};

}  // namespace

std::string_view name_of(WkbKind kind) {
  switch (kind) {
    case WkbKind::point:
      return "Point";
    case WkbKind::line_string:
      return "LineString";
    case WkbKind::polygon:
      return "Polygon";
    case WkbKind::multi_point:
      return "MultiPoint";
    case WkbKind::multi_line_string:
      return "MultiLineString";
    case WkbKind::multi_polygon:
      return "MultiPolygon";
    case WkbKind::geometry_collection:
      return "GeometryCollection";
  }
  return "";
}

std::size_t WkbWriter::begin(WkbKind kind, bool z, std::uint32_t count) {
  const std::size_t mark = out_->size();
  out_->push_back('\1');
  put(static_cast<std::uint32_t>(kind) + (z ? kHeight : 0));
  if (kind != WkbKind::point) put(count);
  return mark;
}

void WkbWriter::set_header(std::size_t mark, WkbKind kind, bool z, std::uint32_t count) {
  const std::uint32_t type = static_cast<std::uint32_t>(kind) + (z ? kHeight : 0);
  std::memcpy(out_->data() + mark + 1, &type, sizeof type);
  if (kind != WkbKind::point) std::memcpy(out_->data() + mark + 5, &count, sizeof count);
}

bool wkb_detail::read_header(Cursor& cursor, WkbKind& kind, bool& z, std::uint32_t& count) {
  char order = 0;
  std::uint32_t type = 0;
  if (!cursor.get(order) || order != 1 || !cursor.get(type)) return false;
  z = type > kHeight;
  if (z) type -= kHeight;
  if (type < 1 || type > 7) return false;
  kind = static_cast<WkbKind>(type);
  count = 1;
  return kind == WkbKind::point || cursor.get(count);
}

std::optional<WkbKind> wkb_kind(std::string_view wkb) {
  wkb_detail::Cursor cursor{wkb.data(), wkb.data() + wkb.size()};
  WkbKind kind{};
  bool z = false;
  std::uint32_t count = 0;
  if (!wkb_detail::read_header(cursor, kind, z, count)) return std::nullopt;
  return kind;
}

std::optional<std::array<double, 4>> wkb_bounds(std::string_view wkb) {
  struct Bounds : WkbVisitor {
    std::array<double, 4> box{0, 0, 0, 0};
    bool any = false;
    void position(double x, double y, double) {
      if (std::isnan(x) || std::isnan(y)) return;
      if (!any) box = {x, y, x, y};
      any = true;
      box = {x < box[0] ? x : box[0], y < box[1] ? y : box[1], x > box[2] ? x : box[2],
             y > box[3] ? y : box[3]};
    }
  };
  Bounds bounds;
  if (!visit_wkb(wkb, bounds) || !bounds.any) return std::nullopt;
  return bounds.box;
}

std::size_t turn_wkb_rings(char* wkb, std::size_t size) {
  struct Turner : WkbVisitor {
    struct Position {
      double x, y, z;
    };
    wkb_detail::Cursor* cursor = nullptr;
    char* bytes = nullptr;
    const char* first = nullptr;
    std::vector<Position> ring;
    bool in_ring = false;
    bool exterior = true;
    bool z = false;
    std::size_t turned = 0;

    void begin(WkbKind, bool has_z, std::uint32_t) {
      z = has_z;
      exterior = true;
    }
    void begin_ring(std::uint32_t) {
      ring.clear();
      in_ring = true;
    }
    void position(double x, double y, double height) {
      if (in_ring) ring.push_back({x, y, height});
    }
    void end_ring() {
      in_ring = false;
      const double area = twice_area();
      if (area != 0 && (area > 0) != exterior) turn();
      exterior = false;
    }
    // Shoelace formula about the first position, so that large metres do not cancel out.
    [[nodiscard]] double twice_area() const {
      const auto written = [](double value) { return std::round(value * 1e7); };
      double area = 0;
      for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        area += (written(ring[i].x) - written(ring[0].x)) * (written(ring[i + 1].y) - written(ring[0].y)) -
                (written(ring[i + 1].x) - written(ring[0].x)) * (written(ring[i].y) - written(ring[0].y));
      return area;
    }
    // The ring's positions end where the reader's cursor stands.
    void turn() {
      const std::size_t width = z ? 24 : 16;
      char* at = bytes + (cursor->at - first) - width * ring.size();
      for (auto p = ring.rbegin(); p != ring.rend(); ++p, at += width) {
        const double numbers[3] = {p->x, p->y, p->z};
        std::memcpy(at, numbers, width);
      }
      ++turned;
    }
  };
  wkb_detail::Cursor cursor{wkb, wkb + size};
  Turner turner;
  turner.cursor = &cursor;
  turner.bytes = wkb;
  turner.first = wkb;
  static_cast<void>(wkb_detail::visit_geometry(cursor, turner, 0));
  return turner.turned;
}

bool write_geojson_geometry(std::string_view wkb, Bytes& out) {
  const std::size_t before = out.size();
  GeoJsonWriter writer(out);
  if (visit_wkb(wkb, writer) && writer.good) return true;
  out.resize(before);
  return false;
}

bool write_geojson_point(double x, double y, double z, Bytes& out) {
  if (!writable(x) || !writable(y) || std::isinf(z)) return false;
  out.append(R"({"type":"Point","coordinates":)");
  append_position(out, x, y, z);
  out.push_back('}');
  return true;
}

}  // namespace anzenmap
