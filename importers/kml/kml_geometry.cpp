// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "importers/geojson/geometry_faults.hpp"
#include "importers/geojson/position_text.hpp"
#include "importers/kml/kml_rules.hpp"

namespace anzenmap::kml {
namespace {

constexpr std::size_t kLongestValue = 80;
constexpr double kNoHeight = WkbWriter::kNoHeight;

std::string shortened(std::string_view text) {
  if (text.size() <= kLongestValue) return std::string(text);
  std::size_t size = kLongestValue;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size)) + "…";
}

bool same(const Position& a, const Position& b) { return a.x == b.x && a.y == b.y; }

}  // namespace

void KmlGeometry::clear() {
  positions_.clear();
  rings_.clear();
  parts_.clear();
  faults_.clear();
  unknown_ = 0;
  broken_ = false;
  rounded_ = false;
  winding_told_ = false;
}

void KmlGeometry::fault(const RuleInfo& rule, std::string_view element, std::string_view value,
                        std::vector<Argument> arguments) {
  faults_.push_back({&rule, std::string(element), shortened(value), std::move(arguments)});
}

void KmlGeometry::begin_part(PartKind kind) {
  parts_.push_back({kind, HeightMode::clamped, rings_.size(), 0});
}

void KmlGeometry::heights(std::string_view altitude_mode) {
  if (parts_.empty()) return;
  parts_.back().mode = altitude_mode == "absolute"             ? HeightMode::absolute
                       : altitude_mode.starts_with("relative") ? HeightMode::relative
                                                               : HeightMode::clamped;
}

void KmlGeometry::coordinates(std::string_view text, bool inner) {
  if (parts_.empty()) return;
  const std::size_t first = positions_.size();
  const CoordinatesResult read = read_coordinates(text, positions_);
  rounded_ = rounded_ || read.rounded;
  switch (read.state) {
    case CoordinatesResult::State::good:
      break;
    case CoordinatesResult::State::run_together:
      fault(coordinates_run_together, "coordinates", read.value);
      break;
    case CoordinatesResult::State::not_number:
      fault(coordinate_not_number, "coordinates", read.value);
      broken_ = true;
      return;
    case CoordinatesResult::State::too_short:
      fault(position_too_short, "coordinates", read.value);
      broken_ = true;
      return;
    case CoordinatesResult::State::too_long:
      fault(coordinates_unclear, "coordinates", read.value);
      broken_ = true;
      return;
  }
  rings_.push_back({first, positions_.size() - first});
  Part& part = parts_.back();
  ++part.rings;
  // The hole that comes before its area.
  if (part.kind == PartKind::polygon && !inner && part.rings > 1)
    std::swap(rings_[part.first_ring], rings_.back());
}

void KmlGeometry::track_position(std::string_view text) {
  if (parts_.empty()) return;
  Part& part = parts_.back();
  Position position{};
  if (part.rings == 0) {
    rings_.push_back({positions_.size(), 0});
    part.rings = 1;
  }
  if (!read_blank_separated(text, position)) return;  // a moment without a place
  positions_.push_back(position);
  ++rings_.back().count;
}

void KmlGeometry::end_part() {
  if (parts_.empty()) return;
  Part& part = parts_.back();
  std::size_t positions = 0;
  for (std::size_t i = 0; i < part.rings; ++i) positions += rings_[part.first_ring + i].count;
  if (positions != 0) return;
  rings_.resize(part.first_ring);
  parts_.pop_back();
  if (!broken_) {
    fault(coordinates_missing, "coordinates", {});
    broken_ = true;
  }
}

bool KmlGeometry::has_shape() const {
  return parts_.size() > 1 || (parts_.size() == 1 && parts_.front().kind != PartKind::point);
}

bool KmlGeometry::has_track() const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [](const Part& part) { return part.kind == PartKind::track; });
}

bool KmlGeometry::only_tracks() const {
  return !parts_.empty() && std::all_of(parts_.begin(), parts_.end(),
                                        [](const Part& part) { return part.kind == PartKind::track; });
}

void KmlGeometry::drop_tracks() {
  std::erase_if(parts_, [](const Part& part) { return part.kind == PartKind::track; });
}

/// My Maps and Google Earth write a height of 0 for whatever lies on the ground: that is no height. What is
/// measured from the ground is no altitude either.
void KmlGeometry::settle_heights(const Part& part, Result& result) {
  for (std::size_t r = 0; r < part.rings; ++r) {
    const Ring& ring = rings_[part.first_ring + r];
    const std::span<Position> all = std::span(positions_).subspan(ring.first, ring.count);
    const bool flat = std::all_of(all.begin(), all.end(),
                                  [](const Position& one) { return std::isnan(one.z) || one.z == 0; });
    const bool relative = part.mode == HeightMode::relative;
    if (relative && !flat) result.relative_heights = true;
    if (relative || (part.mode == HeightMode::clamped && flat))
      for (Position& one : all) one.z = kNoHeight;
  }
}

