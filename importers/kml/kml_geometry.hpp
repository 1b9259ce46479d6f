// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/batch/batch.hpp"
#include "gis/place/wkb.hpp"
#include "importers/kml/coordinates.hpp"

namespace anzenmap::kml {

enum class PartKind : std::uint8_t { point, line, polygon, track };

/// What the heights of a geometry are (altitudeMode).
enum class HeightMode : std::uint8_t { clamped, absolute, relative };

/// A fault of a geometry, to be told with its record.
struct GeometryFault {
  const RuleInfo* rule;
  std::string element;  ///< coordinates, outerBoundaryIs ...
  std::string value;
  std::vector<Argument> arguments;
  std::optional<Fix> fix = {};
};

/// Collects the geometry of one placemark while it is read: points, lines, areas and tracks, alone or in a
/// MultiGeometry, and writes it into a batch.
class KmlGeometry {
 public:
  void clear();

  void begin_part(PartKind kind);
  /// The text of a <coordinates>; in a polygon each makes a ring, the first one the outer.
  void coordinates(std::string_view text, bool inner);
  /// A <gx:coord>, or whatever else gives one position of a track.
  void track_position(std::string_view text);
  void heights(std::string_view altitude_mode);
  void end_part();
  /// A geometry that is none of ours (a 3D model).
  void unknown_part() { ++unknown_; }

  [[nodiscard]] bool empty() const { return parts_.empty() && faults_.empty(); }
  [[nodiscard]] bool has_unknown() const { return unknown_ != 0; }
  /// A line or an area, or several parts: not what two coordinates say.
  [[nodiscard]] bool has_shape() const;
  [[nodiscard]] bool has_track() const;
  [[nodiscard]] bool only_tracks() const;
  void drop_tracks();

  struct Result {
    bool rounded = false;
    bool relative_heights = false;  ///< heights above the ground were left out
  };
  /// Appends one record's geometry: kind none when there is none or a fault forbids it. Rings are turned as
  /// RFC 7946 section 3.1.6 wants them; an unclosed one stands closed.
  Result write(GeometryColumn& out);
  [[nodiscard]] const std::vector<GeometryFault>& faults() const { return faults_; }

 private:
  struct Ring {
    std::size_t first;
    std::size_t count;
  };
  struct Part {
    PartKind kind;
    HeightMode mode;
    std::size_t first_ring;
    std::size_t rings;
  };

  void fault(const RuleInfo& rule, std::string_view element, std::string_view value,
             std::vector<Argument> arguments = {});
  void settle_heights(const Part& part, Result& result);
  bool check(Part& part);
  bool check_ring(Ring& ring, bool exterior);
  [[nodiscard]] WkbKind kind_of(const Part& part) const;
  void write_part(WkbWriter& writer, const Part& part, bool z) const;
  void write_ring(WkbWriter& writer, const Ring& ring, bool z) const;

  std::vector<Position> positions_;
  std::vector<Ring> rings_;
  std::vector<Part> parts_;
  std::vector<GeometryFault> faults_;
  std::vector<Position> scratch_;
  int unknown_ = 0;
  bool broken_ = false;  ///< a fault that forbids the whole geometry
  bool rounded_ = false;
  bool winding_told_ = false;
};

}  // namespace anzenmap::kml
