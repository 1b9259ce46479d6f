// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the program and its GDAL module (libanzenmap_gdal.so) say to each other. Both come from one build, so
// they speak C++; no type of GDAL is named here, and the program links no GDAL.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap::gdal {

/// One more with each change of this file: a module of another build is refused.
inline constexpr int kInterface = 1;
inline constexpr const char* kModule = "anzenmap_gdal";
inline constexpr const char* kEntry = "anzenmap_gdal_module";

enum class FieldKind : std::uint8_t {
  text,
  integer,
  real,
  real32,
  boolean,
  date,
  time,
  moment,
  list,    ///< its values come as JSON text
  binary,  ///< its values are not read
};

struct FieldInfo {
  std::string name;   ///< bytes as in the file when the layer's texts are raw, else UTF-8
  std::string alias;  ///< the name that people see, where the format has one
  FieldKind kind = FieldKind::text;
  int width = 0;  ///< bytes that a text may have; 0 = no limit
};

struct LayerInfo {
  std::string name;
  std::vector<FieldInfo> fields;
  bool has_geometry = false;
  bool only_points = false;
  bool raw_text = false;  ///< texts are bytes of an encoding that GDAL does not know
  bool north_first =
      false;        ///< the file has the northing or latitude first; records come as x = east all the same
  std::string crs;  ///< "EPSG:6671", else WKT; empty = not said
  std::string crs_name;     ///< as the file calls it
  std::int64_t count = -1;  ///< records as the file says; -1 = not known
};

/// What GDAL said while it worked.
struct Message {
  bool failure = false;
  std::string text;
};

struct Value {
  enum class Kind : std::uint8_t { null, text, integer, real, real32, boolean, date, time, moment };
  Kind kind = Kind::null;
  bool has_zone = false;          ///< moment: `zone_minutes` is known
  std::int16_t zone_minutes = 0;  ///< east of UTC
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::int32_t milliseconds = 0;  ///< of the minute
  std::int64_t integer = 0;       ///< boolean as 0 or 1
  double real = 0;
  std::string_view text;  ///< valid until the next record
};

struct Record {
  std::span<const Value> values;  ///< parallel to LayerInfo::fields
  std::string_view wkb;           ///< ISO WKB, little endian, 2D or Z; empty = none
  bool curved = false;            ///< arcs became lines
  bool measured = false;          ///< measures were left out
  bool unknown_kind = false;      ///< a geometry of a kind that has no place here
  std::span<const Message> messages;
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void record(const Record& record) = 0;
};

enum class ReadState : std::uint8_t { more, end, failed };

class LayerReader {
 public:
  virtual ~LayerReader() = default;
  /// Hands up to `most` records to `sink`. `failed`: GDAL cannot go on; `messages` says why.
  virtual ReadState read(std::size_t most, RecordSink& sink, std::vector<Message>& messages) = 0;
};

class Dataset {
 public:
  virtual ~Dataset() = default;
  [[nodiscard]] virtual const std::vector<LayerInfo>& layers() const = 0;
  /// One layer at a time; from its first record on.
  [[nodiscard]] virtual std::unique_ptr<LayerReader> read_layer(std::size_t layer) = 0;
};

class Module {
 public:
  virtual ~Module() = default;
  /// `path` is absolute; `driver` alone may open it; `options` are NAME=VALUE. Null when it could not.
  [[nodiscard]] virtual std::unique_ptr<Dataset> open(const std::string& path, const std::string& driver,
                                                      std::span<const std::string> options,
                                                      std::vector<Message>& messages) = 0;
};

}  // namespace anzenmap::gdal

extern "C" {
/// Null for another interface. The module lives as long as the process.
using AnzenmapGdalEntry = anzenmap::gdal::Module* (*)(int interface);
}
