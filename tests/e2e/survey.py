# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests share: the built program, run as a person runs it."""
import json
import os
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get("ANZENMAP_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("ANZENMAP", str(SOURCE / "build" / "anzenmap"))
SHARED = pathlib.Path(os.environ.get("ANZENMAP_SHARED_DATA", SOURCE.parent / "shared" / "data"))
SAMPLES = SOURCE / "samples"


class Failures:
    """Collects what was wrong, so that one run shows everything."""

    def __init__(self):
        self.count = 0
        self.checks = 0

    def check(self, good, what):
        self.checks += 1
        if not good:
            self.count += 1
            print("FAILED", what)

    def equal(self, got, wanted, what):
        self.check(got == wanted, f"{what}: got {got!r:.400}, wanted {wanted!r:.400}")

    def end(self):
        print(f"{self.checks} checks, {self.count} failed")
        sys.exit(1 if self.count else 0)


def run(*arguments, cwd=None):
    """Returns (exit code, stdout, stderr); the program speaks Japanese whatever this machine's locale."""
    environment = {**os.environ, "LC_ALL": "ja_JP.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=300, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def convert(*arguments, cwd=None):
    """convert --json: returns (exit code, the object)."""
    code, out, _ = run("convert", *arguments, "--json", cwd=cwd)
    return code, json.loads(out)


def files(folder):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


def sample_arguments(folder):
    return (folder / "convert.args").read_text().split("\n")[:-1]
