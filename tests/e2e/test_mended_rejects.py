#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A teacher mends NAME.rejected.csv and converts it with the survey: each mended row takes the place of its original,
for CSV, Excel and GeoJSON surveys, also when Excel saved the mended file in its own encoding."""
import csv
import io
import json
import sys

import surveys
from surveys import cells, convert, feature, point, table, write_csv, write_geojson, write_xlsx

HEADER = ["ID", "名称", "区分", "緯度", "経度", "児童名", "天気"]
ROWS = [
    ["1", "正門", "安全", 34.0471, 131.8282, "周南太郎", "晴れ"],
    ["2", "細い道", "危険", "", "", "周南花子", "雨,のち\n晴れ"],
    ["3", "公園", "危険", 34.0472, 131.8283, "", "くもり"],
    ["4", "裏門", "安全", 0, 0, "周南次郎", "=雪"],
    ["5", "店", "施設", 34.0473, 131.8284, "", ""],
]
MENDED = {"2": ("34.0481", "131.8291"), "4": ("34.0482", "131.8292")}
ADDED = ["元ファイル", "シート", "行", "code", "reason"]


def survey_files(folder) -> dict:
    """The same survey in three formats."""
    features = [feature(None if row[3] == "" else point(float(row[4]), float(row[3])),
                        dict(zip(["ID", "名称", "区分", "児童名", "天気"], row[:3] + row[5:]))) for row in ROWS]
    return {"csv": write_csv(folder / "s.csv", [HEADER, *ROWS]).name,
            "xlsx": write_xlsx(folder / "s.xlsx", [["安全マップ"], HEADER, *ROWS]).name,
            "geojson": write_geojson(folder / "s.geojson", features).name}


def mend(path, places: dict, encoding: str = "utf-8-sig", added=True) -> None:
    """Writes places into the rows with these IDs, as a spreadsheet saves."""
    rows = table(path.read_bytes())
    names = list(rows[0])
    for name in ("緯度", "経度"):
        if name not in names:
            names.insert(names.index("code"), name)
    for row in rows:
        if row["ID"] in places:
            row["緯度"], row["経度"] = places[row["ID"]]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def counts(run) -> tuple:
    return run.read, run.written, run.rejected, run.merged


def check_mended(folder, kind: str, name: str, encoding: str = "utf-8-sig"):
    first = convert(folder, name, output=kind)
    assert counts(first) == (5, 3, 2, 0), first.summary
    rejects = folder / kind / "s.rejected.csv"
    rejected = table(rejects.read_bytes())
    assert [row["ID"] for row in rejected] == ["2", "4"], rejected
    assert [row["天気"] for row in rejected][0] == "雨,のち\n晴れ", rejected
    numbers = [row["行"] for row in rejected]
    assert numbers == {"csv": ["3", "5"], "xlsx": ["4", "6"], "geojson": ["2", "4"]}[kind], numbers
    assert {row["元ファイル"] for row in rejected} == {name} and "児童名" not in rejected[0], rejected
    assert b"\xe5\x91\xa8\xe5\x8d\x97" not in rejects.read_bytes(), "a child's name stands in the rejects"

    mend(rejects, MENDED, encoding)
    before = rejects.read_bytes()
    run = convert(folder, [name, f"{kind}/s.rejected.csv"], output=kind)
    assert counts(run) == (7, 5, 0, 2) and run.exit == 0, (run.summary, run.exit)
    rows = run.rows()
    assert [row["ID"] for row in rows] == ["1", "2", "3", "4", "5"], "a mended row takes its original's place"
    assert [(row["緯度"], row["経度"]) for row in rows if row["ID"] in MENDED] == list(MENDED.values()), rows
    assert rows[1]["天気"] == "雨,のち\n晴れ" and rows[3]["天気"] == "'=雪", rows
    assert not set(ADDED) & set(rows[0]), "the added columns stay out"
    assert "児童名" not in rows[0]
    assert rejects.read_bytes() == before, "a file that a person mended was overwritten"
    assert not run.has("s.rejected.2.csv")
    # The outputs do not tell whether a row was mended.
    whole = [HEADER] + [[*row[:3], *MENDED.get(row[0], row[3:5]), *row[5:]] for row in ROWS]
    write_csv(folder / "whole.csv", whole)
    wanted = convert(folder, "whole.csv", "--name", "s", output=kind + "-whole")
    assert run.file(".csv") == wanted.file(".csv"), (run.file(".csv").decode(), wanted.file(".csv").decode())
    assert run.file(".geojson") == wanted.file(".geojson"), run.file(".geojson").decode()


def test_csv(folder):
    check_mended(folder, "csv", survey_files(folder)["csv"])


def test_xlsx(folder):
    check_mended(folder, "xlsx", survey_files(folder)["xlsx"])


def test_geojson(folder):
    check_mended(folder, "geojson", survey_files(folder)["geojson"])


def test_a_feature_keeps_its_geometry(folder):
    """The table of rejects has no geometries: a name that was missing is all that the person writes."""
    ring = {"type": "Polygon", "coordinates": [[[131.82, 34.04], [131.83, 34.04], [131.83, 34.05], [131.82, 34.05]]]}
    line = {"type": "LineString", "coordinates": [[131.82, 34.04], [131.83, 34.04]]}
    name = write_geojson(folder / "g.geojson", [
        {**feature(point(131.8, 34.05), {"名称": "", "区分": "危険"}), "id": "f1", "extra": 1},
        feature(line, {"名称": "", "区分": "危険"}), feature(ring, {"名称": "", "区分": "危険"})]).name
    first = convert(folder, name, output="out")
    assert counts(first) == (3, 0, 3, 0), first.summary
    rejects = folder / "out" / "g.rejected.csv"
    rejects.write_bytes(rejects.read_bytes().replace(",,危険,".encode(), ",名,危険,".encode()))
    again = convert(folder, name, "out/g.rejected.csv", output="out")
    assert counts(again) == (6, 2, 1, 3), again.summary  # the ring is open until a person agrees
    written = json.loads((folder / "out" / "g.geojson").read_bytes())["features"]
    assert written[0]["id"] == "f1" and written[0]["extra"] == 1
    assert [one["geometry"] for one in written] == [point(131.8, 34.05), line], written
    assert [row["code"] for row in table((folder / "out" / "g.rejected.2.csv").read_bytes())] == ["GE410"]


def test_saved_by_an_old_excel(folder):
    for kind, name in survey_files(folder).items():
        check_mended(folder, kind, name, "cp932")


def test_what_is_still_rejected_goes_to_the_next_number(folder):
    name = survey_files(folder)["csv"]
    convert(folder, name)
    mend(folder / "out" / "s.rejected.csv", {"2": ("34.0481", "131.8291")})
    before = (folder / "out" / "s.rejected.csv").read_bytes()
    run = convert(folder, [name, "out/s.rejected.csv"])
    assert counts(run) == (7, 4, 1, 2) and run.exit == 1, run.summary
    assert (folder / "out" / "s.rejected.csv").read_bytes() == before
    second = table((folder / "out" / "s.rejected.2.csv").read_bytes())
    assert [row["ID"] for row in second] == ["4"] and second[0]["元ファイル"], second
    assert any("rejected.2.csv" in d["message"]["ja"] for d in run.diagnostics), run.diagnostics
    # The third round: both mended files are read, or the second alone on top of the first.
    mend(folder / "out" / "s.rejected.2.csv", {"4": ("34.0482", "131.8292")})
    run = convert(folder, [name, "out/s.rejected.csv", "out/s.rejected.2.csv"])
    assert run.written == 5 and run.rejected == 0 and run.exit == 0, run.summary
    assert [row["ID"] for row in run.rows()] == ["1", "2", "3", "4", "5"], run.rows()


def test_rejects_alone_are_refused(folder):
    name = survey_files(folder)["csv"]
    convert(folder, name)
    mend(folder / "out" / "s.rejected.csv", MENDED)
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    run = convert(folder, "out/s.rejected.csv", "--name", "s", lawful=False)
    assert run.exit == 2 and run.error["message"]["ja"], (run.exit, run.summary)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_a_clean_run_removes_older_rejects(folder):
    name = survey_files(folder)["csv"]
    assert convert(folder, name).has("s.rejected.csv")
    write_csv(folder / "s.csv", [HEADER, ROWS[0]])
    run = convert(folder, "s.csv")
    assert run.exit == 0 and not run.has("s.rejected.csv"), run.summary


def test_rows_that_are_not_of_this_survey_are_told(folder):
    """A mended row whose original is not there any more is not lost without a word."""
    name = survey_files(folder)["csv"]
    convert(folder, name)
    mend(folder / "out" / "s.rejected.csv", MENDED)
    write_csv(folder / "s.csv", [HEADER, ROWS[0]])
    run = convert(folder, [name, "out/s.rejected.csv"], lawful=False)
    assert run.exit != 0 and (run.error or run.errors), run.summary


def test_a_shared_id_is_not_doubled(folder):
    """The original and its mended row share their ID; a row that has it by mistake is still told."""
    rows = [HEADER, *ROWS, ["2", "にせ", "危険", 34.05, 131.83, "", ""]]
    write_csv(folder / "s.csv", rows)
    convert(folder, "s.csv")
    mend(folder / "out" / "s.rejected.csv", MENDED)
    run = convert(folder, ["s.csv", "out/s.rejected.csv"])
    assert run.count("RU520") == 1 and run.errors == 1, run.codes("error")
    ids = [one["id"] for one in run.geojson()["features"]]
    assert ids[:5] == ["1", "2", "3", "4", "5"] and ids[5] not in ids[:5], ids


def test_rejects_of_awkward_headers(folder):
    """Headers as people write them come back: equal, blank, with line breaks and formulas in cells."""
    header = ["ＩＤ", "名　称", "区\n分", "緯度（北緯）", "経度（東経）", "=式", "メモ,1", 'かぎ"']
    write_csv(folder / "s.csv", [header, ["a", "所", "危険", "", "", "=1", "'=2", '"'], ["b", "門", "安全", "34.04", "131.8", "", "", ""]])
    first = convert(folder, "s.csv")
    rejects = folder / "out" / "s.rejected.csv"
    rows = cells(rejects.read_bytes())
    assert first.rejected == 1 and len(rows) == 2, rows
    rows[1][rows[0].index("緯度（北緯）")], rows[1][rows[0].index("経度（東経）")] = "34.05", "131.81"
    write_csv(rejects, rows, "utf-8-sig")
    run = convert(folder, ["s.csv", "out/s.rejected.csv"])
    assert counts(run) == (3, 2, 0, 1), run.summary
    assert json.loads(run.file(".geojson"))["features"][0]["properties"] == {
        "ID": "a", "名称": "所", "区分": "危険", "緯度": 34.05, "経度": 131.81, "=式": "=1", "メモ,1": "=2", 'かぎ"': '"'}


def test_two_surveys_into_one(folder):
    write_csv(folder / "a.csv", [HEADER, *ROWS[:2]])
    write_csv(folder / "b.csv", [HEADER, *ROWS[2:4]])
    first = convert(folder, ["a.csv", "b.csv"])
    assert counts(first) == (4, 2, 2, 0) and first.has("a.rejected.csv"), first.summary
    mend(folder / "out" / "a.rejected.csv", MENDED)
    run = convert(folder, ["a.csv", "b.csv", "out/a.rejected.csv"])
    assert counts(run) == (6, 4, 0, 2), run.summary
    assert [row["ID"] for row in run.rows()] == ["1", "2", "3", "4"], run.rows()


def test_private_use_characters(folder):
    """A 外字 of Excel or GeoJSON is rejected as one of a CSV is; a kanji with a variation selector is none."""
    rows = [["1", "\ue000田商店前", "危険", 34.0471, 131.8282, "", ""], ["2", "葛\U000e0100飾橋", "危険", 34.0472, 131.8283, "", ""],
            ["3", "門", "安全", 34.0473, 131.8284, "", "\U000f0001"]]
    write_csv(folder / "s.csv", [HEADER, *rows])
    write_xlsx(folder / "s.xlsx", [HEADER, *rows])
    write_geojson(folder / "s.geojson", [feature(point(row[4], row[3]), dict(zip(HEADER, row))) for row in rows])
    for file, code in {"s.csv": "IN102", "s.xlsx": "VA211", "s.geojson": "VA211"}.items():
        run = convert(folder, file, output="of " + file)
        assert counts(run) == (3, 1, 2, 0), run.summary
        told = [found for found in run.summary["diagnostics"] if found["code"] == code]
        assert [found["column"] for found in told] == ["名称", "天気"], run.summary
        assert "U+E000" in told[0]["message"]["ja"] and "U+0F0001" in told[1]["message"]["en"], told
        assert run.rows()[0]["名称"] == "葛\U000e0100飾橋"


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
