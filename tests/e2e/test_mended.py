#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A teacher mends NAME.rejected.csv and converts both files: mended rows stand in the place of their originals."""
import csv
import io
import json
import os
import pathlib
import tempfile

import survey

HEADER = "ID,名称,区分,緯度,経度,児童名"


def rows_of(path):
    return list(csv.reader(io.StringIO(pathlib.Path(path).read_text("utf-8-sig"), newline="")))


def mend(path, changes, encoding="utf-8-sig"):
    """changes: {row in the source: {column: value}}; other rows stay as they are."""
    rows = rows_of(path)
    for row in rows[1:]:
        for column, value in changes.get(int(row[2]), {}).items():
            row[rows[0].index(column)] = value
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    pathlib.Path(path).write_bytes(text.getvalue().encode(encoding))


def mended_csv(folder, failures):
    source = folder / "survey.csv"
    source.write_text(f"{HEADER}\nA1,門,危険,34.04,131.82,(名)\nA2,角,危険,,,(名)\nA3,橋,安全,34.06,131.84,(名)\n"
                      "A4,道,危険,0,0,(名)\nA5,,危険,34.07,131.85,(名)\n", "utf-8")
    code, result = survey.convert(source, "--output", folder / "out")
    failures.equal((code, result["read"], result["written"], result["rejected"]), (1, 5, 2, 3), "first run")
    rejects = folder / "out" / "survey.rejected.csv"
    failures.equal(oct(rejects.stat().st_mode & 0o777), "0o600", "rejects are for their owner")
    failures.equal(rows_of(rejects)[0], ["元ファイル", "シート", "行", "ID", "名称", "区分", "緯度", "経度", "code", "reason"],
                   "columns of the rejects, personal ones left out")
    failures.check("(名)" not in rejects.read_text("utf-8-sig"), "a personal value is in the rejects")

    # Mended in Excel, saved as CP932; one row is still wrong.
    mend(rejects, {3: {"緯度": "34.05", "経度": "131.83"}, 5: {"緯度": "34.061", "経度": "131.841"}}, "cp932")
    mended_bytes = rejects.read_bytes()
    code, result = survey.convert(source, rejects, "--output", folder / "out")
    counts = tuple(result[key] for key in ("read", "written", "rejected", "merged"))
    failures.equal((code, counts), (1, (8, 4, 1, 3)), "second run")
    failures.equal([row[0] for row in rows_of(folder / "out" / "survey.csv")], ["ID", "A1", "A2", "A3", "A4"],
                   "mended rows stand where their originals stood")
    failures.check("RU520" not in [d["code"] for d in result["diagnostics"]], "an ID shared with the original is not doubled")
    failures.equal(rejects.read_bytes(), mended_bytes, "the mended file is not overwritten")
    second = folder / "out" / "survey.rejected.2.csv"
    failures.equal([row[2] for row in rows_of(second)[1:]], ["6"], "what is still rejected")

    mend(second, {6: {"名称": "坂"}})
    code, result = survey.convert(source, rejects, second, "--output", folder / "out")
    failures.equal((code, result["written"], result["rejected"]), (0, 5, 0), "third run with both")

    # A clean run of the mended source removes the rejects that nobody reads any more.
    source.write_text(f"{HEADER}\nA1,門,危険,34.04,131.82,(名)\n", "utf-8")
    survey.convert(source, "--output", folder / "out")
    failures.check(not rejects.exists(), "a clean run removes older rejects")


def refusals(folder, failures):
    source = folder / "s.csv"
    source.write_text(f"{HEADER}\nA2,角,危険,,,x\n", "utf-8")
    survey.convert(source, "--output", folder / "out")
    rejects = folder / "out" / "s.rejected.csv"
    code, out, _ = survey.run("convert", rejects, "--output", folder / "out", "--name", "s", "--json")
    failures.equal((code, json.loads(out)["error"]["code"]), (2, "IN198"), "the rejects alone are refused")
    other = folder / "other.csv"
    other.write_text(f"{HEADER}\nA9,角,危険,34.1,131.9,x\n", "utf-8")
    code, out, _ = survey.run("convert", other, rejects, "--output", folder / "out2", "--json")
    failures.equal((code, json.loads(out)["error"]["code"]), (2, "IN199"), "mended rows without their original")
    failures.check(not (folder / "out2").exists() or not os.listdir(folder / "out2"), "a refusal writes nothing")


def mended_geojson(folder, failures):
    source = folder / "g.geojson"
    feature = {"type": "Feature", "geometry": None, "properties": {"名称": "門", "区分": "危険", "緯度": None, "経度": None}}
    good = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [131.8, 34.0]},
            "properties": {"名称": "角", "区分": "危険"}}
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, good]}), "utf-8")
    code, result = survey.convert(source, "--output", folder / "gout")
    failures.equal((code, result["rejected"]), (1, 1), "a feature without geometry is rejected")
    rejects = folder / "gout" / "g.rejected.csv"
    mend(rejects, {1: {"緯度": "34.05", "経度": "131.83"}})
    code, result = survey.convert(source, rejects, "--output", folder / "gout")
    failures.equal((code, result["read"], result["written"], result["merged"]), (0, 3, 2, 1), "mended feature")
    features = json.loads((folder / "gout" / "g.geojson").read_text())["features"]
    failures.equal(features[0]["geometry"], {"type": "Point", "coordinates": [131.83, 34.05]}, "its place")


def mended_sheet(folder, failures):
    sample = survey.SAMPLES / "syuuyou-excel" / "周陽小安全マップ.xlsx"
    small = ["--area", "131.82,34.0,131.9,34.2"]
    code, result = survey.convert(sample, "--output", folder / "x", "--name", "x", *small)
    failures.equal((code, result["read"], result["rejected"]), (0, 12, 0), "the Excel sample is clean")


def main():
    failures = survey.Failures()
    for part in (mended_csv, refusals, mended_geojson, mended_sheet):
        with tempfile.TemporaryDirectory() as folder:
            part(pathlib.Path(folder), failures)
    failures.end()


main()
