#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Open data of cities and other projects, as published (skipped where the files are not on this machine): every record
is accounted for and no coordinate moves."""
import csv
import io
import json
import sys
from decimal import Decimal

import surveys
from surveys import convert

try:
    import openpyxl
except ImportError:
    openpyxl = None


def data(name: str):
    path = surveys.SHARED_DATA / name
    if not path.exists():
        raise surveys.Skip(f"{name} is not on this machine")
    return path


def seven(value) -> str:
    return f"{float(value):.7f}"


def places(run) -> list:
    return [tuple(map(seven, one["geometry"]["coordinates"][:2])) for one in run.geojson()["features"]]


def text_of(value) -> str:
    return "" if value is None else str(value).strip(" \t\r\n\u3000")


def cell_text(value) -> str:
    """As a spreadsheet shows it: a whole number without a point."""
    return str(int(value)) if isinstance(value, float) and value == int(value) else text_of(value)


def check_shelters(folder, name: str, least: int):
    source = json.loads(data(name).read_text("utf-8"))["features"]
    run = convert(folder, data(name), "--profile", "evacuation-site")
    assert run.read == len(source) and run.written >= least, run.summary
    assert run.exit == 0 and run.written == run.read, run.summary
    assert places(run) == [tuple(map(seven, f["geometry"]["coordinates"])) for f in source]
    assert [(seven(row["経度"]), seven(row["緯度"])) for row in run.rows()] == places(run)
    for before, after in zip(source, run.geojson()["features"]):
        kept = {text_of(v) for v in after["properties"].values()}
        lost = {text_of(v) for k, v in before["properties"].items() if text_of(v)} - kept
        assert not {v for v in lost if v not in ("1", "0")}, (before, after)
    return run


def test_emergency_shelters_of_shunan(folder):
    run = check_shelters(folder, "shunan_emergency_shelters.geojson", 180)
    assert run.read == 185


def test_evacuation_shelters_of_shunan(folder):
    assert check_shelters(folder, "shunan_evacuation_shelters.geojson", 138).read == 138


def test_own_output_of_real_data_is_stable(folder):
    for name in ("shunan_emergency_shelters.geojson", "yamagata_evac_hippocrates.xlsx"):
        words = ("--profile", "evacuation-site", "--name", "s")
        first = convert(folder, data(name), *words, output="first")
        assert convert(folder, "first/s.geojson", *words, output="g").both() == first.both()
        assert convert(folder, "first/s.csv", *words, output="c").file(".csv") == first.file(".csv")


def test_evacuation_sites_of_yamagata(folder):
    path = data("yamagata_evac_hippocrates.xlsx")
    run = convert(folder, path, "--profile", "evacuation-site")
    assert run.read == run.written + run.rejected and run.exit == 0, run.summary
    if openpyxl is None:
        raise surveys.Skip("openpyxl is not installed, so the values were not compared")
    sheet = openpyxl.load_workbook(path, data_only=True, read_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if any(text_of(v) for v in row)]
    header = [text_of(v) for v in rows[0]]
    records = [dict(zip(header, row)) for row in rows[1:]]
    assert run.read == len(records) == 354, (run.read, len(records))
    assert places(run) == [(seven(r["経度"]), seven(r["緯度"])) for r in records]
    for record, row in zip(records, run.rows()):
        for name in ("名称", "所在地_連結表記", "災害種別_崖崩れ、土石流及び地滑り", "電話番号"):
            if name in row:
                assert cell_text(record[name]) == row[name].removeprefix("'"), (name, record[name], row[name])
        code = row["全国地方公共団体コード"]
        assert code.zfill(6) == code and int(code) == int(record["全国地方公共団体コード"]), row


def geo3x3_middle(code: str) -> tuple:
    """Longitude and latitude of the middle of a Geo3x3 cell, in the code's own words: each digit is one of nine."""
    west, south, size = Decimal(-180 if code[0] == "W" else 0), Decimal(-90), Decimal(180)
    for digit in map(int, code[1:]):
        size /= 3
        west, south = west + (digit - 1) % 3 * size, south + (digit - 1) // 3 * size
    return west + size / 2, south + size / 2


def test_layers_with_geo3x3_codes(folder):
    for name in ("accident", "aed", "house110", "mimamori"):
        path = data(f"kidssafe_{name}.csv")
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        run = convert(folder, path, output=name)
        assert run.read == run.written == len(rows) and run.exit == 1, (name, run.summary)  # 名称 is missing
        for row, place in zip(rows, places(run)):
            for said, written in zip(geo3x3_middle(row["Geo3x3"]), place):
                assert abs(said - Decimal(written)) <= Decimal("0.00000005"), (row, place)


def test_a_list_without_a_place(folder):
    path = data("kidssafe_index.csv")
    rows = [row for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")) if any(row)]
    run = convert(folder, path)
    assert run.read == run.rejected == len(rows) - 1 and run.exit == 1, run.summary
    for row, kept in zip(rows[1:], surveys.table(run.file(".rejected.csv"))):
        assert {text_of(v) for v in row if v} <= {text_of(v) for v in kept.values()}, (row, kept)


def test_styled_geojson_of_the_survey_authority(folder):
    path = data("gsi_style_sample1.geojson")
    source = json.loads(path.read_text("utf-8"))["features"]
    run = convert(folder, path, "--profile", "generic")
    assert run.read == run.written == len(source), run.summary
    after = run.geojson()["features"]
    assert [f["geometry"]["type"] for f in after] == [f["geometry"]["type"] for f in source]
    members = {name for one in source for name in one["properties"] if name.startswith("_")}
    told = [d["message"]["ja"] for d in run.summary["diagnostics"] if d["code"] == "IN324"]
    assert len(told) == 1 and all(name in told[0] for name in members - {"_radius"}), (told, members)
    for one, other in zip(source, after):  # the radius of a circle is data, the rest is style
        assert {name for name in other["properties"] if name.startswith("_")} <= {"_radius"}, other
        if "_radius" in one["properties"]:
            assert float(other["properties"]["_radius"]) == float(one["properties"]["_radius"]), (one, other)


def test_the_list_of_local_governments(folder):
    path = data("localgovjp-utf8.csv")
    records = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    run = convert(folder, path, "--profile", "generic")
    assert run.read == run.written == len(records), run.summary
    for record, row, place in zip(records, run.rows(), places(run)):
        for said, written in zip((record["lng"], record["lat"]), place):
            # Half a unit of the seventh decimal may go either way.
            assert abs(Decimal(said) - Decimal(written)) <= Decimal("0.00000005"), (record, place)
        marked = row["phrase"]
        assert text_of(record["phrase"]) in (marked, marked[1:]), (record, row)


def test_outlines_of_municipalities(folder):
    path = data("yamaguchi_municipalities.geojson")
    source = json.loads(path.read_text("utf-8"))["features"]
    run = convert(folder, path, "--profile", "generic")
    assert run.read == run.written == len(source), run.summary

    def positions(value):
        if isinstance(value[0], (int, float)):
            return [tuple(map(seven, value[:2]))]
        return [p for part in value for p in positions(part)]
    for one, other in zip(source, run.geojson()["features"]):
        assert sorted(positions(one["geometry"]["coordinates"])) == sorted(positions(other["geometry"]["coordinates"]))


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
