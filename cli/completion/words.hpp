// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/option.hpp"

namespace anzenmap::cli {

/// The text in single quotes, as all three shells read it.
[[nodiscard]] std::string shell_quoted(std::string_view text);

/// First words of the commands that are not hidden, each once.
[[nodiscard]] std::vector<std::string> first_words();
/// Second words of the commands whose first word is `first`.
[[nodiscard]] std::vector<std::string> second_words(std::string_view first);

/// What may be typed as the value of an option; empty when it is free.
[[nodiscard]] std::vector<std::string> value_words(const Option& option);

}  // namespace anzenmap::cli
