// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anzenmap {

enum class DecidedBy { person, profile, file, detected };
[[nodiscard]] std::string_view name_of(DecidedBy by);

/// One decision about how a file is read, who made it and why.
struct ReadingItem {
  std::string key;    ///< format, encoding, separator, header_row, sheet, crs, axis_order, columns ...
  std::string value;  ///< e.g. "cp932", ",", "3"
  DecidedBy by = DecidedBy::detected;
  std::string evidence_ja;
  std::string evidence_en;
};

/// How one layer of a file was understood. Equal bytes and equal Readings give equal output.
struct Reading {
  std::vector<ReadingItem> items;

  void decide(std::string_view key, std::string_view value, DecidedBy by, std::string_view ja = {},
              std::string_view en = {});
  [[nodiscard]] const ReadingItem* find(std::string_view key) const;
};

/// What part of a form's answer a column holds. Survey apps name these columns by rules of their own.
enum class ColumnPart : std::uint8_t {
  answer,    ///< like any column; `name` is the question without its groups
  latitude,  ///< of the question that gives the place, likewise the next three
  longitude,
  altitude,
  accuracy,
  geopoint,      ///< "lat lon altitude accuracy" or a list of them, or a Geo3x3 code: the place itself
  shape,         ///< WKT: the place itself
  second_place,  ///< the same place once more as text: compared, not written
  utm_northing,  ///< likewise, on UTM
  utm_easting,
  utm_zone,
  source_id,   ///< the app's own ID of the record
  choice,      ///< 0 or 1 for one choice of a question whose answers stand in a column of their own
  personal,    ///< may name somebody: never written
  style,       ///< how a map program draws it: left out likewise
  bookkeeping  ///< when and by which form it was sent: left out unless a person keeps it
};

/// What an importer knows of a column besides its header.
struct ColumnHint {
  ColumnPart part = ColumnPart::answer;
  std::string name;  ///< what the profile may know when it does not know the header
};

/// A sheet of a workbook, or the only table or feature collection of another file.
struct Layer {
  std::string file;                  ///< as messages call it: without folders
  std::string sheet;                 ///< empty when the format has none
  std::vector<std::string> headers;  ///< in file order, as the person wrote them
  std::vector<std::string> hidden;   ///< headers of columns that the sheet hides: internal at least
  std::int64_t header_row = 0;       ///< the row that Excel shows, from 1; 0 = none
  bool has_geometry = false;         ///< its batches carry geometries
  bool has_shapes = false;           ///< has_geometry: lines or areas may occur
  bool has_no_records = false;       ///< known before reading: nothing in it could lack a column
  bool has_rows_of_text = true;      ///< a table (CSV, sheet), in contrast to features
  std::vector<ColumnHint> hints;     ///< of the first headers; the others are plain answers
  std::string dialect;               ///< the survey app that wrote a table, "KoBoToolbox"; empty = none known
  std::string crs;                   ///< as the file says, "EPSG:6671"; empty = not said
  std::string foreign;               ///< GeoJSON: the collection's foreign members as JSON text `"k":v`
  Reading reading;
};

}  // namespace anzenmap
