#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Other people's programs read what Anzenmap wrote, and read its inputs as it does: GDAL, an RFC 7946 checker from npm,
Python's csv, frictionless, openpyxl and calamine. What is not installed is skipped, and said."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import surveys
from surveys import convert, feature, point, write_csv, write_geojson

CHECK_GEOJSON = """
const {getIssues} = require(process.argv[1]);
const fs = require('fs');
for (const file of process.argv.slice(2))
  for (const issue of getIssues(fs.readFileSync(file, 'utf8'))) console.log(file, JSON.stringify(issue));
"""
SHAPES = [
    point(131.8, 34.04),
    {"type": "MultiPoint", "coordinates": [[131.8, 34.04], [131.81, 34.04]]},
    {"type": "LineString", "coordinates": [[131.8, 34.04, 5], [131.81, 34.05, 6]]},
    {"type": "Polygon", "coordinates": [[[131.8, 34.04], [131.8, 34.05], [131.81, 34.05], [131.8, 34.04]]]},
    {"type": "MultiPolygon", "coordinates": [[[[131.8, 34.04], [131.81, 34.04], [131.81, 34.05], [131.8, 34.04]]]]},
    {"type": "GeometryCollection", "geometries": [point(131.8, 34.04)]},
]


def need(command: str) -> str:
    found = shutil.which(command)
    if not found:
        raise surveys.Skip(f"{command} is not installed")
    return found


def conversions(folder) -> list:
    """All samples, every kind of shape and an empty survey, converted."""
    runs = []
    for sample in surveys.samples():
        work = folder / sample.name
        shutil.copytree(sample, work)
        words = surveys.sample_arguments(sample)
        inputs = [word for word in words if (work / word).exists()]
        runs.append(convert(work, inputs, *[word for word in words if word not in inputs]))
    write_geojson(folder / "shapes.geojson", [feature(g, {"名称": f"形{n}"}, id=n) for n, g in enumerate(SHAPES)],
                  title="形の見本")
    runs.append(convert(folder, "shapes.geojson", "--profile", "generic", output="shapes"))
    write_csv(folder / "empty.csv", [["ID", "名称", "緯度", "経度"]])
    runs.append(convert(folder, "empty.csv", "--profile", "generic", output="empty"))
    assert runs[-1].written == 0 and runs[-1].exit == 1, runs[-1].summary
    return runs


def path_of(run, kind: str) -> pathlib.Path:
    return next(run.cwd / o["path"] for o in run.outputs if o["format"] == kind)


