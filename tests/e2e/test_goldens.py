#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""samples/<name>/expected/ is what `anzenmap convert` with the words of convert.args writes and prints, byte for
byte, whatever the number of threads; of a map page, what it knows of the survey.
test_goldens.py --accept [NAME...] writes what came out; read the diff."""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import surveys

THREADS = ("1", "2", "8")


def produce(sample: pathlib.Path, threads: str, folder: pathlib.Path) -> dict:
    """The files that a conversion of a copy of the sample writes, and what it prints."""
    work = folder / f"{sample.name}-{threads}"
    shutil.copytree(sample, work, ignore=shutil.ignore_patterns("expected"))
    done = subprocess.run([surveys.PROGRAM, "convert", *surveys.sample_arguments(sample), "--output", "out",
                           "--threads", threads], cwd=work, env=surveys.ENVIRONMENT, capture_output=True,
                          timeout=surveys.TIMEOUT)
    assert done.returncode in (0, 1), (done.returncode, done.stderr.decode())
    assert done.stderr == b"", done.stderr.decode()
    made = {path.name: path.read_bytes() for path in sorted((work / "out").iterdir())}
    made = {name + ".data" if name.endswith(".map.html") else name:
            surveys.map_data(data) if name.endswith(".map.html") else data
            for name, data in made.items()}
    return made | {"stdout.txt": done.stdout, "exit": b"%d\n" % done.returncode}


def difference(name: str, expected: bytes, actual: bytes) -> str:
    lines = [part.decode("utf-8", "backslashreplace").splitlines() for part in (expected, actual)]
    return "\n".join(difflib.unified_diff(*lines, f"expected {name}", f"actual {name}", lineterm="", n=1))


def test_samples_give_their_goldens(folder):
    faults = []
    assert surveys.samples(), "samples/ is empty"
    for sample in surveys.samples():
        expected = {path.name: path.read_bytes() for path in sorted((sample / "expected").glob("*"))}
        for threads in THREADS:
            actual = produce(sample, threads, folder)
            for name in sorted(expected.keys() | actual.keys()):
                if expected.get(name) != actual.get(name):
                    faults.append(f"{sample.name} with {threads} threads: " +
                                  difference(name, expected.get(name, b""), actual.get(name, b"")))
    assert not faults, "\n".join(faults)


def accept(only: list) -> int:
    for sample in surveys.samples():
        if only and sample.name not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = produce(sample, "1", pathlib.Path(folder))
        shutil.rmtree(sample / "expected", ignore_errors=True)
        (sample / "expected").mkdir()
        for name, data in made.items():
            (sample / "expected" / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    if "--accept" in sys.argv or os.environ.get("ANZENMAP_ACCEPT"):
        sys.exit(accept([word for word in sys.argv[1:] if not word.startswith("--")]))
    sys.exit(surveys.main(globals()))
