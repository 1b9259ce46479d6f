#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real surveys beside the repository: every record accounted for, each coordinate unchanged to 7 decimals."""
import json
import pathlib
import sys
import tempfile

import survey


def ledger(result, failures, what):
    failures.equal(result["read"], result["written"] + result["rejected"] + result["merged"], f"{what}: ledger")


def shelters(folder, failures):
    for name, least in (("shunan_emergency_shelters", 180), ("shunan_evacuation_shelters", 130)):
        source = survey.SHARED / f"{name}.geojson"
        before = json.loads(source.read_text("utf-8"))["features"]
        _, result = survey.convert(source, "--profile", "evacuation-site", "--output", folder)
        ledger(result, failures, name)
        failures.equal(result["read"], len(before), f"{name}: read")
        failures.check(result["written"] >= least, f"{name}: {result['written']} written")
        after = json.loads((folder / f"{name}.geojson").read_text("utf-8"))["features"]
        if len(after) != len(before):
            continue
        for old, new in zip(before, after):
            same = [round(v, 7) for v in old["geometry"]["coordinates"][:2]] == new["geometry"]["coordinates"][:2]
            failures.check(same, f"{name}: {old['geometry']} became {new['geometry']}")


def yamagata(folder, failures):
    try:
        import openpyxl
    except ImportError:
        print("SKIP: no openpyxl here")
        return
    source = survey.SHARED / "yamagata_evac_hippocrates.xlsx"
    _, result = survey.convert(source, "--profile", "evacuation-site", "--output", folder)
    ledger(result, failures, "yamagata")
    rows = list(openpyxl.load_workbook(source, read_only=True).worksheets[0].iter_rows(values_only=True))
    header = list(rows[0])
    rows = [row for row in rows[1:] if any(value is not None for value in row)]
    failures.equal(result["read"], len(rows), "yamagata: read")
    features = json.loads((folder / "yamagata_evac_hippocrates.geojson").read_text("utf-8"))["features"]
    failures.equal(len(features), result["written"], "yamagata: features")
    places = [[round(float(row[header.index("経度")]), 7), round(float(row[header.index("緯度")]), 7)] for row in rows]
    failures.equal([f["geometry"]["coordinates"] for f in features], places, "yamagata: places")
    failures.equal([f["properties"]["名称"] for f in features], [row[header.index("名称")] for row in rows], "yamagata: names")


def others(folder, failures):
    for source, profile in [(path, "safety-map") for path in sorted(survey.SHARED.glob("kidssafe_*.csv"))] + [
            (survey.SHARED / "gsi_style_sample1.geojson", "generic"), (survey.SHARED / "localgovjp-utf8.csv", "generic"),
            (survey.SHARED / "yamaguchi_municipalities.geojson", "generic")]:
        code, result = survey.convert(source, "--profile", profile, "--output", folder, "--name", source.stem)
        failures.check(code in (0, 1), f"{source.name}: exit {code} {result['error']}")
        ledger(result, failures, source.name)
        failures.check(result["read"] > 0, f"{source.name}: nothing read")


def main():
    if not survey.SHARED.is_dir():
        print("SKIP: no real data beside the repository")
        sys.exit(77)
    failures = survey.Failures()
    with tempfile.TemporaryDirectory() as folder:
        for part in (shelters, yamagata, others):
            part(pathlib.Path(folder), failures)
    failures.end()


main()
