// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/base/diagnostic.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap::gdal {

/// A fault that forbids a geometry.
struct ShapeFault {
  const RuleInfo* rule = nullptr;  ///< null = none
  std::vector<Argument> arguments;
};

/// Lines of fewer than two positions, rings that are too short or not closed, coordinates that are no
/// numbers.
[[nodiscard]] ShapeFault check_shape(std::string_view wkb);

/// Some coordinate has more than 7 decimals: it will be rounded.
[[nodiscard]] bool has_long_decimals(std::string_view wkb);
[[nodiscard]] bool has_long_decimals(double x, double y);

}  // namespace anzenmap::gdal
