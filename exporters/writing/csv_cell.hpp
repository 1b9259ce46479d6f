// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gis/base/bytes.hpp"

namespace anzenmap {

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

/// Whether a spreadsheet may take the text for a formula, so that an apostrophe must stand before it
/// (CWE-1236): it starts with = + - @ ' tab or CR, or a full-width ＝ ＋ － ＠, and is no plain number.
[[nodiscard]] bool needs_formula_guard(std::string_view text) noexcept;

/// Whether nothing but the bytes themselves need be written, as far as the first and the last byte tell. The
/// caller knows from the cell's flags that no quote, comma or control character is inside. `text` is not
/// empty.
[[nodiscard]] bool has_plain_edges(std::string_view text) noexcept;

/// Bytes that write_csv_cell() may write for a text of this size, kSlack apart.
[[nodiscard]] constexpr std::size_t most_csv_bytes(std::size_t size) noexcept { return 2 * size + 3; }

/// Writes one cell (RFC 4180) in quotes where it needs them: it has a quote, comma or control character, or
/// an outer blank that readers would drop. Returns the end; the caller has made room.
char* write_csv_cell(char* out, std::string_view text, bool guard) noexcept;

/// Appends one cell, guarded where a spreadsheet would take it for a formula.
void append_csv_cell(Bytes& out, std::string_view text);

}  // namespace anzenmap
