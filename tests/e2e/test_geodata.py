#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Formats that are read through GDAL: what comes through, what is told, and what damaged files end in."""
import json
import os
import pathlib
import random
import resource
import shutil
import sqlite3
import subprocess
import sys

import geofiles
import surveys
from geofiles import column, converted, dbf, point_record, polygon_record, shapefile
from surveys import convert, feature, point

COLUMNS = [column("名称"), column("区分"), column("調査日", 8, "D"), column("コメント", 254)]
PLACES = [(131.8279846, 34.0474123), (131.8285213, 34.0476034), (131.8291048, 34.0468257)]
ROWS = [["正門", "安全", "20241003", "先生が立っている"], ["裏門表ソ能", "危険", "20241003", "夜は暗い"],
        ["見通しの悪い角", "危険", "20241004", "へいが高い"]]


def places(run) -> list:
    return [tuple(one["geometry"]["coordinates"]) for one in run.geojson()["features"]]


def survey(folder, name: str, *words, more: dict | None = None, geometry=None) -> pathlib.Path:
    made = [feature(geometry or point(*place), {"名称": row[0], "区分": row[1], "調査日": f"2024-10-0{i + 1}",
                                               "コメント": row[3], **(more or {})})
            for i, (place, row) in enumerate(zip(PLACES, ROWS))]
    return converted(folder, made, name, *words)


def info(path, *words) -> dict:
    done = subprocess.run([surveys.PROGRAM, "info", path, "--json", *words], env=surveys.ENVIRONMENT, capture_output=True,
                          timeout=surveys.TIMEOUT)
    return json.loads(done.stdout)


def reading(path, *words) -> dict:
    return {item["key"]: item for item in info(path, *words)["layers"][0]["reading"]}


# --- The module ----------------------------------------------------------------------------------------------------
def loaded(folder, *words) -> str:
    log = folder / "loaded"
    subprocess.run([surveys.PROGRAM, *words], cwd=folder, capture_output=True, timeout=surveys.TIMEOUT,
                   env=surveys.ENVIRONMENT | {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(log)})
    return "".join(one.read_text("utf-8", "replace") for one in folder.glob("loaded.*"))


def test_gdal_is_loaded_only_when_it_is_needed(folder):
    linked = subprocess.run(["ldd", surveys.PROGRAM], capture_output=True, text=True, check=True).stdout
    assert "libproj" in linked and "libgdal" not in linked, linked
    for name, words in {"version": ["version"], "csv": ["check", surveys.write_csv(folder / "a.csv", [["名称", "緯度", "経度"]])]}.items():
        (folder / name).mkdir()
        said = loaded(folder / name, *words)
        assert "libproj" in said and "libgdal" not in said and "libanzenmap_" not in said, said[-2000:]
    (folder / "gpkg").mkdir()
    assert "libgdal" in loaded(folder / "gpkg", "check", survey(folder, "a.gpkg"))


def test_a_program_without_its_module_says_so(folder):
    alone = folder / "alone"
    alone.mkdir()
    shutil.copy(surveys.PROGRAM, alone / "anzenmap")
    if pathlib.Path("/usr/local/lib/anzenmap").exists():
        raise surveys.Skip("an installed anzenmap has the module")
    done = subprocess.run([alone / "anzenmap", "check", survey(folder, "a.gpkg")], env=surveys.ENVIRONMENT,
                          capture_output=True, timeout=surveys.TIMEOUT)
    assert done.returncode == 3 and "IN260" in done.stderr.decode(), done.stderr.decode()
    assert "libanzenmap_gdal.so" in done.stderr.decode()


def test_the_module_is_found_where_it_is_installed(folder):
    cache = (surveys.PROGRAM.parent / "CMakeCache.txt").read_text("utf-8")
    library = next(line.split("=")[1] for line in cache.splitlines() if line.startswith("CMAKE_INSTALL_LIBDIR:"))
    program = folder / "prefix" / "bin" / "anzenmap"
    program.parent.mkdir(parents=True)
    shutil.copy(surveys.PROGRAM, program)
    modules = folder / "prefix" / library / "anzenmap"
    modules.mkdir(parents=True)
    shutil.copy(surveys.PROGRAM.parent / "libanzenmap_gdal.so", modules)
    done = subprocess.run([program, "check", survey(folder, "a.gpkg")], env=surveys.ENVIRONMENT, capture_output=True,
                          timeout=surveys.TIMEOUT)
    assert done.returncode == 0, done.stderr.decode()


