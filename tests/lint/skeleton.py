#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./dev new rule|importer|command NAME: writes the files of a new part, compiling and doing nothing yet, and says
what is left to do by hand. NAME is in kebab-case, as a person would read it."""
import pathlib
import re
import sys

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"

RULE_HPP = SPDX + """#pragma once

#include "gis/base/rule_info.hpp"

namespace anzenmap {{

extern const RuleInfo {snake};

}}  // namespace anzenmap
"""

RULE_CPP = SPDX + """#include "gis/rule/{snake}.hpp"

namespace anzenmap {{

// Every text must be filled in; {{column}} and {{value}} stand for what the person wrote.
const RuleInfo {snake} = {{
    .code = "RU5xx",
    .name = "{kebab}",
    .severity = Severity::warning,
    .category = Category::rule,
    .scope = Scope::record,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {{"", ""}},
    .message = {{"", ""}},
    .why = {{"", ""}},
    .remedy = {{"", ""}},
    .bad = "",
    .good = "",
}};

}}  // namespace anzenmap
"""

RULE_TEST = SPDX + """#include "gis/rule/{snake}.hpp"

#include "tests/catch.hpp"

using namespace anzenmap;

TEST_CASE("{kebab} is named in both languages") {{
  CHECK_FALSE({snake}.title.ja.empty());
  CHECK_FALSE({snake}.title.en.empty());
}}
"""

IMPORTER_HPP = SPDX + """#pragma once

#include "importers/importer.hpp"

namespace anzenmap {{

extern const Importer {snake}_importer;

}}  // namespace anzenmap
"""

IMPORTER_CPP = SPDX + """#include "importers/{snake}/{snake}_importer.hpp"

namespace anzenmap {{

namespace {{

ProbeResult probe(std::string_view /*head*/, std::string_view /*name*/) {{ return {{}}; }}

std::unique_ptr<Source> open(const std::string& /*path*/, const ReadOptions& /*options*/,
                             const Profile& /*profile*/) {{
  return nullptr;  // a Source of this format
}}

}}  // namespace

const Importer {snake}_importer = {{"{kebab}", {{"", ""}}, probe, open}};

}}  // namespace anzenmap
"""

IMPORTER_TEST = SPDX + """#include "importers/{snake}/{snake}_importer.hpp"

#include "tests/catch.hpp"

using namespace anzenmap;

TEST_CASE("{kebab} is surely not an empty file") {{ CHECK({snake}_importer.probe("", "").score == 0); }}
"""

COMMAND_CPP = SPDX + """#include "cli/command.hpp"

namespace anzenmap::cli {{
namespace {{

struct Settings {{}};

std::vector<Option> options(Settings& /*settings*/) {{ return {{}}; }}

int run(const Settings& /*settings*/, Streams& /*streams*/) {{ return 0; }}

Bound bind() {{ return bind_command<Settings>(options, run); }}

constexpr Example kExamples[] = {{
    {{{{"", ""}}, "anzenmap {words}"}},
}};

}}  // namespace

extern const Command {snake}_command;
const Command {snake}_command{{
    .name = "{words}",
    .summary = {{"", ""}},
    .description = {{"", ""}},
    .examples = kExamples,
    .bind = bind,
}};

}}  // namespace anzenmap::cli
"""

COMMAND_TEST = """#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
\"\"\"anzenmap {words}, from outside.\"\"\"
import os
import subprocess

done = subprocess.run([os.environ["ANZENMAP"], *"{words}".split(), "--help"], capture_output=True, text=True)
assert done.returncode == 0, done
assert done.stderr == "", done.stderr
assert "{words}" in done.stdout, done.stdout
"""


def files_of(kind: str, kebab: str):
    snake = kebab.replace("-", "_")
    words = {"kebab": kebab, "snake": snake, "words": kebab.replace("-", " ")}
    if kind == "rule":
        made = {
            f"gis/rule/{snake}.hpp": RULE_HPP,
            f"gis/rule/{snake}.cpp": RULE_CPP,
            f"tests/gis/test_rule_{snake}.cpp": RULE_TEST,
        }
        left = [
            "the next free code in gis/rule/, never one that was used before",
            "the three files in gis/CMakeLists.txt and tests/gis/CMakeLists.txt",
            "one line in the table of gis/rule/",
        ]
    elif kind == "importer":
        made = {
            f"importers/{snake}/{snake}_importer.hpp": IMPORTER_HPP,
            f"importers/{snake}/{snake}_importer.cpp": IMPORTER_CPP,
            f"tests/importers/test_{snake}.cpp": IMPORTER_TEST,
        }
        left = [
            "the files in importers/CMakeLists.txt and tests/importers/CMakeLists.txt",
            "one line in the table of importers/registry.cpp",
        ]
    elif kind == "command":
        made = {
            f"cli/command_{snake}.cpp": COMMAND_CPP,
            f"tests/cli/{snake}/test_{snake}.py": COMMAND_TEST,
        }
        left = [
            "the file in cli/CMakeLists.txt, the test in tests/cli/CMakeLists.txt",
            "its name in the table of cli/commands.cpp",
        ]
    else:
        sys.exit(f"new what? rule, importer or command, not {kind}")
    return {path: text.format(**words) for path, text in made.items()}, left


def main() -> None:
    kind, kebab = sys.argv[1:3]
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", kebab):
        sys.exit(f"a name is lower case, words joined by '-': not {kebab}")
    made, left = files_of(kind, kebab)
    for path in made:
        if pathlib.Path(path).exists():
            sys.exit(f"{path} is there already")
    for path, text in made.items():
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(path).write_text(text, encoding="utf-8")
        print(f"made {path}")
    print("left to do: " + "; ".join(left) + ". CONTRIBUTING.md tells the rest.")


if __name__ == "__main__":
    main()
