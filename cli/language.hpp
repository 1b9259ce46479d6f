// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// The language that the environment asks for: Japanese, unless LC_ALL, LC_MESSAGES or LANG (the first that
/// is set) names another language. "C" and "POSIX" name none. `variable` returns "" for what is not set.
[[nodiscard]] Language language_of_locale(const std::function<std::string_view(std::string_view)>& variable);

}  // namespace anzenmap::cli