def test_gdal_opens_the_geojson(folder):
    ogrinfo = need("ogrinfo")
    for run in conversions(folder):
        path = path_of(run, "geojson")
        done = subprocess.run([ogrinfo, "-ro", "-al", "-so", path], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0 and "ERROR" not in done.stderr and "Warning" not in done.stderr, done.stderr
        assert f"Feature Count: {run.written}\n" in done.stdout, done.stdout
        assert run.written == 0 or 'GEOGCRS["WGS 84"' in done.stdout, done.stdout
        fields = re.findall(r"^(.+): (?:String|Integer|Integer64|Real|Date|Time)(?:\(.*\))? \(", done.stdout, re.MULTILINE)
        wanted = list(run.geojson()["features"][0]["properties"]) if run.written else []
        assert [f for f in fields if f != "id"] == wanted, (fields, wanted)


def test_gdal_reads_equal_values(folder):
    ogr2ogr = need("ogr2ogr")
    for run in conversions(folder):
        if not run.written:
            continue
        target = folder / "copy.geojson"
        target.unlink(missing_ok=True)
        subprocess.run([ogr2ogr, "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", target, path_of(run, "geojson")],
                       check=True, capture_output=True, timeout=60)
        for ours, theirs in zip(run.geojson()["features"], json.loads(target.read_text("utf-8"))["features"]):
            assert ours["geometry"] == theirs["geometry"], (ours, theirs)
            for name, value in ours["properties"].items():
                copied = theirs["properties"][name]
                if isinstance(copied, str) and re.fullmatch(r"\d{4}/\d\d/\d\d", copied):
                    copied = copied.replace("/", "-")
                if isinstance(copied, str) and re.fullmatch(r"\d\d:\d\d:00", copied):
                    copied = copied[:-3] if value.startswith("0") else copied[:-3].removeprefix("0")
                assert copied == value or copied == json.dumps(value), (name, value, copied)


def test_the_checker_of_geojson_finds_nothing(folder):
    node = need("node")
    package = pathlib.Path(os.environ.get("ANZENMAP_NPM", surveys.ROOT / "build" / "npm"))
    package = package / "node_modules" / "@placemarkio" / "check-geojson"
    if not package.exists():
        raise surveys.Skip("@placemarkio/check-geojson is not installed")

    def issues(*paths):
        done = subprocess.run([node, "-e", CHECK_GEOJSON, package, *paths], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout
    found = issues(*[path_of(run, "geojson") for run in conversions(folder)])
    assert found == "", found
    (folder / "broken.geojson").write_text('{"type":"FeatureCollection","features":[{"type":"Feature"}]}')
    assert issues(folder / "broken.geojson"), "the checker finds nothing at all"


def test_python_reads_equal_values_from_the_csv(folder):
    for run in conversions(folder):
        rows, features = run.rows(), run.geojson()["features"]
        for row, one in zip(rows, features):
            for name, cell in row.items():
                if name in ("形状", "緯度", "経度") and not one["properties"].get(name):
                    continue
                value = one["properties"][name]
                said = "" if value is None else value if isinstance(value, str) else json.dumps(value)
                if isinstance(value, (int, float)) and cell:
                    assert float(cell) == float(value), (name, cell, value)
                else:
                    assert cell in (said, "'" + said), (name, cell, value)
            if one["geometry"]["type"] == "Point" and len(one["geometry"]["coordinates"]) == 2:
                assert [float(row["経度"]), float(row["緯度"])] == one["geometry"]["coordinates"], row


def test_frictionless_finds_the_package_valid(folder):
    try:
        import frictionless
    except ImportError:
        raise surveys.Skip("frictionless is not installed") from None
    for run in conversions(folder):
        if run.errors:
            continue  # Its CSV holds the values that the report calls wrong.
        package = json.loads(path_of(run, "datapackage").read_text("utf-8"))
        tables = [r["name"] for r in package["resources"] if r["format"] == "csv"]
        report = frictionless.Package(str(path_of(run, "datapackage"))).validate()
        faults = [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]
        assert tables and not faults, faults


def test_other_readers_of_the_excel_sample_see_the_same(folder):
    readers = {}
    try:
        import openpyxl
        readers["openpyxl"] = lambda path: [
            [c.value for c in row] for row in openpyxl.load_workbook(path, data_only=True)["安全マップ"].iter_rows()]
    except ImportError:
        pass
    try:
        import python_calamine
        readers["calamine"] = lambda path: python_calamine.CalamineWorkbook.from_path(
            str(path)).get_sheet_by_name("安全マップ").to_python(skip_empty_area=False)
    except ImportError:
        pass
    if not readers:
        raise surveys.Skip("neither openpyxl nor python-calamine is installed")
    sample = surveys.ROOT / "samples" / "syuuyou-excel"
    workbook = next(sample.glob("*.xlsx"))
    run = convert(folder, workbook)
    for name, read in readers.items():
        rows = [row for row in read(workbook) if any(v not in (None, "") for v in row)]
        header = next(i for i, row in enumerate(rows) if row[0] == "番号")
        records = [row for row in rows[header + 1:] if row[0] != "合計"]
        assert len(records) == run.read, (name, len(records))
        for record, ours in zip(records, run.rows()):
            # 番号, 班, 名称, 区分, 分野, 種別, 調査日, コメント, 緯度, 経度
            assert [record[0], record[2], record[7] or ""] == [ours["ID"], ours["名称"], ours["コメント"]], (name, record)
            assert record[1] in (None, "") or str(int(record[1])) == ours["班"], (name, record)
            assert [record[8], record[9]] == [float(ours["緯度"]), float(ours["経度"])], (name, record)
            assert record[6].isoformat()[:10] == ours["調査日"], (name, record)


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