bool KmlGeometry::check_ring(Ring& ring, bool exterior) {
  const std::string_view element = exterior ? "outerBoundaryIs" : "innerBoundaryIs";
  scratch_.assign(positions_.begin() + static_cast<std::ptrdiff_t>(ring.first),
                  positions_.begin() + static_cast<std::ptrdiff_t>(ring.first + ring.count));
  const bool open = !scratch_.empty() && !same(scratch_.front(), scratch_.back());
  if (scratch_.size() + (open ? 1 : 0) < 4) {
    fault(ring_too_short, element, {}, {{"count", std::to_string(scratch_.size()), {}}});
    return false;
  }
  double twice_area = 0;
  for (std::size_t i = 1; i + 1 < scratch_.size(); ++i)
    twice_area += (scratch_[i].x - scratch_[0].x) * (scratch_[i + 1].y - scratch_[0].y) -
                  (scratch_[i + 1].x - scratch_[0].x) * (scratch_[i].y - scratch_[0].y);
  if (!open && (twice_area == 0 || (twice_area > 0) == exterior)) return true;
  if (open) {
    const std::string begin = position_text(scratch_.front().x, scratch_.front().y, kNoHeight);
    const std::string end = position_text(scratch_.back().x, scratch_.back().y, kNoHeight);
    fault(ring_not_closed, element, {}, {{"first", begin, {}}, {"last", end, {}}});
    faults_.back().fix = Fix{end, end + "," + begin, FixSafety::consent};
    scratch_.push_back(scratch_.front());
  }
  if (twice_area != 0 && (twice_area > 0) != exterior) {
    std::reverse(scratch_.begin(), scratch_.end());
    if (!winding_told_) {
      fault(ring_winding, element, {});
      faults_.back().fix = Fix{exterior ? "clockwise" : "counterclockwise",
                               exterior ? "counterclockwise" : "clockwise", FixSafety::safe};
    }
    winding_told_ = true;
  }
  ring = {positions_.size(), scratch_.size()};
  positions_.insert(positions_.end(), scratch_.begin(), scratch_.end());
  return true;
}

bool KmlGeometry::check(Part& part) {
  if (part.kind == PartKind::polygon) {
    for (std::size_t r = 0; r < part.rings; ++r)
      if (!check_ring(rings_[part.first_ring + r], r == 0)) return false;
    return true;
  }
  const Ring& ring = rings_[part.first_ring];
  if (part.kind == PartKind::point) {
    if (ring.count == 1) return true;
    fault(coordinates_unclear, "coordinates",
          position_text(positions_[ring.first + 1].x, positions_[ring.first + 1].y, kNoHeight));
    return false;
  }
  if (ring.count >= 2) return true;
  fault(line_too_short, "coordinates", {}, {{"count", std::to_string(ring.count), {}}});
  return false;
}

WkbKind KmlGeometry::kind_of(const Part& part) const {
  if (part.kind == PartKind::polygon) return WkbKind::polygon;
  return part.kind == PartKind::point ? WkbKind::point : WkbKind::line_string;
}

void KmlGeometry::write_ring(WkbWriter& writer, const Ring& ring, bool z) const {
  for (std::size_t i = ring.first; i < ring.first + ring.count; ++i) {
    const Position& one = positions_[i];
    if (z) {
      writer.position(one.x, one.y, one.z);
    } else {
      writer.position(one.x, one.y);
    }
  }
}

void KmlGeometry::write_part(WkbWriter& writer, const Part& part, bool z) const {
  const Ring& first = rings_[part.first_ring];
  switch (part.kind) {
    case PartKind::point:
      writer.begin(WkbKind::point, z);
      write_ring(writer, {first.first, 1}, z);
      break;
    case PartKind::line:
    case PartKind::track:
      writer.begin(WkbKind::line_string, z, static_cast<std::uint32_t>(first.count));
      write_ring(writer, first, z);
      break;
    case PartKind::polygon:
      writer.begin(WkbKind::polygon, z, static_cast<std::uint32_t>(part.rings));
      for (std::size_t r = 0; r < part.rings; ++r) {
        const Ring& ring = rings_[part.first_ring + r];
        writer.ring(static_cast<std::uint32_t>(ring.count));
        write_ring(writer, ring, z);
      }
  }
}

KmlGeometry::Result KmlGeometry::write(GeometryColumn& out) {
  Result result;
  result.rounded = rounded_;
  const std::size_t record = out.kind.size();
  out.kind.push_back(GeometryKind::none);
  out.x.push_back(0);
  out.y.push_back(0);
  out.wkb.emplace_back();
  if (!out.z.empty()) out.z.push_back(kNoHeight);
  if (broken_ || parts_.empty()) return result;
  for (Part& part : parts_) {
    settle_heights(part, result);
    if (!check(part)) return result;
  }
  if (parts_.size() == 1 && parts_.front().kind == PartKind::point) {
    const Position& only = positions_[rings_[parts_.front().first_ring].first];
    out.kind[record] = GeometryKind::point;
    out.x[record] = only.x;
    out.y[record] = only.y;
    if (!std::isnan(only.z)) {
      if (out.z.empty()) out.z.assign(record + 1, kNoHeight);
      out.z[record] = only.z;
    }
    return result;
  }
  bool z = false;
  bool uniform = true;
  for (const Part& part : parts_) {
    uniform = uniform && kind_of(part) == kind_of(parts_.front());
    for (std::size_t r = 0; r < part.rings; ++r) {
      const Ring& ring = rings_[part.first_ring + r];
      for (std::size_t i = ring.first; i < ring.first + ring.count; ++i)
        z = z || !std::isnan(positions_[i].z);
    }
  }
  const std::size_t start = out.bytes.size();
  WkbWriter writer(out.bytes);
  if (parts_.size() > 1) {
    const auto multi = static_cast<WkbKind>(static_cast<std::uint32_t>(kind_of(parts_.front())) + 3);
    writer.begin(uniform ? multi : WkbKind::geometry_collection, z,
                 static_cast<std::uint32_t>(parts_.size()));
  }
  for (const Part& part : parts_) write_part(writer, part, z);
  out.kind[record] = GeometryKind::wkb;
  out.wkb[record] = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(out.bytes.size() - start)};
  return result;
}

}  // namespace anzenmap::kml
