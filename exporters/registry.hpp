// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "gis/base/rule_info.hpp"
#include "gis/base/text.hpp"

namespace anzenmap {

/// One kind of output file.
struct OutputFormat {
  std::string_view name;  ///< geojson, csv, map, datapackage, rejected, report
  Text title;
  std::string_view media_type;
  std::string_view suffix;  ///< appended to NAME; datapackage: the whole file name
  bool chosen;              ///< a person can ask for it; the others come by themselves
};

[[nodiscard]] std::span<const OutputFormat> output_formats();
/// nullptr when there is none of that name.
[[nodiscard]] const OutputFormat* find_output_format(std::string_view name);

/// All rules that exporters raise, in code order.
[[nodiscard]] std::span<const RuleInfo* const> exporter_rules();

}  // namespace anzenmap
