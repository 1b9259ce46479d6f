#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs anzenmap as people do and compares what they would see.

A case is a folder tests/cli/<command>/<case>/ ("profile list" = profile-list):
  cmd       shell lines, run in an empty folder that holds a copy of samples/ and of the case's files/
  stdout, stderr, exit    what must come out (a missing file: nothing, 0); a line `...` stands for any lines
  files/    input files of the case
  needs     a command without which the case is left out (publish, which the portable program does not have: nor the
            formats that come in modules)
  expected/ files that must then be there, byte for byte

  run_cases.py [--accept] [COMMAND[/CASE]...]     --accept writes what came out into the folders; read the diff.
$ANZENMAP is the program, build/anzenmap by default."""
import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMEOUT = 120  # seconds; a case takes well under one


def program() -> pathlib.Path:
    return pathlib.Path(os.environ.get("ANZENMAP", ROOT / "build" / "anzenmap")).resolve()


def environment(home: str) -> dict:
    """Nothing of the developer's locale or colours, but what libraries need to find their data."""
    kept = {k: v for k, v in os.environ.items() if k.startswith(("PROJ_", "LD_", "ASAN_", "UBSAN_", "TSAN_", "LSAN_"))}
    return {**kept, "PATH": f"{program().parent}:{os.environ['PATH']}", "HOME": home, "LC_ALL": "C.UTF-8"}


def read(path: pathlib.Path, otherwise: bytes = b"") -> bytes:
    return path.read_bytes() if path.exists() else otherwise


def matches(expected: list, actual: list) -> bool:
    """Whether the lines are equal, `...` standing for any number of lines."""
    if not expected:
        return not actual
    if expected[0].strip() == b"...":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    return bool(actual) and expected[0] == actual[0] and matches(expected[1:], actual[1:])


def same(expected: bytes, actual: bytes) -> bool:
    if b"..." not in expected:
        return expected == actual
    return matches(expected.splitlines(keepends=True), actual.splitlines(keepends=True))


def diff(name: str, expected: bytes, actual: bytes) -> str:
    lines = [part.decode("utf-8", "backslashreplace").splitlines() for part in (expected, actual)]
    return "\n".join(difflib.unified_diff(*lines, f"expected {name}", f"actual {name}", lineterm="", n=1))


def run(case: pathlib.Path, folder: pathlib.Path) -> dict:
    """Runs the case in `folder` and returns {"stdout", "stderr", "exit"}."""
    if (ROOT / "samples").is_dir():
        shutil.copytree(ROOT / "samples", folder / "samples")
    if (case / "files").is_dir():
        shutil.copytree(case / "files", folder, dirs_exist_ok=True)
    done = subprocess.run(["bash", "-c", (case / "cmd").read_text()], cwd=folder, env=environment(str(folder)),
                          capture_output=True, timeout=TIMEOUT)
    return {"stdout": done.stdout, "stderr": done.stderr, "exit": b"%d\n" % done.returncode}


def faults_of(case: pathlib.Path, accept: bool) -> list:
    with tempfile.TemporaryDirectory(prefix="anzenmap-case-") as name:
        folder = pathlib.Path(name)
        actual = run(case, folder)
        faults = []
        for part, text in actual.items():
            nothing = b"0\n" if part == "exit" else b""
            expected = read(case / part, nothing)
            if same(expected, text):
                continue
            if not accept:
                faults.append(diff(part, expected, text))
            elif text == nothing:
                (case / part).unlink()
            else:
                (case / part).write_bytes(text)
        for expected in sorted((case / "expected").rglob("*")):
            if expected.is_dir():
                continue
            path = expected.relative_to(case / "expected")
            if accept and (folder / path).exists():
                shutil.copyfile(folder / path, expected)
            elif not (folder / path).exists():
                faults.append(f"{path} was not written")
            elif (folder / path).read_bytes() != expected.read_bytes():
                faults.append(diff(str(path), expected.read_bytes(), (folder / path).read_bytes()))
        return faults


def folders_of_commands() -> list:
    done = subprocess.run([str(program()), "--json-usage"], capture_output=True, check=True)
    return [command["name"].replace(" ", "-") for command in json.loads(done.stdout)["commands"]]


def needs_what_is_not_built(case: pathlib.Path, folders: list) -> bool:
    """The portable program does not publish; test_options.cpp sees to it that all others do."""
    needs = read(case / "needs").decode().strip()
    if not needs and case.parent.name.startswith(("publish", "catalogue-")):
        needs = "publish"
    return bool(needs) and needs not in folders


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("only", nargs="*")
    arguments = parser.parse_args()
    if not program().exists():
        print(f"{program()} is not built", file=sys.stderr)
        return 1
    folders = folders_of_commands()
    cases = [path.parent for path in sorted(HERE.glob("*/*/cmd"))]
    cases = [case for case in cases if not needs_what_is_not_built(case, folders)]
    if arguments.only:
        cases = [c for c in cases if any(str(c.relative_to(HERE)).startswith(only) for only in arguments.only)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, faults in zip(cases, pool.map(lambda c: faults_of(c, arguments.accept), cases)):
            if faults:
                failed += 1
                print(f"FAILED {case.relative_to(HERE)}", *faults, sep="\n")
    if not arguments.only:
        for name in (name for name in folders if not any((HERE / name).glob("*/cmd"))):
            failed += 1
            print(f"FAILED the command {name} has no case folder tests/cli/{name}/<case>/")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
