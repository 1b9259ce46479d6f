#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What Anzenmap wrote it reads again without a change: its GeoJSON gives the same bytes of both files, its CSV those of
the CSV, and of the GeoJSON too where that holds neither heights nor foreign members nor ids without a column."""
import random
import shutil
import sys

import surveys
from surveys import cells, convert, feature, point, write_csv, write_geojson

SEED = 20241003
RECORDS = 300

# What children, tablets and spreadsheets put into a cell.
AWKWARD = [
    "", "ふつうの文", 'かぎ"かっこ"', '"', '""', "a,b", "改行\nあり", "改行\r\nあり", "\n", "tab\tの中", "=1+1", "+81", "-3",
    "@home", "'", "''", "'=1", "''=1", "'かぎ", "\t先頭タブ", "＝全角", "＋全角", "－全角", "＠全角", "'＝全角", "＇", "👦🏻と犬🐕",
    "か\u3099っこう", "髙﨑①㈱～", "0012", "007", "1.50", "1e5", "-", "=", "2024-10-03", "10/3", "TRUE", "true", "null", "NULL",
    "なし", "〃", "同上", "\u3000", "a\u3000b", "ﾊﾝｶｸ", "〜～−－", ";", "a;b", "\\n", "{}", "[1]", "<b>&amp;</b>", "%00", "#N/A",
    "\u200b", "\ufeffbom", "\u00a0nbsp", "e\u0301", "𠮷野家", "合計", "計", "x" * 3000, "終わりに空白 ", " 頭に空白", "ひらがなの後に空白\u3000",
    "漢字の後に空白\u3000", "ひらがな\u00a0",
]


def expect_same(first, again, both: bool = True) -> None:
    for suffix in (".csv", ".geojson") if both else (".csv",):
        before, after = first.file(suffix), again.file(suffix)
        if before != after:
            at = next((i for i, (a, b) in enumerate(zip(before.split(b"\n"), after.split(b"\n"))) if a != b), -1)
            raise AssertionError(f"{suffix} differs at line {at + 1}:\n  {before.split(bytes([10]))[at][:1500]!r}\n  "
                                 f"{after.split(bytes([10]))[at][:1500]!r}")


def both_ways(folder, inputs, *words, name="survey", from_csv=True, geojson_from_csv=True):
    """Converts, and converts both outputs again."""
    words = (*words, "--name", name)
    first = convert(folder, inputs, *words, output="first")
    assert first.written, "nothing to compare"
    # The CRS of the input is not that of the outputs.
    again = [w for i, w in enumerate(words) if w != "--source-crs" and (i == 0 or words[i - 1] != "--source-crs")]
    expect_same(first, convert(folder, f"first/{name}.geojson", *again, output="from_geojson"))
    if from_csv:
        expect_same(first, convert(folder, f"first/{name}.csv", *again, output="from_csv"), geojson_from_csv)
    for output in ("from_geojson", "from_csv"):
        shutil.rmtree(folder / output, ignore_errors=True)
    return first


def test_samples(folder):
    for sample in surveys.samples():
        words = surveys.sample_arguments(sample)
        inputs = [word for word in words if (sample / word).exists()]
        options = [word for word in words if word not in inputs and word != "--name"]
        options.remove(words[words.index("--name") + 1])
        copies = [shutil.copy(sample / name, folder) for name in inputs]
        both_ways(folder, copies, *options, name=sample.name)
        shutil.rmtree(folder / "first")


def awkward_text(random_, keep_outer_blanks=False) -> str:
    text = random_.choice(AWKWARD)
    if random_.random() < 0.3:
        text += random_.choice(AWKWARD)
    return text


def decimal(random_, low: float, high: float) -> str:
    """A coordinate as people write it: any number of decimals, also zeros at the end."""
    text = f"{random_.uniform(low, high):.{random_.choice([1, 3, 5, 7, 7, 7])}f}"
    return text + "0" * random_.choice([0, 0, 0, 1]) if len(text.split(".")[1]) < 7 else text


def awkward_rows(random_, count=RECORDS) -> list:
    rows = [["ID", "名称", "区分", "種別", "学年", "班", "調査日", "コメント", "緯度", "経度", "備考", "天気", "'見出し", "=SUM(A1)", "空の列"]]
    for n in range(count):
        identity = random_.choice([f"A{n:03d}", f"A{n:03d}", f"{n:05d}", "", "DUP", "0012"])
        rows.append([identity, awkward_text(random_) or "名無し", random_.choice(["危険", "安全", "施設", "通学路", "変な区分"]),
                     random_.choice(["公園", "AED", "", "知らない種別"]), random_.choice(["1", "6", "", "三"]),
                     random_.choice(["1", "A", ""]), random_.choice(["2024-10-03", "", "いつか"]), awkward_text(random_),
                     decimal(random_, 33.9, 34.4), decimal(random_, 131.6, 132.0), awkward_text(random_),
                     awkward_text(random_), awkward_text(random_), awkward_text(random_), ""])
        if random_.random() < 0.1:
            rows.append(list(rows[-1]))
    return rows


def test_awkward_text_in_a_csv(folder):
    random_ = random.Random(SEED)
    for profile in ("safety-map", "generic"):
        write_csv(folder / "in.csv", awkward_rows(random_))
        first = both_ways(folder, "in.csv", "--profile", profile)
        assert first.read >= RECORDS, first.summary


def outer_blanks_gone(text: str) -> str:
    return text.strip(" \t\r\n\u3000\u00a0\u200b\ufeff")


def is_number(text: str) -> bool:
    try:
        return float(text) is not None
    except ValueError:
        return False


def test_text_stays_as_written(folder):
    """A person's words change neither in the GeoJSON nor, but for the mark against formulas, in the CSV."""
    random_ = random.Random(SEED + 1)
    texts = AWKWARD + [awkward_text(random_) for _ in range(RECORDS)]
    write_csv(folder / "in.csv", [["ID", "名称", "緯度", "経度", "ことば"]] +
              [[f"N{i}", "所", "34.04", "131.8", text] for i, text in enumerate(texts)])
    run = convert(folder, "in.csv", "--profile", "generic")
    assert run.read == run.written == len(texts), run.summary
    taken_off = 0
    blanks = [d for d in run.diagnostics if d["code"] == "VA201"]
    assert len(blanks) == sum(0 < len(outer_blanks_gone(t)) < len(t) for t in texts), len(blanks)
    for text, one, row in zip(texts, run.geojson()["features"], run.rows()):
        value = one["properties"]["ことば"] or ""
        unmarked = text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@'\t\r＝＋－＠" else text
        assert value == outer_blanks_gone(unmarked), (text, value)
        marked = row["ことば"]
        assert marked in (value, "'" + value), (value, marked)
        assert marked[:1] not in tuple("=+-@\t\r＝＋－＠") or is_number(marked), marked
        taken_off += marked != value
    assert taken_off > 20


