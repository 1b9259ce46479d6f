#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every ```console block of the README and of docs/ and compares the output.

Lines that begin with `$ ` are commands (`\\` at the end goes on in the next line); what follows is their output, of
both channels, up to the next command. A line `...` stands for any lines. The blocks of one page run one after the other
in one empty folder that holds a copy of samples/. The exit code is not looked at, unless the block
prints it (`$ echo $?` is run in the same shell).

  run_blocks.py [--accept] [PAGE...]     --accept writes what came out into the pages; read the diff."""
import argparse
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^(?P<indent> *)```console\n(?P<text>.*?)^(?P=indent)```", re.M | re.S)

_spec = importlib.util.spec_from_file_location("run_cases", ROOT / "tests" / "cli" / "run_cases.py")
run_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run_cases)


def steps_of(text: str) -> list:
    """[(lines of the command, expected output)]"""
    steps = []
    lines = text.splitlines()
    while lines:
        line = lines.pop(0)
        if line.startswith("$ "):
            command = [line]
            while command[-1].endswith("\\") and lines:
                command.append(lines.pop(0))
            steps.append((command, []))
        elif steps:
            steps[-1][1].append(line)
        else:
            raise SystemExit(f"a console block must begin with `$ `: {line}")
    return [(command, "".join(line + "\n" for line in output)) for command, output in steps]


class Shell:
    """One bash for the blocks of a page, so that `cd` and `$?` last."""

    def __init__(self, folder: pathlib.Path):
        self.process = subprocess.Popen(["bash"], cwd=folder, env=run_cases.environment(str(folder)),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, command: list) -> str:
        script = "\n".join([command[0][2:], *command[1:]])
        # The mark ends the output; the command's exit code is put back for a following `echo $?`.
        self.process.stdin.write(f"{script}\n__code=$?; echo '@@end@@'; (exit $__code)\n".encode())
        self.process.stdin.flush()
        out = b""
        while not out.endswith(b"@@end@@\n"):
            line = self.process.stdout.readline()
            if not line:
                return out.decode("utf-8", "backslashreplace")
            out += line
        return out[: -len(b"@@end@@\n")].decode("utf-8", "backslashreplace")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def check_page(page: pathlib.Path, accept: bool) -> tuple:
    """Returns (blocks, faults)."""
    text = page.read_text()
    blocks = list(BLOCK.finditer(text))
    if not blocks:
        return 0, []
    faults, replaced = [], {}
    with tempfile.TemporaryDirectory(prefix="anzenmap-docs-") as name:
        folder = pathlib.Path(name)
        if (ROOT / "samples").is_dir():
            shutil.copytree(ROOT / "samples", folder / "samples")
        shell = Shell(folder)
        for block in blocks:
            indent = block["indent"]
            body = "".join(line[len(indent):] for line in block["text"].splitlines(keepends=True))
            new = ""
            for command, expected in steps_of(body):
                actual = shell.run(command)
                fine = run_cases.same(expected.encode(), actual.encode())
                if not fine and not accept:
                    line = text.count("\n", 0, block.start()) + 1
                    where = f"{page.relative_to(ROOT)}:{line}: {' '.join(command)}"
                    faults.append(where + "\n" + run_cases.diff("output", expected.encode(), actual.encode()))
                new += "".join(part + "\n" for part in command) + (expected if fine else actual)
            replaced[block.start("text")] = (block.end("text"), "".join(indent + l for l in new.splitlines(keepends=True)))
        shell.close()
    if accept:
        for start in sorted(replaced, reverse=True):
            end, new = replaced[start]
            text = text[:start] + new + text[end:]
        page.write_text(text)
    return len(blocks), faults


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if not run_cases.program().exists():
        print(f"{run_cases.program()} is not built", file=sys.stderr)
        return 1
    pages = [page.resolve() for page in arguments.pages]
    if not pages:
        pages = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
    blocks, faults = 0, []
    for page in pages:
        count, found = check_page(page, arguments.accept)
        blocks += count
        faults += found
    for fault in faults:
        print("FAILED", fault)
    print(f"{blocks} console blocks, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
