// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace anzenmap {

/// The text with each byte that is no UTF-8 as U+FFFD. Only for files that quote cells which did not decode
/// (rejects, reports), where a message beside the cell tells so; never for what is published.
[[nodiscard]] std::string well_formed(std::string_view text);

}  // namespace anzenmap