def test_geojson_with_everything(folder):
    random_ = random.Random(SEED + 2)

    def ring(x, y, size, turn=1):
        corners = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
        return corners[::turn]

    features = []
    for n in range(RECORDS):
        x, y = round(random_.uniform(131.6, 131.9), 7), round(random_.uniform(33.9, 34.3), 7)
        geometry = random_.choice([
            point(x, y), point(x, y, 12.5), point(x, y, 0), {"type": "MultiPoint", "coordinates": [[x, y], [x + 0.01, y]]},
            {"type": "LineString", "coordinates": [[x, y], [x + 0.001, y + 0.001], [x + 0.002, y]]},
            {"type": "LineString", "coordinates": [[x, y, 1], [x + 0.001, y, 2.25]]},
            {"type": "MultiLineString", "coordinates": [[[x, y], [x + 0.001, y]], [[x, y + 0.01], [x, y + 0.02]]]},
            {"type": "Polygon", "coordinates": [ring(x, y, 0.01)]},
            {"type": "Polygon", "coordinates": [ring(x, y, 0.01, -1), ring(x + 0.002, y + 0.002, 0.001, 1)]},
            {"type": "MultiPolygon", "coordinates": [[ring(x, y, 0.001)], [ring(x + 0.02, y, 0.001), ring(x + 0.0202, y + 0.0002, 0.0001, -1)]]},
            {"type": "GeometryCollection", "geometries": [point(x, y), {"type": "LineString", "coordinates": [[x, y], [x + 0.1, y]]}]},
        ])
        more = {}
        if random_.random() < 0.6:
            more["id"] = random_.choice([f"f{n}", n, f"{n:03d}", 1.5])
        if random_.random() < 0.2:
            more["title"] = {"deep": [1, None, True, "=字", {"a": 0.10}]}
        if random_.random() < 0.2:
            geometry = geometry | {"note": "よそのもの"}
        properties = {"名称": awkward_text(random_) or None, "メモ": random_.choice([awkward_text(random_), None, 12, 1.50, True, [1, "2"], {"a": None}])}
        if random_.random() < 0.2:
            properties["たまに"] = random_.choice([0, "0", 10000000, 1e20, -0.0])
        features.append(feature(geometry, properties, **more))
    write_geojson(folder / "in.geojson", features, 出典={"著者": "四年生", "数": [1, 2]})
    first = both_ways(folder, "in.geojson", "--profile", "generic", geojson_from_csv=False)
    assert first.read == RECORDS and first.rejected == 0, first.summary
    kinds = {f["geometry"]["type"] for f in first.geojson()["features"]}
    assert len(kinds) == 7, kinds
    assert first.geojson()["出典"] == {"著者": "四年生", "数": [1, 2]}


