// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace anzenmap {

/// Signs of a text that a rule may have something to say about. One pass over a batch's bytes finds them, so
/// that rules need not look at cells that have none: clean data costs that pass and no more.
namespace text_mark {
inline constexpr std::uint32_t kHalfKana = 0x01;   ///< U+FF61-U+FF9F
inline constexpr std::uint32_t kSymbol = 0x02;     ///< ①Ⅳ㈱㎡℡ and what else depends on the machine
inline constexpr std::uint32_t kDash = 0x04;       ///< U+2010-U+2015, U+2212, U+FF0D
inline constexpr std::uint32_t kMojibake = 0x08;   ///< 縺 or 繧 or 繝: UTF-8 that was read as CP932
inline constexpr std::uint32_t kPerson = 0x10;     ///< 審, 怪, 漢 or a word that ends in 人
inline constexpr std::uint32_t kWideBlank = 0x20;  ///< U+3000
inline constexpr std::uint32_t kDitto = 0x40;      ///< 〃 or 上 after 同
}  // namespace text_mark

/// The marks of a text in UTF-8. At least 64 readable bytes must follow it (Bytes::kPadding).
[[nodiscard]] std::uint32_t find_text_marks(const char* text, std::size_t size) noexcept;

/// The same answer byte by byte, for any text: what the fast way is tested against.
[[nodiscard]] std::uint32_t find_text_marks_bytewise(std::string_view text) noexcept;

}  // namespace anzenmap
