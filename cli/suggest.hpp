// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gis/base/diagnostic.hpp"

namespace anzenmap::cli {

/// The candidate that was probably meant: it starts with what was typed, or differs by a slip or two. Empty
/// when none is near enough.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates);

/// The value of {hint} in a message: "did you mean ...?", empty when there is no suggestion.
[[nodiscard]] Argument hint_argument(std::string_view suggestion);

}  // namespace anzenmap::cli
