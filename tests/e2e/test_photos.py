#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Photos that know where they were taken: place, time, direction, datum, and what is told about the others."""
import os
import random
import sys

import geofiles
import surveys
import test_geodata
import test_same_records
from photofiles import RATIONAL, ASCII, degrees, entry, gps, heic, jpeg, taken, tiff, xmp
from surveys import convert

PLACE = (131.8279846, 34.0474123)
WORDS = xmp("正門", "先生が立っている", ["学校", "安全"])


def photo(folder, name="a.jpg", place=PLACE, clock="2024:10:03 08:40:10", offset="+09:00", packet=WORDS, **more):
    return jpeg(folder / name, tiff(photo=taken(clock, offset), gps=gps(*place, **more)), packet)


def only(run) -> dict:
    features = run.geojson()["features"]
    assert len(features) == 1, features
    return features[0]


def test_a_photo_is_a_record(folder):
    more = [entry(0x11, RATIONAL, [(12345, 100)]), entry(0x1F, RATIONAL, [(478, 100)])]
    path = jpeg(folder / "a.jpg", tiff(photo=taken("2024:10:03 08:40:10", "+09:00"), gps=gps(*PLACE, more=more)), WORDS)
    run = convert(folder, path)
    one = only(run)
    assert tuple(one["geometry"]["coordinates"]) == PLACE, one
    row = run.rows()[0]
    assert (row["名称"], row["区分"], row["コメント"]) == ("正門", "安全", "先生が立っている"), row
    assert (row["調査日"], row["位置誤差_m"], row["撮影方向"], row["画像"]) == ("2024-10-03", "4.78", "123.45", "a.jpg"), row
    assert test_geodata.reading(path)["format"]["value"] == "photo"


def test_heic_is_read_like_jpeg(folder):
    path = heic(folder / "a.heic", tiff(photo=taken("2024:10:03 08:40:10"), gps=gps(*PLACE)))
    run = convert(folder, path)
    assert tuple(only(run)["geometry"]["coordinates"]) == PLACE and run.rows()[0]["調査日"] == "2024-10-03", run.rows()


def test_a_folder_of_photos(folder):
    album = folder / "写真"
    for i in range(3):
        photo(album, f"100APPLE/山田太郎{i}.jpg", (PLACE[0] + i / 1000, PLACE[1]))
    (album / "メモ.txt").write_text("x")
    os.mkfifo(album / "pipe.jpg")  # opening it would wait for ever
    (album / "link.jpg").symlink_to(photo(folder, "elsewhere.jpg"))
    run = convert(folder, album)
    assert (run.read, run.written, run.count("IN306"), run.count("IN307")) == (3, 3, 1, 1), (run.summary, run.codes())
    assert [row["画像"] for row in run.rows()] == [f"100APPLE/山田太郎{i}.jpg" for i in range(3)], run.rows()
    assert all("山田" not in row["名称"] for row in run.rows()), "a file's name is no title"
    public = convert(folder, album, "--public", output="public")
    assert "山田" not in public.file(".geojson").decode() and "山田" not in public.file(".csv").decode()
    several = convert(folder, sorted(album.glob("*/*.jpg")), output="several")
    assert several.read == 3 and several.geojson()["features"][2]["geometry"] == run.geojson()["features"][2]["geometry"]


def test_photos_without_a_place_are_rejected_and_told(folder):
    album = folder / "p"
    photo(album, "good.jpg")
    jpeg(album / "none.jpg")
    jpeg(album / "off.jpg", tiff(photo=taken("2024:10:03 08:40:10")))
    photo(album, "zero.jpg", ([(0, 0)] * 3, [(0, 0)] * 3))
    photo(album, "far.jpg", (degrees(131), [(95, 1), (0, 1), (0, 1)]))
    photo(album, "null.jpg", (0.0, 0.0))
    run = convert(folder, album)
    assert (run.read, run.written, run.rejected) == (6, 1, 5), run.summary
    assert (run.count("IN301"), run.count("IN302")) == (2, 2), run.codes()
    rejected = surveys.table(run.file(".rejected.csv"))
    assert sorted(row["画像"] for row in rejected) == ["far.jpg", "none.jpg", "null.jpg", "off.jpg", "zero.jpg"], rejected


