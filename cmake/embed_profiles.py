#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the C++ file that holds the built-in profiles: embed_profiles.py OUT.cpp PROFILE.json..."""
import json
import pathlib
import sys

TEMPLATE = """// Made by cmake/embed_profiles.py; change gis/profile/builtin/ instead.
#include <array>
#include <span>
#include <string_view>

#include "gis/profile/profile.hpp"

namespace anzenmap {{

namespace {{

constexpr std::array<std::string_view, {count}> kNames{{{names}}};

constexpr std::array<std::string_view, {count}> kTexts{{
{texts}}};

}}  // namespace

std::span<const std::string_view> builtin_profiles() {{ return kNames; }}

std::string_view builtin_profile_json(std::string_view name) {{
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return kTexts[i];
  return {{}};
}}

}}  // namespace anzenmap
"""


def literal(text: str) -> str:
    """A C++ expression of the text: raw literals, a line each, so that the made file stays readable."""
    return "\n".join(f'    R"profile({line})profile"' for line in text.splitlines(keepends=True))


def main() -> None:
    out, *paths = (pathlib.Path(argument) for argument in sys.argv[1:])
    texts = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        json.loads(text)  # a broken profile stops the build here, with its line
        texts.append(f"    // {path.stem}\n{literal(text)}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(
        TEMPLATE.format(
            count=len(paths),
            names=", ".join(f'"{path.stem}"' for path in paths),
            texts=",\n".join(texts),
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
