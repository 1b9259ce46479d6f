// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gis/base/bytes.hpp"

namespace anzenmap {

/// Character encodings of survey files. cp932 is Windows-31J (81 60 = U+FF5E, 81 7C = U+FF0D, ① and 髙
/// included); euc_jp has the same repertoire and mapping by row and cell (CP51932), and JIS X 0212 behind 8F.
enum class Encoding : std::uint8_t { utf8, cp932, euc_jp, utf16le, utf16be };

/// utf-8, cp932, euc-jp, utf-16le, utf-16be.
[[nodiscard]] std::string_view name_of(Encoding encoding);
/// By name_of() or a usual other name (Shift_JIS, Windows-31J, SJIS, UTF8, EUC ...), case and - _ ignored.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// Bytes that are no character, or one that only its owner's machine can show.
struct Undecodable {
  enum class Kind : std::uint8_t {
    invalid,      ///< not a character of the encoding; U+FFFD stands for it in the output
    private_use,  ///< 外字 (CP932 F040 to F9FC) or U+E000..F8FF, U+F0000..10FFFF; kept in the output
  } kind;
  std::uint8_t length;  ///< source bytes
  std::size_t source;   ///< offset in the source bytes
  std::size_t output;   ///< offset in the bytes appended to `out`
};

/// Appends `bytes` as UTF-8 to `out`, which is valid UTF-8 afterwards, and tells each place that did not
/// decode, in order. A byte order mark is a character like any other. A sequence cut off at the end is
/// `invalid`. ASCII bytes are never swallowed by a broken sequence before them. Throws std::bad_alloc only.
std::vector<Undecodable> decode_to_utf8(Encoding encoding, std::string_view bytes, Bytes& out);

/// True if `decode_to_utf8` would find nothing `invalid`. `cut`: a sequence cut off at the end is forgiven.
[[nodiscard]] bool decodes(Encoding encoding, std::string_view bytes, bool cut = false);

/// A character that CP932 lacks.
struct MissingCharacter {
  std::size_t offset;  ///< in the UTF-8 source
  char32_t character;
  char32_t written;  ///< what was written for it: its look-alike of CP932 (〜 as ～) or 〓
};

/// Appends `utf8` (valid) as CP932 to `out`. A byte EF BB BF is not special. 外字 (U+E000..E757) count as
/// missing.
void encode_cp932(std::string_view utf8, Bytes& out, std::vector<MissingCharacter>& missing);

/// The code of a character in CP932: one byte below 256, else two, the lead byte high. 0 = CP932 lacks it (or
/// NUL).
[[nodiscard]] std::uint16_t cp932_code(char32_t character) noexcept;
/// True if CP932 has this character.
[[nodiscard]] bool cp932_has(char32_t character) noexcept;

}  // namespace anzenmap
