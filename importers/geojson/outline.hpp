// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "importers/geojson/crs_member.hpp"
#include "importers/geojson/headers.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap {

/// What a GeoJSON text is as a whole (RFC 7946 section 2).
enum class GeoJsonRoot : std::uint8_t { collection, feature, geometry };

/// Consecutive features of a file: what one batch is made of. Bytes from the first one's first to the last
/// one's last.
struct FeatureChunk {
  std::uint64_t offset = 0;
  std::size_t bytes = 0;
  std::size_t records = 0;
  std::int64_t first_row = 1;   ///< number of its first feature, from 1
  std::int64_t first_line = 1;  ///< physical line where that begins
};

/// A whole GeoJSON file seen once from the first byte to the last: its syntax is right, its columns and its
/// chunks are known. Memory does not grow with the number of features (but for 48 bytes a chunk).
struct GeoJsonOutline {
  GeoJsonRoot root = GeoJsonRoot::collection;
  PropertyHeaders headers;
  std::vector<FeatureChunk> chunks;
  std::string foreign;  ///< foreign members of a collection, `"k":v,"l":w`
  CrsMember crs;
  bool has_shapes = false;  ///< some feature is a line, an area or a collection
  std::vector<Diagnostic> diagnostics;
};

struct OutlineOptions {
  std::size_t chunk_bytes = 256 * 1024;
  std::size_t chunk_records = 1200;
  std::size_t record_limit = 64 * 1024 * 1024;
  std::size_t block = 256 * 1024;  ///< bytes read at a time
};

/// Throws Error: not JSON, not GeoJSON, cut off, too deep, too long.
[[nodiscard]] GeoJsonOutline read_outline(const InputFile& file, const OutlineOptions& options);

/// The seven kinds of geometry (RFC 7946 section 1.4), as wkb names them; "" never fits.
[[nodiscard]] bool is_geometry_type(std::string_view type);

}  // namespace anzenmap
