#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Twenty ways in which real surveys are dirty. A case is a folder dirty/NN-name/ with one survey and
  words      options of the command line, one a line
  expected/  what is written, and found.txt: exit code, counts and diagnostics (severity, code, row, column)
Beside the goldens each case must show that nothing was lost without a word: every cell stands in an output, in the
rejects, in a diagnostic, or in a column that was told to be personal.
test_dirty.py --accept [NAME...] writes what came out; read the diff."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

import surveys
from surveys import convert

CASES = surveys.HERE / "dirty"
KEPT = (".csv", ".geojson", ".rejected.csv")  # the other outputs are tested with samples/


def cases() -> list:
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def survey_of(case: pathlib.Path) -> pathlib.Path:
    found = [path for path in case.iterdir() if path.is_file() and path.name != "words"]
    assert len(found) == 1, found
    return found[0]


def run_case(case: pathlib.Path, folder: pathlib.Path):
    words = (case / "words").read_text("utf-8").splitlines() if (case / "words").exists() else []
    survey = shutil.copy(survey_of(case), folder)
    run = convert(folder, pathlib.Path(survey).name, "--name", "survey", *words, lawful=False)
    if run.exit in (0, 1):
        surveys.check_promises(run)
    return run


def found_text(run) -> str:
    """What was found, in the order of the report."""
    lines = [f"exit {run.exit}",
             f"read {run.read} = written {run.written} + rejected {run.rejected} + merged {run.merged}"]
    if run.error:
        return "\n".join([*lines, f"stopped {run.error['code']}"]) + "\n"
    for one in run.report()["diagnostics"]:
        row = f" row {one['row']}" if one["row"] else ""
        column = f" {one['column']}" if one["column"] else ""
        fix = f": {one['fix']['before']} -> {one['fix']['after']} ({one['fix']['safety']})" if one["fix"] else ""
        lines.append(f"{one['severity']} {one['code']}{row}{column}{fix}")
    return "\n".join(lines) + "\n"


def produced(run) -> dict:
    made = {"found.txt": found_text(run).encode()}
    if run.folder.exists():
        made |= {path.name: path.read_bytes() for path in run.folder.iterdir() if path.name.endswith(KEPT)}
    return made


def cells_of(survey: pathlib.Path) -> list:
    """The rows of the survey as another reader sees them, numbered as the report numbers them; none for formats that
    are refused."""
    if survey.suffix == ".csv":
        data = survey.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp932")
        first = text.split("\n", 1)[0]
        mark = ";" if first.count(";") > first.count(",") else ","
        return [list(enumerate(row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    if survey.suffix == ".geojson":
        features = json.loads(survey.read_text("utf-8"))["features"]
        return [list(one["properties"].items()) for one in features]
    if survey.suffix == ".xlsx":
        try:
            import openpyxl
        except ImportError:
            return []
        sheet = openpyxl.load_workbook(survey).active
        return [list(enumerate(row)) for row in sheet.iter_rows(values_only=True)]
    return []


# Well-known text, or a list of numbers with blanks between them.
PLACE = re.compile(r"(SRID=\d+;)?(POINT|LINESTRING|(MULTI)?POLYGON)|[0-9.]+ [0-9.]+[0-9.; ]*$", re.IGNORECASE)


def texts_in(value) -> list:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_in(part)]
    return [] if value is None else [value if isinstance(value, str) else json.dumps(value)]


def check_nothing_is_lost(case: pathlib.Path, run) -> None:
    rows = cells_of(survey_of(case))
    if run.error or not rows:
        return
    report = run.report()["diagnostics"]
    everything = "\n".join([*texts_in(report), run.file(".csv").decode("utf-8-sig").replace('""', '"'),
                            *texts_in(run.geojson())] +
                           ([run.file(".rejected.csv").decode("utf-8-sig")] if run.rejected else []))
    header = next(row for row in rows if len([v for _, v in row if v]) > 1)
    # The second column of one header is called "児童名 (2)".
    personal_names = {one["column"].split(" (")[0] for one in report if one["code"] == "PR601"}
    left_out = {name for one in report if one["code"] in ("IN320", "IN324")
                for name in one["message"]["ja"].split(": ", 1)[1].split("、")}
    totals = {one["row"] for one in report if one["code"] == "IN121"}
    for number, row in enumerate(rows, 1):
        if number in totals or row is header:
            continue
        for at, value in row:
            name = header[at][1] if isinstance(at, int) and at < len(header) else at
            if value in (None, "") or str(value).startswith("=") and survey_of(case).suffix == ".xlsx":
                continue  # a formula is its value
            if name in left_out:
                continue
            if name in personal_names:
                said = any(str(value) in str(other) for place, other in row if place != at)
                assert said or str(value) not in everything, f"row {number}: {name} is personal and was written"
                continue
            if PLACE.match(str(value)):
                value = re.findall(r"[0-9]+\.[0-9]{2,}", value)
            if name == "geo3x3":  # digits of a grid: the place is written in degrees
                continue
            texts = texts_in(value) if isinstance(value, (str, list)) else as_shown(value)
            lost = [t for t in texts if t.strip(" \u3000") not in everything]
            assert not lost or (len(texts) > 1 and len(lost) < len(texts) and not isinstance(value, list)), \
                f"row {number}, {name}: {lost} is nowhere"


def as_shown(value) -> list:
    """The ways in which a cell's number or date may stand in an output."""
    if hasattr(value, "isoformat"):
        return [value.isoformat()[:10], value.isoformat()]
    return [str(value), f"{value}".removesuffix(".0"), str(value).lower()]


def difference(case: pathlib.Path, run) -> str:
    expected = {path.name: path.read_bytes() for path in (case / "expected").glob("*")}
    actual = produced(run)
    return "\n".join(f"{name}: expected\n{expected.get(name, b'').decode()}\nactual\n{actual.get(name, b'').decode()}"
                     for name in sorted(expected.keys() | actual.keys()) if expected.get(name) != actual.get(name))


def case_test(case: pathlib.Path):
    def test(folder):
        run = run_case(case, folder)
        faults = difference(case, run)
        assert not faults, faults
        if run.exit == 3:
            assert not run.folder.exists() or not any(run.folder.iterdir()), "something was written"
            assert run.error["message"]["ja"] and run.error["message"]["en"]
        check_nothing_is_lost(case, run)
    return test


def accept(only: list) -> int:
    for case in cases():
        if only and case.name not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = produced(run_case(case, pathlib.Path(folder)))
        shutil.rmtree(case / "expected", ignore_errors=True)
        (case / "expected").mkdir()
        for name, data in made.items():
            (case / "expected" / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    if "--accept" in sys.argv or os.environ.get("ANZENMAP_ACCEPT"):
        sys.exit(accept([word for word in sys.argv[1:] if not word.startswith("--")]))
    sys.exit(surveys.main({f"test_{case.name}": case_test(case) for case in cases()}))
