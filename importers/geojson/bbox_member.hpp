// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gis/base/text.hpp"
#include "importers/json/json_reader.hpp"

namespace anzenmap {

/// What a bbox member says; it is not used, but told when it is wrong (RFC 7946 section 5).
struct BboxMember {
  std::optional<Text>
      fault;  ///< not 4 or 6 numbers, south above north; west may be east of east (section 5.2)
  bool beyond_pole = false;  ///< a latitude beyond 90, which is a fault in degrees

  [[nodiscard]] std::optional<Text> fault_in(bool degrees) const {
    if (fault || !degrees || !beyond_pole) return fault;
    return Text{"緯度が90度を超えています", "a latitude is beyond the pole"};
  }
};

/// Reads the value of the member, whose first token next() just gave.
[[nodiscard]] BboxMember read_bbox_member(JsonReader& reader);

}  // namespace anzenmap
