// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gis/base/bytes.hpp"
#include "gis/base/diagnostic.hpp"

namespace anzenmap {

/// A piece of a batch's text. Length 0 is the null value: an empty cell is null in every format.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// What one pass over a cell's bytes saw. Stages and sinks look at a cell only when its bits ask for it.
namespace cell_flag {
inline constexpr std::uint8_t kQuote = 0x01;      ///< has "
inline constexpr std::uint8_t kBackslash = 0x02;  ///< has a backslash
inline constexpr std::uint8_t kControl = 0x04;    ///< has a byte below 0x20 (line breaks too) or 0x7F
inline constexpr std::uint8_t kComma = 0x08;      ///< has a comma
inline constexpr std::uint8_t kNonAscii = 0x10;   ///< has a byte of 0x80 or above
inline constexpr std::uint8_t kSuspect =
    0x20;  ///< may have a private-use character (lead byte EE, EF < A4, F3, F4) or U+FFFD (EF BF)
inline constexpr std::uint8_t kUndecodable = 0x40;  ///< its bytes did not decode; a diagnostic tells them
inline constexpr std::uint8_t kAsText = 0x80;       ///< cell of a typed column that keeps the person's words
inline constexpr std::uint8_t kJsonEscape = kQuote | kBackslash | kControl;
inline constexpr std::uint8_t kCsvQuote = kQuote | kControl | kComma;
}  // namespace cell_flag

/// The flags of a text (all but kUndecodable and kAsText).
[[nodiscard]] std::uint8_t classify(std::string_view text) noexcept;

/// One column of a batch: a span and a byte of flags a cell, `any` = all flags joined.
struct TextColumn {
  std::vector<Span> cells;
  std::vector<std::uint8_t> flags;
  std::uint8_t any = 0;

  void clear() {
    cells.clear();
    flags.clear();
    any = 0;
  }
  /// `count` null cells.
  void fill_null(std::size_t count) {
    cells.assign(count, Span{});
    flags.assign(count, 0);
    any = 0;
  }
  void push(Span span, std::uint8_t flag) {
    cells.push_back(span);
    flags.push_back(flag);
    any |= flag;
  }
};

enum class GeometryKind : std::uint8_t { none, point, wkb };

/// Geometries of a batch. Points are GeoArrow's separated x/y (x = longitude or easting, y = latitude or
/// northing); z is empty when no record has a height, else NaN where one is missing. Others are ISO WKB,
/// little endian, 2D or Z (OGC 06-103r4), in `bytes`.
struct GeometryColumn {
  std::vector<GeometryKind> kind;
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> z;
  std::vector<Span> wkb;
  Bytes bytes;

  void clear();
  void resize(std::size_t count);
};

enum class RecordState : std::uint8_t { accepted, rejected, merged };

/// Some 1,200 records of one layer on their way through the pipeline. Owned by one worker at a time; memory
/// is kept from use to use, nothing is allocated a cell. `raw` stays as the file had it; `fields` is what is
/// written.
struct Batch {
  std::uint64_t number = 0;  ///< order in the survey
  std::uint32_t layer = 0;   ///< index into the survey's layers
  std::size_t records = 0;
  Bytes text;                      ///< bytes of all cells
  std::vector<TextColumn> raw;     ///< parallel to Layer::headers
  std::vector<TextColumn> fields;  ///< parallel to Schema::fields; made by the align stage
  GeometryColumn geometry;  ///< filled by importers of formats that have geometry, else by the place stage
  TextColumn feature_id;    ///< GeoJSON: the feature's id as JSON text ("\"a\"" or 1); empty column = none
  TextColumn
      foreign;  ///< GeoJSON: foreign members of the feature as JSON text `"k":v,"l":w`; empty column = none
  std::vector<std::int64_t>
      row;  ///< of each record; relative to the chunk until Source::settle made it absolute
  std::vector<std::int64_t> line;  ///< likewise; empty when the format has no lines
  std::vector<RecordState> state;  ///< sized by the align stage
  std::vector<std::uint64_t> key;  ///< hash of each record's ID, for the ordered search for repeated ones
  std::vector<std::vector<std::uint64_t>>
      unique_keys;  ///< of each other field that is to be unique, likewise
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] std::string_view at(Span span) const { return {text.data() + span.offset, span.length}; }
  [[nodiscard]] std::string_view raw_cell(std::size_t column, std::size_t record) const {
    return at(raw[column].cells[record]);
  }
  [[nodiscard]] std::string_view field(std::size_t column, std::size_t record) const {
    return at(fields[column].cells[record]);
  }
  /// Puts `value` into the batch's text and into the cell of `column`. Flags are made anew.
  void set(TextColumn& column, std::size_t record, std::string_view value);
  /// Empties everything, keeps the memory.
  void clear();
};

}  // namespace anzenmap
