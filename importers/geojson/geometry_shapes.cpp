// SPDX-License-Identifier: Apache-2.0
// What lines and rings must be like, and how they become WKB; geometry_reader.cpp reads the JSON.
#include <cmath>
#include <span>

#include "gis/base/number.hpp"
#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/geometry_reader.hpp"
#include "importers/geojson/position_text.hpp"

namespace anzenmap {

bool GeometryReader::same(const Position& a, const Position& b) {
  return a.x == b.x && a.y == b.y && (a.z == b.z || (std::isnan(a.z) && std::isnan(b.z)));
}

bool GeometryReader::check_lines(WkbKind kind) {
  depth_ = kind == WkbKind::line_string ? 0 : 1;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    index_[0] = i;
    if (parts_[i].count < 2) {
      faults_.tell(line_too_short, parts_[i].line, path()).arguments = {
          {"count", std::to_string(parts_[i].count), {}}};
      return false;
    }
    check_doubled(parts_[i]);
  }
  return true;
}

bool GeometryReader::check_rings(WkbKind kind) {
  if (kind == WkbKind::polygon) {
    depth_ = 1;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      index_[0] = i;
      if (!check_ring(parts_[i], i == 0)) return false;
    }
    return true;
  }
  std::size_t part = 0;
  for (std::size_t polygon = 0; polygon < polygons_.size(); ++polygon) {
    index_[0] = polygon;
    depth_ = 1;
    Part none;
    if (polygons_[polygon] == 0) return check_ring(none, true);
    depth_ = 2;
    for (std::size_t ring = 0; ring < polygons_[polygon]; ++ring) {
      index_[1] = ring;
      if (!check_ring(parts_[part++], ring == 0)) return false;
    }
  }
  return true;
}

bool GeometryReader::check_ring(Part& part, bool exterior) {
  const std::span<const Position> ring = std::span(positions_).subspan(part.first, part.count);
  const bool open = !ring.empty() && !same(ring.front(), ring.back());
  if (ring.size() + (open ? 1 : 0) < 4) {
    faults_.tell(ring_too_short, part.line, path()).arguments = {{"count", std::to_string(ring.size()), {}}};
    return false;
  }
  if (open) close(part, ring.front(), ring.back());
  check_doubled(part);
  // Shoelace formula about the first position, so that large metres do not cancel out.
  double twice_area = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i)
    twice_area += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                  (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  if (twice_area == 0 || (twice_area > 0) == exterior) return true;
  part.reverse = true;
  if (Diagnostic* told = once(Told::winding, ring_winding, path())) {
    told->line = part.line;
    told->fix = Fix{exterior ? "clockwise" : "counterclockwise", exterior ? "counterclockwise" : "clockwise",
                    FixSafety::safe};
    place(*told, ring[0]);
  }
  return true;
}

void GeometryReader::close(Part& part, const Position& first, const Position& last) {
  part.close = true;
  const std::string begin = position_text(first.x, first.y, first.z);
  const std::string end = position_text(last.x, last.y, last.z);
  Diagnostic& told = faults_.tell(ring_not_closed, part.line, path());
  told.arguments = {{"first", begin, {}}, {"last", end, {}}};
  told.fix = Fix{end, end + "," + begin, FixSafety::consent};
  place(told, first);
}

void GeometryReader::check_doubled(const Part& part) {
  if (is_told(Told::doubled)) return;
  for (std::size_t i = part.first + 1; i < part.first + part.count; ++i) {
    const Position& a = positions_[i - 1];
    const Position& b = positions_[i];
    if (!same(a, b)) continue;
    index_[static_cast<std::size_t>(depth_)] = i - part.first;
    ++depth_;
    place(*once(Told::doubled, vertex_doubled, path(), position_text(b.x, b.y, b.z)), b);
    --depth_;
    return;
  }
}

void GeometryReader::write(WkbKind kind, Shape& shape) {
  for (const Position& position : positions_) shape.z = shape.z || !std::isnan(position.z);
  if (kind == WkbKind::point && members_.empty()) return;  // keep() takes it from positions_
  WkbWriter writer(batch_.geometry.bytes);
  const bool z = shape.z;
  const auto part_count = static_cast<std::uint32_t>(parts_.size());
  switch (kind) {
    case WkbKind::point:
      writer.begin(kind, z);
      write_position(positions_.empty()
                         ? Position{WkbWriter::kNoHeight, WkbWriter::kNoHeight, WkbWriter::kNoHeight}
                         : positions_.front(),
                     z);
      break;
    case WkbKind::multi_point:
      writer.begin(kind, z, static_cast<std::uint32_t>(positions_.size()));
      for (const Position& position : positions_) {
        writer.begin(WkbKind::point, z);
        write_position(position, z);
      }
      break;
    case WkbKind::line_string:
      writer.begin(kind, z, static_cast<std::uint32_t>(positions_.size()));
      write_part(parts_.front(), z, false);
      break;
    case WkbKind::multi_line_string:
      writer.begin(kind, z, part_count);
      for (const Part& part : parts_) {
        writer.begin(WkbKind::line_string, z, static_cast<std::uint32_t>(part.count));
        write_part(part, z, false);
      }
      break;
    case WkbKind::polygon:
      writer.begin(kind, z, part_count);
      for (const Part& part : parts_) write_part(part, z, true);
      break;
    default: {
      writer.begin(kind, z, static_cast<std::uint32_t>(polygons_.size()));
      std::size_t part = 0;
      for (const std::size_t rings : polygons_) {
        writer.begin(WkbKind::polygon, z, static_cast<std::uint32_t>(rings));
        for (std::size_t ring = 0; ring < rings; ++ring) write_part(parts_[part++], z, true);
      }
    }
  }
}

/// The positions of a line or ring, with their number in front when `count`.
void GeometryReader::write_part(const Part& part, bool z, bool count) {
  if (count)
    WkbWriter(batch_.geometry.bytes).ring(static_cast<std::uint32_t>(part.count + (part.close ? 1 : 0)));
  // A ring that is both open and turned begins with its first position all the same, as a closed one would.
  if (part.close && part.reverse) write_position(positions_[part.first], z);
  for (std::size_t i = 0; i < part.count; ++i)
    write_position(positions_[part.first + (part.reverse ? part.count - 1 - i : i)], z);
  if (part.close && !part.reverse) write_position(positions_[part.first], z);
}

void GeometryReader::write_position(const Position& position, bool z) {
  WkbWriter writer(batch_.geometry.bytes);
  if (z) {
    writer.position(position.x, position.y, position.z);
  } else {
    writer.position(position.x, position.y);
  }
}

}  // namespace anzenmap
