// SPDX-License-Identifier: Apache-2.0
#include "importers/form/place_column.hpp"

#include <string_view>

#include "gis/place/geo3x3.hpp"
#include "gis/place/geopoint.hpp"
#include "gis/place/wkt.hpp"
#include "gis/value/blanks.hpp"

namespace anzenmap::form {

namespace {

bool inside(const Box& box, double lon, double lat) {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

/// Whether a cell is such a text; `in_area` is set when its place lies in the area.
using Looks = bool (*)(std::string_view text, const Box& area, bool& in_area);

bool is_geopoint(std::string_view text, const Box& area, bool& in_area) {
  if (!looks_like_geopoint(text)) return false;
  const auto point = read_geopoint(text.substr(0, text.find(';')));
  in_area = in_area || (point && inside(area, point->longitude, point->latitude));
  return true;
}

bool is_square(std::string_view text, const Box& area, bool& in_area) {
  const auto square = read_geo3x3(text);
  in_area = in_area || (square && inside(area, square->longitude, square->latitude));
  return square.has_value();
}

bool is_shape(std::string_view text, const Box& /*area*/, bool& in_area) {
  if (text.starts_with("SRID=") || text.starts_with("srid=")) {
    const std::size_t end = text.find(';');
    if (end == std::string_view::npos) return false;
    text = trim_blanks(text.substr(end + 1));
  }
  if (!looks_like_wkt(text)) return false;
  in_area = true;
  return true;
}

/// Most of the cells that hold anything: one slip must not hide the column.
bool most_are(Looks looks, std::size_t column, std::span<const std::vector<std::string>> rows,
              const Box& area) {
  std::size_t filled = 0;
  std::size_t places = 0;
  bool in_area = false;
  for (const std::vector<std::string>& row : rows) {
    const std::string_view cell = column < row.size() ? trim_blanks(row[column]) : std::string_view{};
    if (cell.empty()) continue;
    ++filled;
    places += looks(cell, area, in_area) ? 1 : 0;
  }
  return in_area && places * 2 > filled;
}

}  // namespace

std::optional<PlaceColumn> find_place_column(std::span<const std::string> headers,
                                             std::span<const std::vector<std::string>> rows,
                                             const Profile& profile) {
  static constexpr struct {
    Looks looks;
    ColumnPart part;
    Text evidence;
  } kinds[] = {{is_geopoint,
                ColumnPart::geopoint,
                {"「緯度 経度 高さ 精度」の形です", "latitude, longitude, height, accuracy"}},
               {is_square, ColumnPart::geopoint, {"Geo3x3の番号です", "Geo3x3 codes"}},
               {is_shape, ColumnPart::shape, {"形を表す文字(WKT)です", "well-known text"}}};
  // The column of an empty form that this program made: a place, however it was filled in.
  for (std::size_t column = 0; column < headers.size(); ++column)
    if (headers[column] == "地図の場所")
      return PlaceColumn{
          column, ColumnPart::geopoint, {"用紙の場所の列です", "the form's column for the place"}};
  for (const auto& kind : kinds)
    for (std::size_t column = 0; column < headers.size(); ++column)
      if (most_are(kind.looks, column, rows, profile.hard_area))
        return PlaceColumn{column, kind.part, kind.evidence};
  return std::nullopt;
}

}  // namespace anzenmap::form
