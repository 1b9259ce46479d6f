// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap {

/// Differences of latitude and longitude at the corners of the third-order meshes (30" by 45") of JIS X 0410,
/// as the Geospatial Information Authority publishes them in .par files (TKY2JGD, PatchJGD), and the bilinear
/// interpolation that goes with them. A cell needs all of its four corners: elsewhere there is no shift,
/// which is told and never taken for zero. Shared by all threads once read.
class MeshShift {
 public:
  /// Degrees.
  struct Shift {
    double lat;
    double lon;
  };
  enum class Subject { tokyo, earthquake, heights, unknown };  ///< what a .par's first line names

  /// std::nullopt when it is not a .par file of latitudes and longitudes.
  static std::optional<MeshShift> read(std::string_view par);
  /// What the header says: TKY2JGD is Tokyo's, a PatchJGD an earthquake's.
  [[nodiscard]] static Subject subject_of(std::string_view par);

  /// At a place in the file's source system; std::nullopt where the mesh has a gap.
  [[nodiscard]] std::optional<Shift> at(double lat, double lon) const;
  /// At a place in the target system: what has to be taken off to come back.
  [[nodiscard]] std::optional<Shift> back_at(double lat, double lon) const;
  [[nodiscard]] std::size_t nodes() const { return nodes_; }

 private:
  struct Node {
    float lat_seconds;
    float lon_seconds;
  };
  [[nodiscard]] const Node* node(std::size_t row, std::size_t column) const;
  void put(std::size_t row, std::size_t column, Node node);

  std::vector<std::size_t> block_of_;  ///< of each first-order mesh its place in `blocks_`
  std::vector<Node> blocks_;           ///< 80 x 80 corners a first-order mesh; NaN = gap
  std::size_t nodes_ = 0;
};

}  // namespace anzenmap
