// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "gis/base/bytes.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// Appends well-known text (OGC 06-103r4 section 7) of a WKB geometry, "POLYGON Z ((131.8 34.04 12,...))": x
/// and y with at most 7 decimals, heights in their shortest form, a missing height inside a Z geometry as
/// NaN. False, and `out` as before, when `wkb` is malformed or x or y is not finite.
[[nodiscard]] bool write_wkt(std::string_view wkb, Bytes& out);

/// The same for a single point; z = NaN without height.
[[nodiscard]] bool write_wkt_point(double x, double y, double z, Bytes& out);

/// Where and why a text is not well-known text.
struct WktFault {
  bool found = false;
  std::size_t offset = 0;  ///< byte of the text
  Text reason{"", ""};
};

/// Appends the WKB of one well-known text: the seven kinds of GeoJSON in any case, 2D or Z (with or without
/// the word Z), EMPTY, MULTIPOINT with and without inner brackets, blanks anywhere between tokens. M, ZM,
/// SRID prefixes, curves and anything after the geometry are faults; so are rings and lines too short or
/// rings not closed. On a fault `out` is as before.
[[nodiscard]] WktFault read_wkt(std::string_view text, Bytes& out);

/// Whether a cell looks like well-known text (starts with one of the seven kinds and a bracket, Z or EMPTY).
[[nodiscard]] bool looks_like_wkt(std::string_view text);

}  // namespace anzenmap
