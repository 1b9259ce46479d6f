#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Surveys of many chunks give the same bytes of every output, and the same messages, with 1, 2 and 8 threads, and the
same whatever of the three formats they came in."""
import random
import sys

import surveys
import test_round_trips
from surveys import convert, feature, point, write_csv, write_geojson, write_xlsx

RECORDS = 6000  # some 2 MB, a chunk is 256 KiB


def dirty_rows(random_) -> list:
    """Rows with all that looks across records: doubled and missing IDs, equal records, rejects, a line break."""
    rows = [["ID", "名称", "区分", "調査日", "緯度", "経度", "コメント", "天気"]]
    for n in range(RECORDS):
        identity = random_.choice([f"A{n}", f"A{n}", f"A{n}", "", f"B{random_.randrange(500)}"])
        place = random_.choice([(f"{34 + n / 1e6:.6f}", f"{131.8 + n / 1e6:.6f}")] * 20 +
                               [("34.04", "131.8"), ("", ""), ("0", "0"), ("131.8", "34.04"), ("３４．０４", "131.8"),
                                ("きた", "131.8"), ("50.0", "131.8"), ("34度2分3秒", "131度49分1秒"), ("36.0", "139.7")])
        rows.append([identity, random_.choice(["正門", "坂の上", "公園"]), random_.choice(["危険", "安全", "キケン", "変"]),
                     random_.choice(["2024-10-03", "R6.10.3", "2024-13-01", ""]), *place,
                     random_.choice(["", "暗い道\nせまい", "=1+1", "字" * random_.randrange(600)]), f"晴れ{n}"])
    return rows


def outputs(run) -> dict:
    return {path.name: path.read_bytes() for path in run.folder.iterdir()} | {"stdout": run.stdout}


def check_threads(folder, survey: str, *words):
    first = convert(folder, survey, *words, "--threads", "1")
    before = outputs(first)
    assert first.rejected > 100 and first.errors > 1000, first.summary
    for threads in ("2", "8", "8"):
        after = outputs(convert(folder, survey, *words, "--threads", threads, checked=False))
        assert before.keys() == after.keys(), after.keys()
        for name, data in before.items():
            assert data == after[name], f"{name} differs with {threads} threads"
    return first


def test_csv(folder):
    write_csv(folder / "s.csv", dirty_rows(random.Random(1)))
    check_threads(folder, "s.csv")


def test_cp932_that_looks_like_utf8_at_first(folder):
    """The encoding is found out far behind the head: the whole file is read again."""
    rows = dirty_rows(random.Random(2))
    plain = [[str(n), "gate", "A", "2024-10-03", "34.04", "131.8", "", ""] for n in range(30000)]
    write_csv(folder / "s.csv", [["id", "name", "kind", "date", "lat", "lon", "comment", "memo"]] + plain + rows[1:], "cp932")
    run = check_threads(folder, "s.csv")
    assert run.read == 30000 + RECORDS, run.summary
    assert "晴れ1" in run.file(".csv").decode("utf-8-sig")


def test_geojson(folder):
    features = []
    for row in dirty_rows(random.Random(3))[1:]:
        try:
            geometry = point(float(row[5]), float(row[4]))
        except ValueError:
            geometry = None
        features.append(feature(geometry, dict(zip(["ID", "名称", "区分", "調査日"], row)) | {"コメント": row[6], "天気": row[7]}))
    write_geojson(folder / "s.geojson", features)
    check_threads(folder, "s.geojson")


def test_xlsx_and_csv_give_the_same(folder):
    rows = dirty_rows(random.Random(4))
    write_xlsx(folder / "s.xlsx", rows)
    write_csv(folder / "s.csv", rows)
    from_sheet = check_threads(folder, "s.xlsx")
    from_text = convert(folder, "s.csv", output="text", checked=False)
    assert from_sheet.both() == from_text.both()
    assert from_sheet.codes("error") == from_text.codes("error")


def test_mended_rows_far_apart(folder):
    rows = dirty_rows(random.Random(5))
    write_csv(folder / "s.csv", rows)
    first = convert(folder, "s.csv", checked=False)
    rejects = surveys.cells(first.file(".rejected.csv"))
    latitude, longitude = rejects[0].index("緯度"), rejects[0].index("経度")
    for n, row in enumerate(rejects[1:]):
        if n % 3:
            row[latitude], row[longitude] = f"34.{n:06d}", "131.9"
    write_csv(folder / "out" / "s.rejected.csv", rejects, "utf-8-sig")
    results = [outputs(convert(folder, ["s.csv", "out/s.rejected.csv"], "--threads", threads, checked=False))
               for threads in "128"]
    assert results[0] == results[1] == results[2]
    again = convert(folder, ["s.csv", "out/s.rejected.csv"])
    assert again.read == RECORDS + len(rejects) - 1 and again.merged == len(rejects) - 1, again.summary
    assert again.rejected == len([n for n in range(len(rejects) - 1) if n % 3 == 0]), again.summary
    test_round_trips.expect_same(again, convert(folder, "out/s.geojson", output="again", checked=False))


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
