// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// The command that the words of `help` or `man` name, as in {"profile", "show"}; nullptr when there are
/// none. Throws Error (usage) with a suggestion when there is no such command.
[[nodiscard]] const Command* wanted_command(const std::vector<std::string>& words);

}  // namespace anzenmap::cli