def test_rejected_photos_can_be_mended(folder):
    album = folder / "p"
    photo(album, "a.jpg")
    jpeg(album / "b.jpg", tiff(photo=taken("2024:10:04 08:40:10")), WORDS)
    run = convert(folder, album)
    path = folder / "mended.csv"
    rows = surveys.table(run.file(".rejected.csv"))
    rows[0].update({"緯度": "34.05", "経度": "131.82"})
    surveys.write_csv(path, [list(rows[0]), list(rows[0].values())])
    again = convert(folder, [album, path], output="again")
    assert (again.read, again.written, again.merged) == (3, 2, 1), again.summary
    assert [131.82, 34.05] in [one["geometry"]["coordinates"] for one in again.geojson()["features"]]


def test_odd_ways_to_write_a_place(folder):
    # Degrees and minutes with decimals, seconds 0/0 (phones do that); a west longitude; no marks at all.
    lat, lon = [(34, 1), (28447380, 10_000_000), (0, 0)], [(131, 1), (49679076, 1_000_000), (0, 0)]
    run = convert(folder, photo(folder, "a.jpg", (lon, lat)))
    assert only(run)["geometry"]["coordinates"] == [131.8279846, 34.0474123], only(run)
    run = convert(folder, photo(folder, "b.jpg", refs=()), output="b")
    assert run.written == 1 and run.count("IN303") == 1, run.codes()
    run = convert(folder, photo(folder, "c.jpg", refs=("N", "W")), output="c")
    assert run.rejected == 1, "the other side of the earth is not in Japan"
    run = convert(folder, photo(folder, "d.jpg", refs=("\0", "")), output="d")
    assert run.written == 1 and run.count("IN303") == 1, run.codes()


def test_datum_of_old_cameras(folder):
    album = folder / "p"
    photo(album, "new.jpg")
    photo(album, "old.jpg", (131.8303, 34.0442), datum="TOKYO")
    photo(album, "other.jpg", datum="NAD-27")
    run = convert(folder, album)
    assert (run.read, run.written, run.count("IN304")) == (3, 2, 1), (run.summary, run.codes())
    places = [one["geometry"]["coordinates"] for one in run.geojson()["features"]]
    moved = next(place for place in places if tuple(place) != PLACE)
    # Tokyo to the world's datum moves Yamaguchi some 330 m to the north and 240 m to the west.
    assert 0.002 < moved[1] - 34.0442 < 0.005 and 0.001 < 131.8303 - moved[0] < 0.004, places


def test_times(folder):
    def day(name, clock="", offset="", more=()):
        made = jpeg(folder / name, tiff(photo=taken(clock, offset) if clock else [], gps=gps(*PLACE, more=more)), WORDS)
        run = convert(folder, made, output=name + ".out")
        return run.rows()[0].get("調査日", ""), run.count("IN305")
    stamp = [entry(0x1D, ASCII, "2024:10:02"), entry(0x07, RATIONAL, [(23, 1), (40, 1), (10, 1)])]
    assert day("a.jpg", "2024:10:03 08:40:10") == ("2024-10-03", 0)
    assert day("b.jpg", "2024:10:02 23:40:10", "+00:00") == ("2024-10-03", 0)
    assert day("c.jpg", more=stamp) == ("2024-10-03", 0)
    assert day("d.jpg", "2024:10:03 08:40:10", "+09:00", stamp) == ("2024-10-03", 0)
    assert day("e.jpg", "2019:01:01 00:00:00", "", stamp) == ("2019-01-01", 1)
    assert day("f.jpg", "0000:00:00 00:00:00") == ("", 0)


