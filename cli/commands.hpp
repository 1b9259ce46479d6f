// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// Every command, in the order in which help lists them.
[[nodiscard]] std::span<const Command* const> commands();

/// nullptr when there is no command of that name.
[[nodiscard]] const Command* find_command(std::string_view name);

}  // namespace anzenmap::cli
