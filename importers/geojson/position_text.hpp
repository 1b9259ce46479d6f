// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// How many decimals a JSON number has that are not trailing zeros: 2 for "1.250", 7 for "1e-7", 0 for
/// "1.5e3".
[[nodiscard]] int decimals_of(std::string_view number);

/// "[131.8,34.05]" or "[131.8,34.05,12]" as messages show a position; z = NaN without height.
[[nodiscard]] std::string position_text(double x, double y, double z);

}  // namespace anzenmap
