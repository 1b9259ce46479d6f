// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace anzenmap {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no overlong form, no surrogate, nothing
/// above U+10FFFF, nothing cut off). A NUL byte is well-formed. Uses what the processor has.
[[nodiscard]] bool is_valid_utf8(const char* data, std::size_t size) noexcept;

/// Offset of the first byte of the first ill-formed sequence; std::string_view::npos where all is
/// well-formed. A sequence that the end of `text` cuts off is ill-formed and begins at its lead byte.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text) noexcept;

/// The same answer read byte by byte: what the fast ways are tested against.
[[nodiscard]] std::size_t first_invalid_utf8_bytewise(std::string_view text) noexcept;

/// The ways in which is_valid_utf8 can read; it takes the last one that the processor has.
enum class Utf8Way { bytewise, ssse3, avx2 };
[[nodiscard]] bool has_utf8_way(Utf8Way way) noexcept;
/// As above, in one certain way, which this processor must have.
[[nodiscard]] bool is_valid_utf8(const char* data, std::size_t size, Utf8Way way) noexcept;

}  // namespace anzenmap
