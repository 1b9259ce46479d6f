// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace anzenmap::cli {

/// Scripts that a shell loads to complete commands, options and choices; made from the command table.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace anzenmap::cli
