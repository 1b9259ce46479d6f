#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_word_ranges.py OUTPUT.cpp: the characters that CKAN takes in a tag beside blank, '-' and '.': Python's \\w, which is
what CKAN itself asks (ckan/logic/validators.py, tag_name_validator)."""
import re
import sys


def ranges():
    word = re.compile(r"\w")
    start = None
    for code in range(0x110001):
        inside = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and word.match(chr(code)) is not None
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            yield start, code - 1
            start = None


with open(sys.argv[1], "w", encoding="ascii") as out:
    out.write('// Made by make_word_ranges.py.\n#include "ckan/word_ranges.hpp"\n\nnamespace anzenmap::ckan {\nnamespace {\n')
    out.write("constexpr WordRange kRanges[] = {\n")
    out.writelines(f"    {{0x{first:X}, 0x{last:X}}},\n" for first, last in ranges())
    out.write("};\n}  // namespace\n\nstd::span<const WordRange> word_ranges() noexcept { return kRanges; }\n\n")
    out.write("}  // namespace anzenmap::ckan\n")
