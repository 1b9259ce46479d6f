// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/streams.hpp"
#include "gis/base/rule_info.hpp"

namespace anzenmap::cli {

enum class Colour { red, yellow, cyan, bold };

[[nodiscard]] Colour colour_of(Severity severity);

/// The text in a colour where colours are wanted, else as it is.
[[nodiscard]] std::string painted(std::string_view text, Colour colour, const Streams& streams);

}  // namespace anzenmap::cli