def test_shapes_in_a_csv(folder):
    """Lines and areas have their WKT in the column 形状, points their 緯度/経度, and all survive both ways."""
    rows = [["ID", "名称", "緯度", "経度", "形状"],
            ["1", "点", "34.04", "131.80", ""],
            ["2", "道", "", "", "LINESTRING (131.8 34.04, 131.81 34.05, 131.82 34.04)"],
            ["3", "区域", "", "", "POLYGON ((131.8 34.04, 131.81 34.04, 131.81 34.05, 131.8 34.05, 131.8 34.04), "
             "(131.803 34.043, 131.803 34.046, 131.806 34.046, 131.806 34.043, 131.803 34.043))"],
            ["4", "時計回り", "", "", "POLYGON ((131.8 34.04, 131.8 34.05, 131.81 34.05, 131.81 34.04, 131.8 34.04))"],
            ["5", "二つの点", "", "", "MULTIPOINT ((131.8 34.04), (131.81 34.05))"],
            ["6", "二つの区域", "", "", "MULTIPOLYGON (((131.8 34.04, 131.81 34.04, 131.81 34.05, 131.8 34.04)), "
             "((131.9 34.04, 131.91 34.04, 131.91 34.05, 131.9 34.04)))"],
            ["7", "集まり", "", "", "GEOMETRYCOLLECTION (POINT (131.8 34.04), LINESTRING (131.8 34.04, 131.81 34.05))"],
            ["8", "点のWKT", "", "", "POINT (131.8 34.04)"],
            ["9", "両方", "34.05", "131.81", "LINESTRING (131.8 34.04, 131.81 34.05)"],
            ["10", "閉じない", "", "", "POLYGON ((131.8 34.04, 131.81 34.04, 131.81 34.05, 131.8 34.05))"],
            ["11", "読めない", "", "", "LINESTRING (131.8 34.04, 131.81"]]
    write_csv(folder / "in.csv", rows)
    first = both_ways(folder, "in.csv", "--profile", "generic")
    assert (first.read, first.rejected) == (11, 2), first.summary
    # Row 4 runs clockwise; row 3's hole runs clockwise as it should.
    assert first.count("PL314") == 1, first.codes()
    kinds = {f["id"]: f["geometry"]["type"] for f in first.geojson()["features"]}
    assert kinds == {"1": "Point", "2": "LineString", "3": "Polygon", "4": "Polygon", "5": "MultiPoint",
                     "6": "MultiPolygon", "7": "GeometryCollection", "8": "Point", "9": "Point"}, kinds


def test_cp932(folder):
    """What CP932 can say comes back from a CP932 file; what it lacks is told and kept in the GeoJSON."""
    random_ = random.Random(SEED + 3)

    def sayable(text):
        return text.encode("cp932", "ignore").decode("cp932")
    rows = awkward_rows(random_)
    rows = [rows[0]] + [[sayable(cell) for cell in row] for row in rows[1:]]
    write_csv(folder / "in.csv", rows)
    first = convert(folder, "in.csv", "--name", "s", "--csv-encoding", "cp932", output="first")
    cells(first.file(".csv"), "cp932")
    again = convert(folder, "first/s.csv", "--name", "s", "--csv-encoding", "cp932", output="again")
    expect_same(first, again)
    expect_same(first, convert(folder, "first/s.geojson", "--name", "s", "--csv-encoding", "cp932", output="third"))

    write_csv(folder / "emoji.csv", [["ID", "名称", "緯度", "経度"], ["1", "犬🐕と𠮷", "34.04", "131.8"]])
    run = convert(folder, "emoji.csv", "--profile", "generic", "--csv-encoding", "cp932", output="emoji")
    assert run.geojson()["features"][0]["properties"]["名称"] == "犬🐕と𠮷"
    assert [d for d in run.diagnostics if d["column"] == "名称" and d["category"] == "output"], run.diagnostics


def test_seven_decimals_survive(folder):
    random_ = random.Random(SEED + 4)
    places = [(f"{random_.randrange(339000000, 343900000) / 1e7:.7f}", f"{random_.randrange(1316000000, 1320600000) / 1e7:.7f}")
              for _ in range(5000)]
    write_csv(folder / "in.csv", [["ID", "名称", "緯度", "経度"]] + [[f"P{i}", "所", *place] for i, place in enumerate(places)])
    first = both_ways(folder, "in.csv", "--profile", "generic")
    for place, row, one in zip(places, first.rows(), first.geojson()["features"]):
        assert (row["緯度"], row["経度"]) == place, (row, place)
        assert [f"{v:.7f}" for v in one["geometry"]["coordinates"]] == [place[1], place[0]], one


def test_keys_in_english(folder):
    write_csv(folder / "in.csv", awkward_rows(random.Random(SEED + 5), 50))
    both_ways(folder, "in.csv", "--keys", "en")


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