# --- What comes through ----------------------------------------------------------------------------------------------
def test_each_format_gives_its_records(folder):
    for name, kind in {"a.gpkg": "gpkg", "a.shp": "shp", "a.fgb": "fgb", "a.gdb": "gdb"}.items():
        path = survey(folder, name, *(["-lco", "ENCODING=UTF-8"] if name == "a.shp" else []))
        run = convert(folder, path, output=kind)
        assert (run.read, run.written) == (3, 3), (name, run.summary)
        assert sorted(places(run)) == sorted(PLACES), (name, places(run))
        rows = sorted(run.rows(), key=lambda row: row["調査日"])  # FlatGeobuf sorts by place
        assert [row["名称"] for row in rows] == [row[0] for row in ROWS], name
        assert [row["コメント"] for row in rows] == [row[3] for row in ROWS], name
        assert [row["調査日"] for row in rows] == ["2024-10-01", "2024-10-02", "2024-10-03"], (name, rows)
        assert reading(path)["format"]["value"] == kind and reading(path)["format"]["evidence"]["en"], name
        assert run.exit == 0 and "IN283" not in run.codes(), (name, run.codes())


def test_the_content_decides(folder):
    for name in ("a.gpkg", "a.fgb"):
        path = survey(folder, name)
        other = folder / (path.stem + path.suffix[1:] + ".csv")
        path.rename(other)
        assert reading(other)["format"]["value"] == path.suffix[1:]


def test_mapinfo_with_japanese_names(folder):
    """As MapInfo Pro in Japan writes it; GDAL itself cannot write such names."""
    mif = ('Version 300\nCharset "WindowsJapanese"\nDelimiter ","\nCoordSys Earth Projection 1, 104\nColumns 3\n'
           '  名称 Char(40)\n  区分 Char(10)\n  コメント Char(100)\nData\n\n' +
           "".join(f"Point {x} {y}\n" for x, y in PLACES))
    (folder / "調査.mif").write_bytes(mif.encode("cp932"))
    (folder / "調査.mid").write_bytes("".join(f'"{r[0]}","{r[1]}","{r[3]}"\n' for r in ROWS).encode("cp932"))
    run = convert(folder, folder / "調査.mif")
    assert run.written == 3 and places(run) == PLACES, run.summary
    assert [row["名称"] for row in run.rows()] == [row[0] for row in ROWS], run.rows()
    assert [row["コメント"] for row in run.rows()] == [row[3] for row in ROWS]
    assert reading(folder / "調査.mif")["format"]["value"] == "mapinfo"


def test_numbers_keep_every_digit(folder):
    more = {"大きい数": 9007199254740993, "小数": 0.1, "まこと": True}
    for name in ("a.gpkg", "a.fgb"):
        row = convert(folder, survey(folder, name, more=more), output=name[2:]).rows()[0]
        assert (row["大きい数"], row["小数"]) == ("9007199254740993", "0.1"), row
        assert row["まこと"] in ("true", "1"), row


def test_moments_become_days_in_japan(folder):
    made = [feature(point(*PLACES[0]), {"名称": "正門", "区分": "安全", "調査日": "2024-10-02T23:40:10Z"})]
    run = convert(folder, converted(folder, made, "b.gpkg"), output="b")
    assert run.rows()[0]["調査日"] == "2024-10-03" and run.count("IN218") == 1, (run.rows(), run.codes())


