// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// Made at build time by make_tables.py. Internal to gis/encoding.
namespace anzenmap::encoding_tables {

/// Characters of rows 1 to 120 and cells 1 to 94 as Windows-31J has them; 0 = none (private use too).
extern const std::uint16_t cp932_grid[120 * 94];
/// JIS X 0212 likewise, rows 1 to 94.
extern const std::uint16_t jis_x_0212_grid[94 * 94];
/// For the high byte of a character its page of 256 CP932 codes; page 0 is empty, code 0 = none.
extern const std::uint8_t cp932_page_of[256];
extern const std::uint16_t cp932_pages[];

}  // namespace anzenmap::encoding_tables
