#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""--reading FILE: what `info --json` printed pins how the survey is read. Equal bytes and equal Readings give equal
files; what an edited Reading says is followed or told."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
SURVEY = "番号,場所,区分,緯度,経度,電話番号,ひとこと\r\n1,門,危険,34.0471,131.8282,0834-00-0000,暗い\r\n"


def run(*words, cwd):
    return subprocess.run([PROGRAM, *words], capture_output=True, env=ENVIRONMENT, timeout=120, cwd=cwd)


def info(cwd, *words) -> dict:
    return json.loads(run("info", *words, "--json", cwd=cwd).stdout)


def pin(folder, reading) -> None:
    (folder / "reading.json").write_text(json.dumps(reading, ensure_ascii=False), "utf-8")


def check(folder, *words):
    done = run("check", *words, "--reading", "reading.json", "--json", cwd=folder)
    return done, json.loads(done.stdout)


def codes(value) -> list:
    return [found["code"] for found in value["diagnostics"]]


def values(reading) -> list:
    return [(item["key"], item["value"]) for layer in reading["layers"] for item in layer["reading"]]


def test_equal_readings_give_equal_files(folder):
    for sample in sorted(path for path in (ROOT / "samples").iterdir() if path.is_dir()):
        for survey in sorted(sample.iterdir()):
            if survey.suffix not in (".csv", ".xlsx"):
                continue
            crs = ["--source-crs", "EPSG:6671"] if "zone3" in sample.name else []
            reading = info(folder, str(survey), *crs)
            pin(folder, reading)
            run("convert", str(survey), *crs, "--output", "free", "--name", "a", cwd=folder)
            run("convert", str(survey), "--reading", "reading.json", "--output", "pinned", "--name", "a", cwd=folder)
            for name in ("a.geojson", "a.csv"):
                assert (folder / "free" / name).read_bytes() == (folder / "pinned" / name).read_bytes(), survey
            again = info(folder, str(survey), "--reading", "reading.json")
            assert values(again) == values(reading), survey
            assert [layer["columns"] for layer in again["layers"]] == [layer["columns"] for layer in reading["layers"]]
            assert all(item["decided_by"] in ("person", "file") for layer in again["layers"]
                       for item in layer["reading"]), again


def test_an_edited_reading_is_followed(folder):
    (folder / "a.csv").write_bytes(SURVEY.encode())
    reading = info(folder, "a.csv")
    columns = {column["header"]: column for column in reading["layers"][0]["columns"]}
    columns["ひとこと"]["field"] = "コメント"
    columns["場所"]["field"] = None
    pin(folder, reading)
    done, value = check(folder, "a.csv")
    assert done.returncode == 1 and "RU504" in codes(value), value  # nothing is the name any more
    used = {column["header"]: column for column in info(folder, "a.csv", "--reading", "reading.json")["layers"][0]["columns"]}
    assert used["ひとこと"]["field"] == "コメント" and used["ひとこと"]["how"] == "pinned", used
    assert used["場所"]["field"] is None and used["場所"]["privacy"] == "internal", used


def test_a_reading_publishes_no_personal_column(folder):
    (folder / "a.csv").write_bytes(SURVEY.encode())
    for field in (None, "コメント"):
        reading = info(folder, "a.csv")
        for column in reading["layers"][0]["columns"]:
            if column["header"] == "電話番号":
                column["field"] = field
        pin(folder, reading)
        done, value = check(folder, "a.csv")
        assert "UI857" in codes(value), value
        run("convert", "a.csv", "--reading", "reading.json", "--output", "out", cwd=folder)
        for written in (folder / "out").iterdir():
            if written.suffix in (".csv", ".geojson"):
                assert b"0834-00-0000" not in written.read_bytes(), written


def test_what_is_not_followed_is_told(folder):
    (folder / "a.csv").write_bytes(SURVEY.encode())
    reading = info(folder, "a.csv")
    reading["layers"][0]["reading"].append({"key": "sepalator", "value": ";"})
    pin(folder, reading)
    done, value = check(folder, "a.csv")
    assert done.returncode == 0 and codes(value).count("UI857") == 1, value
    done, value = check(folder, "a.csv", "--header-row", "2")
    assert "UI857" in codes(value), value


def test_a_reading_of_one_file_fits_the_next_one(folder):
    (folder / "a.csv").write_bytes(SURVEY.encode("cp932"))
    pin(folder, info(folder, "a.csv"))
    (folder / "b.csv").write_bytes(SURVEY.encode("cp932"))
    done, value = check(folder, "b.csv")
    assert done.returncode == 0 and "UI857" not in codes(value), value
    done, value = check(folder, "b.csv", "b.csv")
    assert done.returncode == 2 and value["error"]["code"] == "UI856", value


def test_an_unusable_reading_is_wrong_usage(folder):
    (folder / "a.csv").write_bytes(SURVEY.encode())
    for text in ("", "[]", "{}", '{"layers":[]}', '{"layers":[1]}', '{"layers":[{"file":1}]}',
                 '{"layers":[{"file":"a.csv","reading":1}]}', '{"layers":[{"file":"a.csv","reading":[1]}]}',
                 '{"layers":[{"file":"a.csv","reading":[{"key":"header_row","value":"x"}]}]}',
                 '{"layers":[{"file":"a.csv","columns":[{"header":"場所","field":1}]}]}'):
        (folder / "reading.json").write_text(text, "utf-8")
        done, value = check(folder, "a.csv")
        assert done.returncode == 2 and value["error"]["code"] == "UI855", (text, value)
    (folder / "reading.json").unlink()
    done, value = check(folder, "a.csv")
    assert done.returncode == 2 and value["error"]["code"] == "UI855", value
    pin(folder, {"layers": [{"file": "a.csv", "columns": [{"header": "場所", "field": "名しょう"}]}]})
    done, value = check(folder, "a.csv")
    assert done.returncode == 2 and value["error"]["code"] == "RU507", value


def main() -> int:
    failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {name}")
            except Exception as problem:  # one failing test must not hide the others
                failed += 1
                print(f"FAILED {name}: {type(problem).__name__}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
