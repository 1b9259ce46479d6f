// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace anzenmap {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no overlong form, no surrogate, nothing
/// above U+10FFFF, nothing cut off). A NUL byte is well-formed. Uses SSSE3 where the processor has it.
[[nodiscard]] bool is_valid_utf8(const char* data, std::size_t size) noexcept;

/// Offset of the first byte of the first ill-formed sequence; std::string_view::npos where all is
/// well-formed. A sequence that the end of `text` cuts off is ill-formed and begins at its lead byte.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text) noexcept;

/// The same answer read byte by byte: what runs on other processors, and what the fast reading is tested
/// against.
[[nodiscard]] std::size_t first_invalid_utf8_bytewise(std::string_view text) noexcept;

}  // namespace anzenmap