def test_every_layer_with_places_is_read(folder):
    path = survey(folder, "a.gpkg", "-nln", "1組")
    source = survey(folder, "b.gpkg")
    geofiles.ogr2ogr(source, path, "-update", "-nln", "2組")
    table = folder / "t.csv"
    surveys.write_csv(table, [["氏名", "番号"], ["山田", "1"]])
    geofiles.ogr2ogr(table, path, "-update", "-nln", "名簿")
    run = convert(folder, path)
    assert (run.read, run.written) == (6, 6) and run.count("IN267") == 1, (run.summary, run.codes())
    assert [layer["sheet"] for layer in info(path)["layers"]] == ["1組", "2組"]
    only = convert(folder, path, "--sheet", "2組", output="only")
    assert only.read == 3
    done = subprocess.run([surveys.PROGRAM, "check", path, "--sheet", "3組"], capture_output=True, env=surveys.ENVIRONMENT)
    assert done.returncode == 2 and "IN264" in done.stderr.decode(), done.stderr.decode()


def test_crs_of_the_file_is_honoured(folder):
    for name in ("a.gpkg", "a.shp", "a.fgb", "a.gdb"):
        path = survey(folder, name, "-t_srs", "EPSG:6671", *(["-lco", "ENCODING=UTF-8"] if name == "a.shp" else []))
        run = convert(folder, path, output=name[2:])
        assert run.written == 3 and reading(path)["crs"]["value"] == "EPSG:6671", (name, run.summary)
        for got, wanted in zip(sorted(places(run)), sorted(PLACES)):
            assert abs(got[0] - wanted[0]) < 2e-7 and abs(got[1] - wanted[1]) < 2e-7, (name, got, wanted)


def test_areas_lines_and_their_heights(folder):
    ring = [[131.80, 34.04], [131.81, 34.04], [131.81, 34.05], [131.80, 34.04]]
    area = {"type": "Polygon", "coordinates": [ring]}
    line = {"type": "LineString", "coordinates": [[131.80, 34.04, 0], [131.81, 34.05, 0]]}
    high = {"type": "Point", "coordinates": [131.80, 34.04, 12.5]}
    flat = {"type": "Point", "coordinates": [131.80, 34.04, 0]}
    made = [feature(one, {"名称": f"場所{i}", "区分": "危険"}) for i, one in enumerate([area, line, high, flat])]
    run = convert(folder, converted(folder, made, "a.gpkg"))
    got = {one["properties"]["名称"]: one["geometry"] for one in run.geojson()["features"]}
    assert got["場所0"] == area and got["場所2"] == high, got
    assert got["場所1"]["coordinates"] == [[131.80, 34.04], [131.81, 34.05]], got
    assert got["場所3"]["coordinates"] == [131.80, 34.04], got
    # A shapefile's rings run clockwise.
    clockwise = [(131.80, 34.04), (131.81, 34.05), (131.81, 34.04), (131.80, 34.04)]
    path = shapefile(folder / "area", [polygon_record(clockwise)], dbf(COLUMNS, ROWS[:1]), kind=5, cpg="UTF-8")
    run = convert(folder, path, output="shp")
    assert run.geojson()["features"][0]["geometry"] == {"type": "Polygon", "coordinates": [[list(p) for p in clockwise[::-1]]]}
    assert run.exit == 0, run.codes()


def test_what_has_no_place_is_a_record_and_rejected(folder):
    made = [feature(point(*PLACES[0]), {"名称": "正門", "区分": "安全"}), feature(None, {"名称": "裏門", "区分": "危険"})]
    for name in ("a.gpkg", "a.shp"):  # GDAL 3.6 writes no FlatGeobuf with empty places
        words = ["-lco", "ENCODING=UTF-8"] if name == "a.shp" else []
        run = convert(folder, converted(folder, made, name, *words), output=name[2:])
        assert (run.read, run.written, run.rejected) == (2, 1, 1), (name, run.summary)
        assert surveys.table(run.file(".rejected.csv"))[0]["名称"] == "裏門"


def test_broken_shapes_are_rejected(folder):
    open_ring = [(131.80, 34.04), (131.81, 34.05), (131.81, 34.04), (131.80, 34.045)]
    path = shapefile(folder / "a", [polygon_record(open_ring), point_record(None)], dbf(COLUMNS, ROWS[:2]), kind=5, cpg="UTF-8")
    run = convert(folder, path)
    assert run.read == 2 and run.written + run.rejected == 2 and run.rejected >= 1, run.summary


