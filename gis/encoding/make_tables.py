#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the CP932 and JIS X 0212 tables as a C++ source file: make_tables.py OUTPUT.cpp

Run by the build. The tables come from Python's own codecs `cp932` (Windows-31J) and `euc_jp`, so that no table is
kept in the repository. The result depends on nothing but these codecs.
"""
import sys

ROW = 94  # cells of a JIS row


def decode(data, codec):
    """The one character that `data` stands for, 0 where there is none (or it is private use)."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0
    if len(text) != 1 or 0xE000 <= ord(text) <= 0xF8FF:
        return 0
    assert ord(text) < 0x10000
    return ord(text)


def shift_jis(row, cell):
    """Bytes of row 1 to 120 and cell 1 to 94."""
    lead = (row - 1) // 2 + (0x81 if row <= 62 else 0xC1)
    if row % 2 == 1:
        trail = cell + 0x3F + (1 if cell >= 64 else 0)
    else:
        trail = cell + 0x9E
    return bytes([lead, trail])


def cp932_grid():
    return [decode(shift_jis(row, cell), "cp932") for row in range(1, 121) for cell in range(1, ROW + 1)]


def jis_x_0212_grid():
    return [
        decode(bytes([0x8F, 0xA0 + row, 0xA0 + cell]), "euc_jp") for row in range(1, ROW + 1) for cell in range(1, ROW + 1)
    ]


def cp932_encoding(grid):
    """Pages of 256 characters: which page a high byte has (0 = the empty page), and the pages."""
    characters = set(grid) - {0} | set(range(0xFF61, 0xFFA0))
    pages = [[0] * 256]
    index = [0] * 256
    for character in sorted(characters):
        encoded = chr(character).encode("cp932")
        high, low = character >> 8, character & 0xFF
        if index[high] == 0:
            index[high] = len(pages)
            pages.append([0] * 256)
        pages[index[high]][low] = int.from_bytes(encoded, "big")
    assert len(pages) < 256
    return index, pages


def numbers(values, width):
    lines = []
    for at in range(0, len(values), 16):
        lines.append(", ".join(f"0x{value:0{width}X}" for value in values[at : at + 16]))
    return ",\n    ".join(lines)


def main():
    grid = cp932_grid()
    index, pages = cp932_encoding(grid)
    flat = [value for page in pages for value in page]
    with open(sys.argv[1], "w", encoding="ascii", newline="\n") as out:
        out.write("// SPDX-License-Identifier: Apache-2.0\n// Made by gis/encoding/make_tables.py; do not edit.\n")
        out.write('#include "gis/encoding/tables.hpp"\n\nnamespace anzenmap::encoding_tables {\n\n')
        out.write(f"const std::uint16_t cp932_grid[120 * 94] = {{\n    {numbers(grid, 4)}}};\n\n")
        out.write(f"const std::uint16_t jis_x_0212_grid[94 * 94] = {{\n    {numbers(jis_x_0212_grid(), 4)}}};\n\n")
        out.write(f"const std::uint8_t cp932_page_of[256] = {{\n    {numbers(index, 2)}}};\n\n")
        out.write(f"const std::uint16_t cp932_pages[{len(pages)} * 256] = {{\n    {numbers(flat, 4)}}};\n\n")
        out.write("}  // namespace anzenmap::encoding_tables\n")


if __name__ == "__main__":
    main()
