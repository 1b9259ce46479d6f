#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Surveys inside a ZIP file: names, encodings, members that are none, and archives that mean harm."""
import pathlib
import subprocess
import sys
import zipfile

import surveys
import test_same_records as same

CSV = "名称,区分,緯度,経度\r\n{},危険,34.047{},131.828{}\r\n"


def pack(path, members, raw_names=False):
    """`raw_names`: the bytes of the names as given, without the flag for UTF-8, as Windows packs."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name if not raw_names else name.encode("cp932").hex())
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data if isinstance(data, bytes) else data.encode())
    if raw_names:
        data = path.read_bytes()
        for name in members:
            plain = name.encode("cp932")
            data = patched(data, plain.hex().encode(), plain)
        path.write_bytes(data)
    return path


def patched(data, old, new):
    """Every stored name `old` becomes `new`; lengths and offsets are put right by packing anew."""
    import struct
    out, central, count, at = b"", b"", 0, 0
    while data[at:at + 4] == b"PK\x03\x04":
        head = list(struct.unpack("<4s5H3L2H", data[at:at + 30]))
        name = data[at + 30:at + 30 + head[9]]
        body = data[at + 30 + head[9]:at + 30 + head[9] + head[7]]
        size, packed = head[8], head[7]
        here = len(out)
        name = new if name == old else name
        head[9], head[10] = len(name), 0
        out += struct.pack("<4s5H3L2H", *head) + name + body
        central += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, head[3], head[4], head[5], head[6], packed, size,
                               len(name), 0, 0, 0, 0, 0, here) + name
        count += 1
        at += 30 + len(data[at + 30:at + 30 + struct.unpack("<H", data[at + 26:at + 28])[0]]) + packed
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(central), len(out), 0)
    return out + central + end


def test_all_formats_in_one_archive(folder):
    members = {writer(folder) for writer in (same.as_csv, same.as_xlsx, same.as_geojson, same.as_kml, same.as_gpx, same.as_umap)}
    path = folder / "まとめ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.write(member, member.name)
        archive.writestr("写真/1.jpg", b"\xff\xd8\xff")
        archive.writestr("__MACOSX/._a.csv", b"x")
    run = surveys.convert(folder, path.name)
    assert (run.read, run.written) == (60, 60), run.summary
    assert run.count("IN350") == 1 and run.codes("error") == []
    info = subprocess.run([surveys.PROGRAM, "info", path.name], cwd=folder, env=surveys.ENVIRONMENT, capture_output=True)
    assert "ZIPの中の「a.csv」です" in "".join(info.stdout.decode().split()), info.stdout.decode()


def test_names_of_windows_and_encodings_of_each_member(folder):
    members = {"班/表ソ能.csv": CSV.format("正門", 1, 2).encode("cp932"), "2班.csv": CSV.format("裏門", 2, 3).encode("utf-8")}
    run = surveys.convert(folder, pack(folder / "a.zip", members, raw_names=True))
    assert (run.read, run.written) == (2, 2), run.summary
    assert sorted(row["名称"] for row in run.rows()) == ["正門", "裏門"]
    assert all("班" in one["file"] for one in run.report()["diagnostics"] if one["file"].endswith(".csv"))


def test_a_member_that_is_read_again(folder):
    """Bytes far into one member are in another encoding than its head lets expect: only that one starts over."""
    long = "name,kind,lat,lon\r\n" + "gate,danger,34.0471,131.8282\r\n" * 40000
    members = {"1.csv": long.encode() + CSV.format("学校", 1, 1).split("\r\n", 1)[1].encode("cp932"),
               "2.csv": CSV.format("裏門", 2, 3).encode("utf-8")}
    run = surveys.convert(folder, pack(folder / "a.zip", members), checked=False)
    assert (run.read, run.written) == (40002, 40002), run.summary
    names = {row["名称"] for row in run.rows()}
    assert {"学校", "裏門"} <= names, names


def test_threads_do_not_matter(folder):
    members = {f"{i}.csv": CSV.format("門", i, i) for i in range(9)}
    path = pack(folder / "a.zip", members)
    made = [surveys.convert(folder, path, "--threads", threads, output=threads).both() for threads in ("1", "4")]
    assert made[0] == made[1]


def test_nothing_is_written_outside(folder):
    inner = folder / "work"
    inner.mkdir()
    members = {"../../escape.csv": CSV.format("正門", 1, 2), "/abs.csv": CSV.format("裏門", 2, 3),
               "a/../../b.csv": CSV.format("角", 3, 4), "..\\c.csv": CSV.format("池", 4, 5)}
    path = pack(inner / "a.zip", members)
    before = {p for p in folder.rglob("*")}
    run = surveys.convert(inner, path)
    assert (run.read, run.written) == (4, 4), run.summary
    new = {p for p in folder.rglob("*")} - before
    assert all(inner / "out" == p or inner / "out" in p.parents for p in new), new
    assert not pathlib.Path("/abs.csv").exists()


def test_bombs_and_broken_archives_end_in_an_error(folder):
    def stopped(name):
        run = surveys.convert(folder, name, lawful=False)
        assert run.exit == 3 and run.error["message"]["ja"], run.summary
        return run.error["code"]
    bomb = pack(folder / "bomb.zip", {"a.csv": b"0" * (200 << 20)})
    assert bomb.stat().st_size < 1 << 20
    assert stopped("bomb.zip").startswith("IN")
    good = pack(folder / "good.zip", {"a.csv": CSV.format("正門", 1, 2) * 50}).read_bytes()
    (folder / "cut.zip").write_bytes(good[:len(good) // 2])
    assert stopped("cut.zip").startswith("IN")
    wrong = bytearray(good)
    wrong[45] ^= 0xFF
    (folder / "wrong.zip").write_bytes(bytes(wrong))
    assert stopped("wrong.zip").startswith("IN")
    pack(folder / "nothing.zip", {"readme.md": "x", "inner.zip": good})
    assert stopped("nothing.zip") == "IN351"


def test_rejects_of_a_member_come_back_mended(folder):
    path = pack(folder / "a.zip", {"班/1.csv": "名称,区分,緯度,経度\r\n正門,危険,,\r\n"})
    first = surveys.convert(folder, path)
    assert first.rejected == 1
    rejects = next((folder / "out").glob("*.rejected.csv"))
    rows = surveys.cells(rejects.read_bytes())
    rows[1][rows[0].index("緯度")], rows[1][rows[0].index("経度")] = "34.0471", "131.8282"
    mended = surveys.write_csv(folder / "mended.csv", rows)
    again = surveys.convert(folder, [path, mended], output="again")
    assert (again.written, again.merged, again.rejected) == (1, 1, 0), again.summary


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
