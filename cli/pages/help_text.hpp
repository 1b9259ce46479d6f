// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// What `anzenmap help` shows: the commands, a line each.
void print_overview(std::ostream& out, const Streams& streams);
/// What `anzenmap help COMMAND` shows.
void print_help(std::ostream& out, const Command& command, const Streams& streams);

/// The help of an option with its choices and default, one paragraph.
[[nodiscard]] std::string option_paragraph(const Option& option, Language language);

/// The groups in which options are listed, in order.
[[nodiscard]] std::span<const OptionGroup> option_groups();

}  // namespace anzenmap::cli
