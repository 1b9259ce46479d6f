// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "importers/json/json_reader.hpp"

namespace anzenmap {

/// What the `crs` member of GeoJSON 2008 says (section 3 there; RFC 7946 section 4 took it out).
struct CrsMember {
  enum class Kind : std::uint8_t {
    absent,   ///< not there, or null
    known,    ///< `crs` is set
    unknown,  ///< a link, or a name that means no EPSG code
  };
  Kind kind = Kind::absent;
  std::string crs;      ///< "EPSG:N"; EPSG:4326 for CRS84, which is the same with x = longitude
  std::string written;  ///< as the file has it
  std::int64_t line = 0;
};

/// Reads the value of the member, whose first token next() just gave.
[[nodiscard]] CrsMember read_crs_member(JsonReader& reader);

/// "EPSG:N" of urn:ogc:def:crs:EPSG::N, EPSG:N, http://www.opengis.net/def/crs/EPSG/0/N and of the CRS84
/// names; empty for anything else.
[[nodiscard]] std::string crs_of_name(std::string_view name);

/// Whether positions are degrees of a world or Japanese geodetic system (WGS 84, JGD2000, JGD2011).
[[nodiscard]] bool is_degrees(std::string_view crs);

}  // namespace anzenmap
