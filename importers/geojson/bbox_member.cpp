// SPDX-License-Identifier: Apache-2.0
#include "importers/geojson/bbox_member.hpp"

#include <array>
#include <cmath>

#include "gis/base/number.hpp"

namespace anzenmap {

BboxMember read_bbox_member(JsonReader& reader) {
  static const BboxMember kNoNumbers{Text{"数の並びではありません", "it is not an array of numbers"}};
  if (reader.token() != JsonToken::begin_array) {
    reader.skip();
    return kNoNumbers;
  }
  const int depth = reader.depth();
  std::array<double, 6> box{};
  std::size_t count = 0;
  for (JsonToken token = reader.next(); token != JsonToken::end_array; token = reader.next()) {
    double value = 0;
    if (token != JsonToken::number || !parse_json_number(reader.raw(), value)) {
      reader.leave(depth);
      return kNoNumbers;
    }
    if (count < box.size()) box[count] = value;
    ++count;
  }
  if (count != 4 && count != 6) return {Text{"数が4個か6個ではありません", "it has neither 4 nor 6 numbers"}};
  const double south = box[1];
  const double north = box[count == 4 ? 3 : 4];
  if (south > north) return {Text{"南が北より北にあります", "its south is north of its north"}};
  return {std::nullopt, std::abs(south) > 90 || std::abs(north) > 90};
}

}  // namespace anzenmap
