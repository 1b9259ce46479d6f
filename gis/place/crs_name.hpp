// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace anzenmap {

/// The EPSG code that a person means by "EPSG:6671", "6671", "urn:ogc:def:crs:EPSG::6671", "JGD2011",
/// "Tokyo", "zone3", "第III系", "JGD2000 3系", "UTM 52" and the like; std::nullopt for anything else. Full
/// width, blanks and case do not count. A zone without a datum is JGD2011's. Only codes are looked at, not
/// whether they are of use here.
[[nodiscard]] std::optional<int> epsg_named(std::string_view text);

}  // namespace anzenmap
