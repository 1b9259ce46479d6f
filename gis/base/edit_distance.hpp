// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace anzenmap {

/// Number of code points of a UTF-8 text (bytes that are no continuation).
[[nodiscard]] std::size_t code_points(std::string_view text) noexcept;

/// Insertions, deletions, substitutions and swaps of neighbours that turn one UTF-8 text into the other,
/// counted in code points (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace anzenmap
