// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// `{"schema":1,"version":...,"commands":[...],"error":null}`: every command with its options, for programs
/// that build a form or a wrapper from them.
[[nodiscard]] std::string usage_json();
/// The same with only one command.
[[nodiscard]] std::string usage_json(const Command& command);

}  // namespace anzenmap::cli
