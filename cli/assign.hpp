// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/option.hpp"

namespace anzenmap::cli {

/// Writes what was typed for an option into its target: choices and their other spellings, lists, numbers.
/// Throws Error (usage). `typed` is empty when the option was not given.
void assign(const Option& option, const std::vector<std::string>& typed);

}  // namespace anzenmap::cli
