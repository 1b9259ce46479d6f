#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when the code breaks what docs/architecture.md promises: which room may include which, no printing and no
locale-bound call in a library, explicit and complete source lists. `layering.py [ROOT]` prints one line a fault."""
import pathlib
import re
import subprocess
import sys

# Room -> rooms whose headers it may include. "gis/base" and "gis/files" are rooms of their own inside gis.
MAY_INCLUDE = {
    "gis/base": {"gis/base"},
    "gis/files": {"gis/base", "gis/files"},
    "gis": {"gis/base", "gis"},
    "importers": {"gis/base", "gis", "importers"},
    "exporters": {"gis/base", "gis/files", "gis", "exporters"},
    "ckan": {"gis/base", "gis/files", "ckan"},
    "cli": {"gis/base", "gis/files", "gis", "importers", "exporters", "ckan", "cli"},
}
LIBRARIES = ("gis/base", "gis/files", "gis", "importers", "exporters", "ckan")
HEADER_ONLY = ("fmt/", "fast_float/")

# Room -> headers of other projects that it may include; everything else with a slash or .h is refused.
THIRD_PARTY = {
    "gis/base": HEADER_ONLY,
    "gis/files": HEADER_ONLY + ("openssl/",),
    "gis": HEADER_ONLY + ("nlohmann/", "proj.h", "geos_c.h", "utf8proc.h", "openssl/"),
    "importers": HEADER_ONLY + ("nlohmann/", "expat.h", "zip.h", "zlib.h", "utf8proc.h"),
    "exporters": HEADER_ONLY + ("nlohmann/", "openssl/", "qrencode.h", "zip.h", "zlib.h"),
    "ckan": HEADER_ONLY + ("nlohmann/",),
    "cli": HEADER_ONLY + ("nlohmann/", "CLI/", "utf8proc.h"),
}
# Only the modules, which are loaded when they are needed, know these.
GDAL = ("gdal.h", "ogr_", "cpl_")
# Parts of the system's C interface (files, processor instructions); no third-party library among them.
SYSTEM = re.compile(
    r"^(dlfcn|fcntl|unistd|dirent|poll|signal|langinfo|[a-z]*intrin|arm_neon|sys/[a-z]+|linux/[a-z]+)\.h$"
)
NEVER_IN_PUBLIC_HEADER = re.compile(r"^(proj|geos_c|gdal|ogr|cpl_|curl/|expat\.|zip\.|zlib\.|openssl/|fmt/|nlohmann/)")

BANNED_CALLS = {
    "prints from a library": (
        LIBRARIES,
        re.compile(r"std::(cout|cerr|clog)\b|(?<![\w.>])(?:std::)?(?:printf|fprintf|puts|putchar|perror|vprintf)\s*\(|fmt::print\b"),
    ),
    "reads numbers by the locale": (
        LIBRARIES + ("cli",),
        re.compile(r"(?<![\w.>])(?:std::)?(?:strtod|strtof|strtold|atof|stod|stof|stold)\s*\("),
    ),
    "depends on the locale": (LIBRARIES + ("cli",), re.compile(r"\bsetlocale\s*\(|std::locale\b")),
    "is not in clang 14's libc++": (
        LIBRARIES + ("cli",),
        re.compile(r"#include\s*<(format|source_location|stop_token|print|expected)>|std::(format|jthread|views::)\b"),
    ),
}
VAGUE_NAME = re.compile(r"(^|[_/-])(utils?|helpers?|common|managers?|misc)([_./-]|$)")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
COMMENT_OR_STRING = re.compile(
    r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.S
)


def room_of(path: str) -> str | None:
    for inner in ("gis/base", "gis/files"):
        if path.startswith(inner + "/"):
            return inner
    top = path.split("/", 1)[0]
    return top if top in MAY_INCLUDE else None


def without_comments(text: str) -> str:
    """The code with comments gone and literals emptied, line breaks kept. Include lines keep their quotes."""

    def replace(match: re.Match) -> str:
        found = match.group(0)
        if found.startswith('"') and text[text.rfind("\n", 0, match.start()) + 1 : match.start()].lstrip().startswith("#"):
            return found
        return '""' + "\n" * found.count("\n") if found[0] in "\"'R" else "\n" * found.count("\n")

    return COMMENT_OR_STRING.sub(replace, text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def include_fault(path: str, room: str, quote: str, name: str, private_headers: set[str]) -> str | None:
    if quote == '"':
        target = room_of(name)
        if target is None:
            return f'includes "{name}": name it from the root of the repository'
        if target not in MAY_INCLUDE[room]:
            return f'{room}/ must not know {target}/ ("{name}")'
        return None
    public = path.endswith(".hpp") and room in LIBRARIES and path not in private_headers
    if public and NEVER_IN_PUBLIC_HEADER.match(name):
        return f"a public header shows <{name}>"
    if "/" not in name and not name.endswith((".h", ".hpp")):
        return None  # the standard library
    if SYSTEM.match(name) or name.startswith(THIRD_PARTY[room]):
        return None
    if path.startswith("importers/gdal/module/") and name.startswith(GDAL):
        return None
    if path.startswith("importers/photo/module/") and name.startswith("exiv2/"):
        return None
    if room == "ckan" and path.startswith("ckan/http/") and name.startswith("curl/"):
        return None
    return f"{room}/ must not include <{name}>"


def source_faults(path: str, room: str, raw: str, private_headers: set[str]):
    code = without_comments(raw)
    for match in INCLUDE.finditer(code):
        fault = include_fault(path, room, match.group(1), match.group(2), private_headers)
        if fault:
            yield line_of(code, match.start(2)), fault
    for fault, (rooms, pattern) in BANNED_CALLS.items():
        if room in rooms:
            for match in pattern.finditer(code):
                yield line_of(code, match.start()), f"{fault}: {match.group(0).strip()}"
    if path.endswith(".hpp") and "#pragma once" not in raw:
        yield 1, "has no #pragma once"


def lists_of(cmake: str):
    """The blocks of indented file names of a CMakeLists.txt: keyword -> entries."""
    for match in re.finditer(r"^ *(SOURCES|HEADERS|PRIVATE_HEADERS)\n((?: +[\w./-]+\.[ch]pp\)?\n)+)", cmake, re.M):
        yield match.group(1), match.group(2).replace(")", "").split()


def list_faults(root: pathlib.Path, files: list[str]):
    """Every source and header of a room stands in its CMakeLists.txt, in order."""
    for room in ("gis", "importers", "exporters", "ckan", "cli", "tests/gis", "tests/importers", "tests/exporters", "tests/ckan", "tests/cli"):
        listing = f"{room}/CMakeLists.txt"
        here = [file for file in files if file.startswith(room + "/") and file.endswith((".cpp", ".hpp"))]
        if listing not in files:
            if here:
                yield here[0], 1, f"{listing} is missing"
            continue
        cmake = (root / listing).read_text(encoding="utf-8")
        for keyword, entries in lists_of(cmake):
            if entries != sorted(entries):
                yield listing, 1, f"{keyword} are not in alphabetical order"
        named = set(re.findall(r"[\w./-]+\.[ch]pp", cmake))
        for file in here:
            if room == "cli" and file.endswith(".hpp") or room.startswith("tests/") and file.endswith(".hpp"):
                continue
            if file[len(room) + 1 :] not in named:
                yield file, 1, f"is not listed in {listing}"


def tracked(root: pathlib.Path) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True,
    ).stdout.decode()
    return sorted(file for file in set(listed.split("\0")) if file and (root / file).is_file())


def private_headers_of(root: pathlib.Path) -> set[str]:
    found = set()
    for room in ("gis", "importers", "exporters", "ckan"):
        listing = root / room / "CMakeLists.txt"
        if listing.is_file():
            for keyword, entries in lists_of(listing.read_text(encoding="utf-8")):
                if keyword == "PRIVATE_HEADERS":
                    found.update(f"{room}/{entry}" for entry in entries)
    return found


def faults(root: pathlib.Path):
    """All faults as (file, line, text)."""
    files = tracked(root)
    private_headers = private_headers_of(root)
    for path in files:
        if path.startswith("tests/lint/"):
            continue
        is_cmake = path.endswith((".cmake", "CMakeLists.txt"))
        is_code = path.endswith((".cpp", ".hpp"))
        if VAGUE_NAME.search(path):
            yield path, 1, "its name says nothing: what is it about?"
        if not (is_code or is_cmake or path.endswith((".py", ".sh")) or path in ("dev", ".ci/run")):
            continue
        raw = (root / path).read_text(encoding="utf-8", errors="replace")
        if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(raw.split("\n", 2)[:2]):
            yield path, 1, "has no SPDX line at its top"
        for match in LEFT_OPEN.finditer(raw):
            yield path, line_of(raw, match.start()), f"left open: {match.group(0)}"
        if is_cmake and re.search(r"file\s*\(\s*GLOB", raw):
            yield path, 1, "globs its sources"
        room = room_of(path)
        if is_code and room:
            for line, fault in source_faults(path, room, raw, private_headers):
                yield path, line, fault
    yield from list_faults(root, files)


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    found = sorted(faults(root))
    for path, line, text in found:
        print(f"{path}:{line}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