def test_what_cameras_write_is_no_comment(folder):
    for i, (text, wanted) in enumerate([(b"OLYMPUS DIGITAL CAMERA         ", ""), ("夜は暗い".encode("cp932"), "夜は暗い"),
                                        ("夜は暗い".encode(), "夜は暗い")]):
        made = jpeg(folder / f"{i}.jpg", tiff(image=[entry(0x010E, ASCII, text + b"\0"), entry(0x013B, ASCII, "山田太郎")],
                                             gps=gps(*PLACE)))
        run = convert(folder, made, output=str(i))
        assert run.rows()[0].get("コメント", "") == wanted, run.rows()
        assert "山田" not in run.file(".csv").decode() + run.file(".report.json").decode()


def test_the_same_ten_records_as_photos(folder):
    """As test_same_records.py has it for the other formats; photos have their files' names besides."""
    album = folder / "same"
    for i, row in enumerate(test_same_records.rows()):
        jpeg(album / f"{i:02}.jpg", tiff(photo=taken(row["調査日"].replace("-", ":") + " 10:00:00", "+09:00"),
                                        gps=gps(float(row["経度"]), float(row["緯度"]))),
             xmp(row["名称"], row["コメント"], [row["区分"]]))
    run = convert(folder, album)
    table = convert(folder, test_same_records.as_csv(folder), output="csv")
    assert (run.read, run.written) == (10, 10), run.summary

    def kept(one):
        return one["geometry"], {k: v for k, v in one["properties"].items() if k not in ("ID", "画像")}
    assert [kept(one) for one in run.geojson()["features"]] == [kept(one) for one in table.geojson()["features"]]


def album_of(folder, *photos):
    for name, place, clock in photos:
        jpeg(folder / name, tiff(photo=taken(clock, "+09:00"), gps=gps(*place) if place else []))
    return folder


def test_records_that_name_their_photos(folder):
    album = album_of(folder / "DCIM", ("A1.JPG", PLACE, "2024:10:03 08:00:00"), ("sub/a2.jpg", (131.83, 34.05), "2024:10:03 08:00:00"),
                     ("a3.jpg", (131.84, 34.05), "2024:10:09 08:00:00"), ("a4.jpg", None, "2024:10:03 08:00:00"),
                     ("alone.jpg", (131.85, 34.05), "2024:10:03 08:00:00"))
    table = surveys.write_csv(folder / "調査.csv", [
        ["名称", "区分", "調査日", "緯度", "経度", "画像"],
        ["正門", "安全", "2024-10-03", "34.0474", "131.8280", "a1.jpg"],       # near its photo
        ["裏門", "危険", "2024-10-03", "", "", "DCIM/sub/A2.jpg"],             # takes its photo's place
        ["角", "危険", "R6.10.3", "34.0500", "131.8300", "a3.jpg"],            # 900 m away, six days later
        ["橋", "危険", "2024-10-03", "", "", "a4.jpg"],                        # neither has a place
        ["公園", "危険", "2024-10-03", "34.05", "131.82", "none.jpg"]])
    for inputs in ([table, album], [album, table]):
        output = f"out{inputs.index(album)}"
        run = convert(folder, inputs, "--name", "a", output=output)
        assert (run.read, run.written, run.rejected, run.merged) == (10, 5, 1, 4), run.summary
        assert (run.count("IN308"), run.count("IN309"), run.count("IN310"), run.count("IN301")) == (1, 1, 1, 0), run.codes()
        rows = {row["名称"]: row for row in run.rows()}
        assert (rows["裏門"]["緯度"], rows["裏門"]["経度"]) == ("34.05", "131.83"), rows
        assert (rows["角"]["緯度"], rows["角"]["経度"]) == ("34.0500", "131.8300"), rows
        far = next(d for d in run.report()["diagnostics"] if d["code"] == "IN309")
        assert 900 < int("".join(c for c in far["message"]["ja"].split("から")[1].split("メートル")[0])) < 940, far
    assert (folder / "out1" / "a.geojson").read_bytes() == (folder / "out0" / "a.geojson").read_bytes()