# --- Shapefiles: encodings, parts ------------------------------------------------------------------------------------
def shape_survey(folder, encoding: str, language: int = 0, cpg: str = "", rows=None, **more) -> pathlib.Path:
    rows = ROWS if rows is None else rows
    return shapefile(folder / "a", [point_record(place) for place in PLACES[:len(rows)]],
                     dbf(COLUMNS, rows, language, encoding), cpg=cpg, **more)


def check_texts(folder, path, encoding: str, by: str, *words, output="out"):
    run = convert(folder, path, *words, output=output)
    assert [row["名称"] for row in run.rows()] == [row[0] for row in ROWS], (encoding, run.rows())
    assert [row["コメント"] for row in run.rows()] == [row[3] for row in ROWS], encoding
    item = reading(path, *words)["encoding"]
    assert (item["value"], item["decided_by"]) == (encoding, by), item
    return run


def test_encodings_of_shapefiles(folder):
    cases = [("cp932", 0, "", "detected"), ("cp932", 0x13, "", "file"), ("cp932", 0x7B, "", "file"),
             ("cp932", 0x57, "", "detected"), ("cp932", 0, "932", "file"), ("cp932", 0, "SHIFT_JIS\n", "file"),
             ("utf-8", 0, "UTF-8", "file"), ("utf-8", 0, "", "detected"), ("euc-jp", 0, "", "detected")]
    for i, (encoding, language, cpg, by) in enumerate(cases):
        work = folder / str(i)
        work.mkdir()
        run = check_texts(work, shape_survey(work, encoding, language, cpg), encoding, by)
        assert "IN272" not in run.codes(), run.codes()


def test_a_declared_encoding_that_the_bytes_contradict(folder):
    for i, (encoding, language, cpg) in enumerate([("cp932", 0, "UTF-8"), ("utf-8", 0x13, ""), ("utf-8", 0, "932"),
                                                   ("cp932", 0, "ISO-8859-1")]):
        work = folder / str(i)
        work.mkdir()
        assert check_texts(work, shape_survey(work, encoding, language, cpg), encoding, "detected").count("IN272") == 1


def test_a_person_names_the_encoding(folder):
    check_texts(folder, shape_survey(folder, "euc-jp", 0, "UTF-8"), "euc-jp", "person", "--encoding", "euc-jp")


def test_bytes_that_are_no_character_reject_the_record(folder):
    rows = [ROWS[0], ["裏門", "危険", "20241003", "夜は\x00".encode("cp932")[:4] + b"\x82"], ROWS[2]]
    run = convert(folder, shape_survey(folder, "cp932", 0x13, rows=rows))
    assert (run.written, run.rejected) == (2, 1) and run.count("IN101") == 1, (run.summary, run.codes())


def test_names_cut_at_ten_bytes(folder):
    columns = [column("名称"), column("区分"), column("調査日", 8, "D"), column("コメント".encode()[:10], 254),
               column("descriptio"), column("ものすごく長い名前".encode()[:10])]
    rows = [row + ["", "x"] for row in ROWS]
    path = shapefile(folder / "a", [point_record(place) for place in PLACES], dbf(columns, rows), cpg="UTF-8")
    run = convert(folder, path)
    assert [row["コメント"] for row in run.rows()] == [row[3] for row in ROWS], run.rows()
    assert "ものす" in run.rows()[0] and run.count("IN273") >= 1, (run.rows()[0], run.codes())


def test_missing_parts_are_told(folder):
    path = shape_survey(folder, "utf-8", cpg="UTF-8", prj="")
    run = convert(folder, path)
    assert run.count("IN268") == 1 and run.written == 3, run.codes()
    path.with_suffix(".dbf").unlink()
    run = convert(folder, path, output="places")
    assert run.count("IN268") == 2 and (run.read, run.written, run.exit) == (3, 3, 1), (run.summary, run.codes())
    path.with_suffix(".shx").unlink()
    run = convert(folder, path, output="none", lawful=False)
    assert run.error["code"] == "IN265" and run.exit == 3, run.summary
    assert not path.with_suffix(".shx").exists(), "nothing is written beside the input"


