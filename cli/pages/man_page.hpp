// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// The manual page of the program as a whole, in roff's man macros (man-pages(7)).
[[nodiscard]] std::string man_page(Language language);
/// The manual page of one command.
[[nodiscard]] std::string man_page(const Command& command, Language language);

}  // namespace anzenmap::cli