def test_a_table_without_places_gets_those_of_its_photos(folder):
    album = album_of(folder / "p", ("1.jpg", PLACE, "2024:10:03 08:00:00"), ("2.jpg", (131.83, 34.05), "2024:10:03 08:00:00"),
                     ("x/same.jpg", PLACE, "2024:10:03 08:00:00"), ("y/same.jpg", PLACE, "2024:10:03 08:00:00"))
    rows = [["名称", "区分", "写真"], ["正門", "安全", "1.jpg"], ["裏門", "危険", "2.jpg"], ["橋", "危険", "same.jpg"]]
    for writer, name in ((surveys.write_csv, "a.csv"), (surveys.write_xlsx, "a.xlsx")):
        run = convert(folder, [writer(folder / name, rows), album], output=name + ".out")
        assert (run.merged, run.count("IN308")) == (2, 2), (run.summary, run.codes())
        places = {one["properties"]["名称"]: one["geometry"]["coordinates"] for one in run.geojson()["features"]}
        assert places["正門"] == list(PLACE) and places["裏門"] == [131.83, 34.05] and "橋" not in places, places


def test_a_geopackage_and_its_photos(folder):
    """As QField leaves them: a project with its DCIM folder."""
    work = folder / "project"
    work.mkdir()
    album = album_of(work / "DCIM", ("1.jpg", PLACE, "2024:10:03 08:00:00"), ("2.jpg", (131.90, 34.05), "2024:10:03 08:00:00"))
    made = [surveys.feature(surveys.point(*PLACE), {"名称": "正門", "区分": "安全", "画像": "DCIM/1.jpg"}),
            surveys.feature(None, {"名称": "裏門", "区分": "危険", "画像": "DCIM/2.jpg"})]
    path = geofiles.converted(work, made, "a.gpkg")
    run = convert(folder, [path, album])
    assert (run.read, run.written, run.merged, run.count("IN308"), run.count("IN282")) == (4, 2, 2, 1, 0), (run.summary, run.codes())
    assert run.geojson()["features"][1]["geometry"]["coordinates"] == [131.9, 34.05]


def test_the_module_is_loaded_for_photos_alone(folder):
    (folder / "x").mkdir()
    said = test_geodata.loaded(folder / "x", "check", photo(folder))
    assert "libexiv2" in said and "libgdal" not in said
    (folder / "y").mkdir()
    assert "libexiv2" not in test_geodata.loaded(folder / "y", "version")


def test_damaged_photos(folder):
    random.seed(7)
    more = [entry(0x11, RATIONAL, [(12345, 100)]), entry(0x1D, ASCII, "2024:10:02")]
    sources = [jpeg(folder / "a.jpg", tiff(photo=taken("2024:10:03 08:40:10", "+09:00"), gps=gps(*PLACE, more=more)), WORDS),
               heic(folder / "a.heic", tiff(photo=taken("2024:10:03 08:40:10"), gps=gps(*PLACE, more=more)))]
    album = folder / "damaged"
    album.mkdir()
    made = 0
    for source in sources:
        whole = source.read_bytes()
        for i in range(150):
            data = bytearray(whole)
            if i % 3 == 0:
                del data[random.randrange(12, len(data)):]
            for _ in range(random.choice((1, 3, 20))):
                data[random.randrange(12, min(len(data), 500))] = random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))
            (album / f"{made:03}{source.suffix}").write_bytes(data)
            made += 1
    assert test_geodata.ends_well(album, folder) in (0, 1)
    run = convert(folder, album, checked=False)
    assert run.read == made and run.written + run.rejected == made, run.summary
    for name, data in {"cut.jpg": b"\xff\xd8\xff", "junk.jpg": b"\xff\xd8\xff\xe1" + bytes(random.randrange(256) for _ in range(3000)),
                       "junk.heic": b"\0\0\0\x18ftypheic" + bytes(random.randrange(256) for _ in range(3000))}.items():
        (folder / name).write_bytes(data)
        assert test_geodata.ends_well(folder / name, folder) == 1, name


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