def test_any_file_of_a_shapefile_may_be_named(folder):
    path = shape_survey(folder, "cp932", 0x13)
    for suffix in (".dbf", ".shx", ".shp"):
        run = convert(folder, path.with_suffix(suffix), output="out" + suffix)
        assert run.written == 3 and places(run) == PLACES, (suffix, run.summary)


def test_a_table_alone_has_places_in_columns(folder):
    columns = [column("名称"), column("区分"), column("緯度", 12, "N", 7), column("経度", 12, "N", 7)]
    rows = [[row[0], row[1], f"{place[1]:.7f}", f"{place[0]:.7f}"] for row, place in zip(ROWS, PLACES)]
    (folder / "a.dbf").write_bytes(dbf(columns, rows, 0x13, "cp932"))
    run = convert(folder, folder / "a.dbf")
    assert run.written == 3 and places(run) == PLACES, run.summary


def test_shapes_and_rows_that_do_not_fit(folder):
    path = shapefile(folder / "a", [point_record(place) for place in PLACES], dbf(COLUMNS, ROWS[:2]), cpg="UTF-8")
    run = convert(folder, path)
    assert run.count("IN270") == 1 and run.exit == 1 and run.read == 2, (run.summary, run.codes())
    path = shapefile(folder / "b", [point_record(place) for place in PLACES[:2]], dbf(COLUMNS, ROWS), cpg="UTF-8")
    run = convert(folder, path, output="b")
    assert run.count("IN270") == 1 and run.exit == 1, (run.summary, run.codes())
    table = dbf(COLUMNS, ROWS, deleted=(1,))
    path = shapefile(folder / "c", [point_record(place) for place in PLACES], table, cpg="UTF-8")
    run = convert(folder, path, output="c")
    assert (run.read, run.count("IN271"), run.count("IN277")) == (2, 1, 0), (run.summary, run.codes())


def test_texts_that_fill_all_the_room(folder):
    rows = [ROWS[0], ROWS[1], ["角", "危険", "20241004", "あ" * 127]]
    run = convert(folder, shape_survey(folder, "cp932", 0x13, rows=rows))
    assert run.count("IN274") == 1 and run.written == 3, run.codes()


# --- GeoPackages of apps ---------------------------------------------------------------------------------------------
def test_a_journal_beside_a_geopackage(folder):
    path = survey(folder, "a.gpkg", "-lco", "SPATIAL_INDEX=NO")
    before = set(folder.iterdir())
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA wal_autocheckpoint=0")
    base.execute('UPDATE "a" SET "名称"=? WHERE fid=1', ["新しい名前"])
    base.commit()
    work = folder / "copy"
    work.mkdir()
    for one in ("a.gpkg", "a.gpkg-wal"):
        shutil.copy(folder / one, work)
    base.close()
    kept = {one: one.read_bytes() for one in work.iterdir()}
    run = convert(folder, work / "a.gpkg")
    assert run.count("IN275") == 1 and run.written == 3, run.codes()
    assert run.rows()[0]["名称"] == "新しい名前", run.rows()
    assert {one: one.read_bytes() for one in work.iterdir()} == kept, "the input is as it was"
    (work / "a.gpkg-wal").unlink()
    run = convert(folder, work / "a.gpkg", output="alone")
    assert run.count("IN276") == 1 and run.written == 3, run.codes()
    assert [one.name for one in work.iterdir()] == ["a.gpkg"], list(work.iterdir())
    assert before <= set(folder.iterdir())


def test_a_read_only_folder_is_no_obstacle(folder):
    work = folder / "usb"
    work.mkdir()
    path = survey(work, "a.gpkg")
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode=WAL")
    base.close()
    work.chmod(0o555)
    try:
        run = convert(folder, path)
        assert run.written == 3, run.summary
    finally:
        work.chmod(0o755)


def test_photos_that_are_not_there(folder):
    (folder / "DCIM").mkdir()
    (folder / "DCIM" / "1.jpg").write_bytes(b"x")
    made = [feature(point(*place), {"名称": row[0], "区分": row[1], "画像": f"DCIM/{i}.jpg"})
            for i, (place, row) in enumerate(zip(PLACES, ROWS))]
    run = convert(folder, converted(folder, made, "a.gpkg"))
    told = [d for d in run.report()["diagnostics"] if d["code"] == "IN282"]
    assert len(told) == 1 and "DCIM/0.jpg" in json.dumps(told, ensure_ascii=False), run.codes()
    assert "2枚" in json.dumps(told, ensure_ascii=False), told
    assert reading(folder / "a.gpkg")["dialect"]["value"].startswith("QField"), reading(folder / "a.gpkg")


