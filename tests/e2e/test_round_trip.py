#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reading our own GeoJSON again gives the same bytes of both files; our own CSV those of the CSV, and of the GeoJSON
too where it holds neither heights nor foreign members nor ids without a column."""
import csv
import json
import pathlib
import random
import tempfile

import survey

AWKWARD = ["", "=SUM(A1)", "+81-834", "-5", "-ab", "@home", "'quoted", "'=x", "''", "＝全角", "＋たす", "－ひく", "＠アット",
           'say "hi"', '"', "a,b", "line\nbreak", "cr\r\nlf", "back\\slash", "👧🏽と🚸", "か\u3099", "007", "1e5", "TRUE", "null",
           "tab\tinside", "ends with quote'", "１２３", "㈱①", "x" * 250, "   中 の 空白", "é", "\u2028", "0", "34.0500"]


def random_csv(path, seed):
    chance = random.Random(seed)
    header = ["ID", "名称", "区分", "コメント", "緯度", "経度", "学年", "ふしぎ", "調査日"]
    rows = [header]
    for i in range(chance.randint(1, 60)):
        rows.append([
            chance.choice([f"A{i}", f"00{i}", "", "A0"]),
            chance.choice(["門", "橋", "角"]) + chance.choice(AWKWARD)[:30],
            chance.choice(["危険", "きけん", "安全", ""]),
            chance.choice(AWKWARD),
            f"{chance.uniform(33.8, 34.4):.{chance.randint(0, 9)}f}",
            chance.choice([f"{chance.uniform(131.6, 132.0):.{chance.randint(1, 9)}f}", "東経131度49分41.6秒"]),
            chance.choice(["3", "", "四", "9"]),
            chance.choice(AWKWARD),
            chance.choice(["R6.5.1", "2024-05-01", "いつか", ""]),
        ])
    with open(path, "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)


def random_geojson(path, seed):
    chance = random.Random(seed)

    def position(height):
        place = [round(chance.uniform(131.6, 132.0), 7), round(chance.uniform(33.8, 34.4), 7)]
        return place + [round(chance.uniform(0, 90), 2)] if height else place

    def ring():
        x, y = position(False)
        return [[x, y], [round(x + 0.01, 7), y], [round(x + 0.01, 7), round(y + 0.01, 7)], [x, y]]

    features = []
    for i in range(chance.randint(1, 40)):
        height = chance.random() < 0.3
        geometry = chance.choice([
            {"type": "Point", "coordinates": position(height)},
            {"type": "LineString", "coordinates": [position(height), position(height)]},
            {"type": "Polygon", "coordinates": [ring()]},
            {"type": "MultiPoint", "coordinates": [position(False), position(False)]},
            {"type": "MultiPolygon", "coordinates": [[ring()], [ring()]]},
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": position(False)},
                                                          {"type": "LineString", "coordinates": [position(False), position(False)]}]},
        ])
        feature = {"type": "Feature", "geometry": geometry,
                   "properties": {"名称": "場所" + chance.choice(AWKWARD)[:20], "区分": "危険", "数": chance.choice([1, 2.50, None, True, "x"])}}
        if chance.random() < 0.5:
            feature["id"] = chance.choice([i, f"f{i}", f'q"{i}'])
        if chance.random() < 0.3:
            feature["よそ"] = {"a": [1, None, "\u0001"]}
        if chance.random() < 0.5:
            del feature["properties"]["数"]
        features.append(feature)
    collection = {"type": "FeatureCollection", "name": "よその名前", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=chance.random() < 0.5), "utf-8")


def again(scratch, number, source, name, *options):
    out = scratch / f"out{number}"
    code, result = survey.convert(source, "--output", out, "--name", name, *options)
    return (survey.files(out), result) if code in (0, 1) else ({}, result)


def check(source, name, failures, *options, only_csv=False):
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        first, result = again(scratch, 1, source, name, *options)
        counts = {key: result[key] for key in ("read", "written", "rejected", "merged")}
        failures.equal(counts["read"], counts["written"] + counts["rejected"] + counts["merged"], f"{source}: ledger")
        if not first:
            failures.check(False, f"{source}: {result['error']}")
            return
        csv_options = [o for o in options if o in ("--csv-encoding", "cp932")]
        geojson_again, _ = again(scratch, 2, scratch / "out1" / f"{name}.geojson", name, *csv_options)
        csv_again, _ = again(scratch, 3, scratch / "out1" / f"{name}.csv", name, *csv_options)
        for kind in ("geojson", "csv"):
            failures.check(first[f"{name}.{kind}"] == geojson_again.get(f"{name}.{kind}"), f"{source}: GeoJSON -> {kind}")
        failures.check(first[f"{name}.csv"] == csv_again.get(f"{name}.csv"), f"{source}: CSV -> csv")
        if not only_csv:
            failures.check(first[f"{name}.geojson"] == csv_again.get(f"{name}.geojson"), f"{source}: CSV -> geojson")


def main():
    failures = survey.Failures()
    for folder in sorted(path.parent for path in survey.SAMPLES.glob("*/convert.args")):
        arguments = survey.sample_arguments(folder)
        name = arguments[arguments.index("--name") + 1]
        rest = [a for i, a in enumerate(arguments[1:], 1) if a != "--name" and arguments[i - 1] != "--name"]
        check(folder / arguments[0], name, failures, *rest)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(25):
            source = pathlib.Path(folder) / f"s{seed}.csv"
            random_csv(source, seed)
            check(source, "survey", failures)
            source = pathlib.Path(folder) / f"s{seed}.geojson"
            random_geojson(source, seed)
            check(source, "survey", failures, only_csv=True)
        source = pathlib.Path(folder) / "s3.csv"
        check(source, "survey", failures, "--csv-encoding", "cp932", only_csv=True)
    failures.end()


main()
