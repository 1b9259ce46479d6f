#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What survey apps and map programs write, by their own rules. A case is a folder sources/NAME/ with one file and
  words      options of the command line, one a line
  expected/  what is written, found.txt as in test_dirty.py, and info.txt: how `anzenmap info` understood it
Nothing may be lost without a word, as test_dirty.py looks for it.
test_sources.py --accept [NAME...] writes what came out; read the diff."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import surveys
import test_dirty

CASES = surveys.HERE / "sources"
PRIVATE = ["class4", "山田", "やまだ", "鈴木", "collect:", "teacher@example.org"]


def cases() -> list:
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def produced(case: pathlib.Path, folder: pathlib.Path) -> tuple:
    run = test_dirty.run_case(case, folder)
    words = (case / "words").read_text("utf-8").splitlines() if (case / "words").exists() else []
    survey = test_dirty.survey_of(case).name
    info = subprocess.run([surveys.PROGRAM, "info", survey, *words], cwd=folder, env=surveys.ENVIRONMENT,
                          capture_output=True, timeout=surveys.TIMEOUT)
    assert info.stderr == b"" or run.error, info.stderr.decode()
    return run, test_dirty.produced(run) | {"info.txt": info.stdout}


def case_test(case: pathlib.Path):
    def test(folder):
        run, actual = produced(case, folder)
        expected = {path.name: path.read_bytes() for path in (case / "expected").glob("*")}
        faults = [f"{name}: expected\n{expected.get(name, b'').decode()}\nactual\n{actual.get(name, b'').decode()}"
                  for name in sorted(expected.keys() | actual.keys()) if expected.get(name) != actual.get(name)]
        assert not faults, "\n".join(faults)
        test_dirty.check_nothing_is_lost(case, run)
        for path in run.folder.glob("*") if run.folder.exists() else ():
            for word in PRIVATE:
                assert word.encode() not in path.read_bytes(), f"{path.name} holds {word}"
    return test


def test_rejects_come_back_mended(folder):
    """A submission without a place is mended in the rejects: the app's own ID stays its ID."""
    for name, columns, place in [("kobo-csv", ["_場所_latitude", "_場所_longitude"], ["34.0461", "131.8291"]),
                                 ("epicollect5", ["lat_4_Where", "long_4_Where"], ["34.0461", "131.8291"]),
                                 ("geopoint-column", ["いち"], ["34.0461 131.8291 0 5"])]:
        survey = shutil.copy(test_dirty.survey_of(CASES / name), folder)
        first = surveys.convert(folder, survey, "--name", name, output=name)
        rejects = next((folder / name).glob("*.rejected.csv"))
        rows = surveys.cells(rejects.read_bytes())
        assert first.rejected == 1 and len(rows) == 2, rows
        for column, value in zip(columns, place):
            rows[1][rows[0].index(column)] = value
        mended = surveys.write_csv(folder / f"{name}.mended.csv", rows)
        again = surveys.convert(folder, [survey, mended], "--name", name, output=name + "-again")
        assert (again.rejected, again.merged, again.written) == (0, 1, first.written + 1), again.summary
        ids = [row["ID"] for row in again.rows()]
        assert len(set(ids)) == len(ids)
        if name != "geopoint-column":
            text = pathlib.Path(survey).read_text("utf-8")
            assert all(one in text for one in ids), ids


def test_a_kobo_workbook_is_read_like_its_csv(folder):
    case = CASES / "kobo-csv"
    csv = shutil.copy(test_dirty.survey_of(case), folder)
    rows = test_dirty.cells_of(test_dirty.survey_of(case))
    book = surveys.write_xlsx(folder / "しらべ.xlsx", [[value for _, value in row] for row in rows])
    read = [surveys.convert(folder, path, "--name", "x", output=pathlib.Path(path).suffix[1:]) for path in (csv, book)]
    assert read[0].both() == read[1].both()
    info = subprocess.run([surveys.PROGRAM, "info", book], cwd=folder, env=surveys.ENVIRONMENT, capture_output=True)
    assert "KoBoToolbox Excel" in info.stdout.decode()


def test_columns_that_a_person_keeps(folder):
    survey = shutil.copy(test_dirty.survey_of(CASES / "kobo-csv"), folder)
    run = surveys.convert(folder, survey, "--keep", "_submission_time", "--keep", "_submitted_by")
    assert "_submission_time" in run.rows()[0] and "_submitted_by" not in run.rows()[0]


def accept(only: list) -> int:
    for case in cases():
        if only and case.name not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            _, made = produced(case, pathlib.Path(folder))
        shutil.rmtree(case / "expected", ignore_errors=True)
        (case / "expected").mkdir()
        for name, data in made.items():
            (case / "expected" / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    if "--accept" in sys.argv or os.environ.get("ANZENMAP_ACCEPT"):
        sys.exit(accept([word for word in sys.argv[1:] if not word.startswith("--")]))
    sys.exit(surveys.main({f"test_{case.name}": case_test(case) for case in cases()} |
                          {name: test for name, test in globals().items()
                           if name.startswith("test_") and callable(test)}))