# --- Damaged files ---------------------------------------------------------------------------------------------------
def limited():
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def ends_well(path, folder) -> int:
    """A check of any file ends in an exit code, nothing but our own words on stderr, and no crash."""
    done = subprocess.run([surveys.PROGRAM, "check", path, "--json"], env=surveys.ENVIRONMENT, capture_output=True, timeout=60,
                          cwd=folder, preexec_fn=limited)
    what = (path.name, done.returncode, done.stderr.decode("utf-8", "replace")[-600:])
    assert done.returncode in (0, 1, 3), what
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        assert line.startswith(("anzenmap:", " ")), what
    summary = json.loads(done.stdout)
    assert summary["error"] or summary["read"] == summary["written"] + summary["rejected"] + summary["merged"], what
    assert done.returncode != 3 or summary["error"]["code"] not in ("UI801", "UI899"), what
    return done.returncode


def victims(folder) -> list:
    made = [survey(folder, "a.gpkg"), survey(folder, "a.fgb"), survey(folder, "b.gpkg", "-nlt", "POLYGON", geometry={
        "type": "Polygon", "coordinates": [[[131.80, 34.04], [131.81, 34.04], [131.81, 34.05], [131.80, 34.04]]]})]
    shape = shape_survey(folder, "cp932", 0x13)
    made += [shape, shape.with_suffix(".shx"), shape.with_suffix(".dbf"), shape.with_suffix(".prj")]
    tab = survey(folder, "t.tab", "-select", "", "-nln", "t")
    made += [tab, tab.with_suffix(".map"), tab.with_suffix(".dat")]
    gdb = survey(folder, "g.gdb")
    return made + sorted(gdb.glob("*.gdbtable"))[-2:] + sorted(gdb.glob("*.gdbtablx"))[:1]


MAIN = {".shx": ".shp", ".dbf": ".shp", ".prj": ".shp", ".map": ".tab", ".dat": ".tab"}


def test_cut_off_and_changed_files(folder):
    source = folder / "source"
    source.mkdir()
    random.seed(5)
    codes = set()
    for victim in victims(source):
        whole = victim.read_bytes()
        opened = victim.parent if victim.parent.suffix == ".gdb" else victim.with_suffix(MAIN.get(victim.suffix, victim.suffix))
        changes = [whole[:cut] for cut in (0, 1, 50, 99, len(whole) // 3, len(whole) // 2, len(whole) - 3)]
        for _ in range(int(os.environ.get("ANZENMAP_CHANGES", "4"))):
            data = bytearray(whole)
            for _ in range(random.choice((1, 4, 40))):
                at = random.randrange(min(len(data), random.choice((200, 4096, len(data)))))
                data[at] = random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))
            changes.append(bytes(data))
        for data in changes:
            victim.write_bytes(data)
            codes.add(ends_well(opened, folder))
        victim.write_bytes(whole)
        assert ends_well(opened, folder) in (0, 1)
    assert codes >= {0, 3}, codes


def test_garbage_with_the_right_beginning(folder):
    random.seed(6)
    junk = bytes(random.randrange(256) for _ in range(5000))
    heads = {"a.gpkg": b"SQLite format 3\0" + bytes(52) + b"GPKG" + bytes(28), "a.fgb": b"fgb\3fgb\1", "a.shp": (9994).to_bytes(4, "big"),
             "a.tab": b"!table\n!version 300\n", "a.mif": b"Version 300\nColumns 3\n", "a.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
    for name, head in heads.items():
        path = folder / name
        path.write_bytes(head + junk)
        path.with_suffix(".shx").write_bytes(head + junk)
        assert ends_well(path, folder) == 3, name
    work = folder / "b.gdb"
    work.mkdir()
    (work / "a00000001.gdbtable").write_bytes(junk)
    assert ends_well(work, folder) == 3


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
