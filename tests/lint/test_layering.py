#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that layering.py finds each fault that it exists for, and nothing in code that keeps the rules."""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import layering  # noqa: E402

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
HASH = "# SPDX-License-Identifier: Apache-2.0\n"

# file, its text (behind the SPDX line), what the fault says; None = no fault
CASES = [
    ("gis/base/a.cpp", '#include "gis/batch/b.hpp"\n', "gis/base/ must not know gis/"),
    ("gis/base/a.cpp", '#include "gis/base/b.hpp"\n#include <string>\n', None),
    ("gis/base/a.cpp", "#include <nlohmann/json.hpp>\n", "gis/base/ must not include"),
    ("gis/a.cpp", '#include "importers/csv/x.hpp"\n', "gis/ must not know importers/"),
    ("gis/a.cpp", '#include "exporters/x.hpp"\n', "gis/ must not know exporters/"),
    ("gis/a.cpp", '#include "cli/x.hpp"\n', "gis/ must not know cli/"),
    ("gis/a.cpp", "#include <ogr_api.h>\n", "must not include <ogr_api.h>"),
    ("gis/a.cpp", "#include <curl/curl.h>\n", "must not include <curl/curl.h>"),
    ("gis/a.cpp", "#include <unicode/unorm2.h>\n", "must not include <unicode/unorm2.h>"),
    ("gis/a.cpp", "#include <proj.h>\n", None),
    ("gis/a.hpp", "#pragma once\n#include <proj.h>\n", "a public header shows <proj.h>"),
    ("gis/a.hpp", "#include <string>\n", "no #pragma once"),
    ("gis/a.cpp", '#include "b.hpp"\n', "from the root"),
    ("importers/a.cpp", '#include "exporters/x.hpp"\n', "importers/ must not know exporters/"),
    ("importers/a.cpp", '#include "gis/a.hpp"\n#include <expat.h>\n', None),
    ("importers/a.cpp", "#include <cpl_vsi.h>\n", "must not include <cpl_vsi.h>"),
    ("exporters/a.cpp", '#include "importers/x.hpp"\n', "exporters/ must not know importers/"),
    ("exporters/a.cpp", "#include <openssl/evp.h>\n", None),
    ("ckan/a.cpp", '#include "gis/batch/b.hpp"\n', "ckan/ must not know gis/"),
    ("ckan/a.cpp", "#include <geos_c.h>\n", "must not include <geos_c.h>"),
    ("ckan/a.cpp", "#include <curl/curl.h>\n", "must not include <curl/curl.h>"),
    ("ckan/http/a.cpp", "#include <curl/curl.h>\n", None),
    ("cli/a.cpp", '#include "exporters/x.hpp"\n#include <CLI/CLI.hpp>\n', None),
    ("cli/a.cpp", "#include <curl/curl.h>\n", "must not include <curl/curl.h>"),
    ("gis/a.cpp", "void f() { std::cout << 1; }\n", "prints from a library"),
    ("importers/a.cpp", 'void f() { printf("x"); }\n', "prints from a library"),
    ("exporters/a.cpp", 'void f() { std::fprintf(stderr, "x"); }\n', "prints from a library"),
    ("gis/a.cpp", 'void f() { snprintf(b, 3, "x"); }\n', None),
    ("gis/a.cpp", '// std::cout is for cli/\nconst char* x = "printf(";\n', None),
    ("cli/a.cpp", "void f() { std::cout << 1; }\n", None),
    ("gis/a.cpp", 'double d = std::stod("1");\n', "reads numbers by the locale"),
    ("gis/a.cpp", 'double d = atof("1");\n', "reads numbers by the locale"),
    ("gis/a.cpp", 'double d = strtod("1", nullptr);\n', "reads numbers by the locale"),
    ("cli/a.cpp", 'void f() { setlocale(LC_ALL, ""); }\n', "depends on the locale"),
    ("gis/a.cpp", "#include <format>\n", "is not in clang 14's libc++"),
    ("gis/a.cpp", "// TO" + "DO later\n", "left open"),
    ("gis/text_utils.cpp", "\n", "its name says nothing"),
    ("gis/common/a.cpp", "\n", "its name says nothing"),
]


def run(files: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subprocess.run(["git", "init", "-q"], cwd=root, check=True)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return [f"{path}:{line}: {text}" for path, line, text in layering.faults(root)]


def listing(*files: str) -> dict[str, str]:
    """CMakeLists.txt of each room that name all the files."""
    made = {}
    for file in files:
        room = file.split("/", 1)[0]
        made.setdefault(f"{room}/CMakeLists.txt", HASH)
        made[f"{room}/CMakeLists.txt"] += f"x({file.split('/', 1)[1]})\n"
    return made


def main() -> None:
    failures = []

    def expect(what: str, found: list[str], wanted: str | None) -> None:
        if wanted is None and found:
            failures.append(f"{what}: found {found}")
        if wanted is not None and not any(wanted in fault for fault in found):
            failures.append(f"{what}: wanted '{wanted}', found {found}")

    for name, text, wanted in CASES:
        expect(f"{name} {text!r}", run({name: SPDX + text, **listing(name)}), wanted)

    bare = "#pragma once\n"
    expect("no SPDX", run({"gis/a.hpp": bare, **listing("gis/a.hpp")}), "no SPDX line")
    expect("glob", run({"CMakeLists.txt": HASH + "file(GLOB x *.cpp)\n"}), "globs its sources")
    expect("not listed", run({"gis/a.cpp": SPDX, "gis/CMakeLists.txt": HASH}), "is not listed")
    unsorted = HASH + "anzenmap_library(\n  gis\n  SOURCES\n    b.cpp\n    a.cpp)\n"
    expect("order", run({"gis/a.cpp": SPDX, "gis/b.cpp": SPDX, "gis/CMakeLists.txt": unsorted}), "alphabetical")
    private = HASH + "anzenmap_library(\n  gis\n  PRIVATE_HEADERS\n    a.hpp)\n"
    expect("private header", run({"gis/a.hpp": SPDX + bare + "#include <proj.h>\n", "gis/CMakeLists.txt": private}), None)

    if failures:
        sys.exit("\n".join(failures))
    print(f"{len(CASES) + 5} cases")


if __name__ == "__main__":
    main()
