#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program run on what nobody should give it: it says so clearly, with the right exit code, leaves nothing
half-written, stays within its memory and time, and does not crash.

Usage: bad_inputs.py [part of a case's name]..."""
import dataclasses
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

import zip_files as z

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
MIB = 1 << 20
MEMORY = 300 * MIB
CPU_SECONDS = 20
HEAD = "名称,区分,緯度,経度\r\n"
RECORD = "正門,安全,34.04,131.80\r\n"
SURVEY = HEAD + RECORD
# All that Japanese messages may hold in Latin letters, beside what they quote.
LATIN_WORDS = {"anzenmap", "csv", "tsv", "xlsx", "xls", "excel", "ods", "geojson", "json", "utf", "bom", "cp932", "eof",
               "usb", "pdf", "name", "datapackage", "rejected", "report", "convert", "explain", "help", "id", "shift", "jis", "type", "xfd",
               "features", "properties", "epsg", "kml", "kmz", "gpx", "geopackage", "jpg", "txt"}


@dataclasses.dataclass
class Done:
    code: int
    out: str
    err: str
    memory: int
    seconds: float


def run(words, folder, user=None, before=None, program=PROGRAM):
    """Runs the program and measures its peak of memory. `user`: none of root's rights."""
    def prepare():
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))  # wall time depends on the neighbours
        if before:
            before()
    command = [program, *map(str, words)]
    if user is not None:
        command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                                 env=ENVIRONMENT, preexec_fn=prepare)
        signal.signal(signal.SIGALRM, lambda *_: child.kill())  # for what waits for ever
        signal.alarm(10 * CPU_SECONDS)
        _, status, usage = os.wait4(child.pid, 0)
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
        return Done(child.returncode, *texts, usage.ru_maxrss * 1024,
                    usage.ru_utime + usage.ru_stime)


def check(wanted, message):
    if not wanted:
        raise AssertionError(message)


def one_object(done):
    value, end = json.JSONDecoder().raw_decode(done.out)
    check(done.out[end:] == "\n", f"more than one object: {done.out[end:end + 80]!r}")
    check(value["schema"] == 1 and "error" in value, "no schema or error")
    return value


def check_japanese(text):
    """Says something in Japanese, and nothing that only programmers understand."""
    check(re.search(r"[ぁ-ん]", text), f"no Japanese: {text!r}")
    plain = re.sub(r"「[^」]*」|^  out/\S+", "", text, flags=re.M)
    plain = re.sub(r"\([A-Z]{2}[0-9]{3}\)|--[a-z-]+( [\w:,-]+)?", "", plain)
    strange = [word for word in re.findall(r"[A-Za-z]{3,}", plain) if word.lower() not in LATIN_WORDS]
    check(not strange, f"jargon {strange} in {text!r}")
    check(len(text) < 4000, f"a message of {len(text)} characters")


def no_traces(folder):
    """Nothing was written: no outputs, no temporaries."""
    left = [str(path.relative_to(folder)) for path in folder.rglob("*")] if folder.exists() else []
    check(not left, f"left behind: {left[:5]}")


def check_outputs(folder, summary):
    """What was written is whole: the files that the data package vouches for, and the counts."""
    check(not [p for p in folder.iterdir() if p.name.startswith(".")], "temporaries left")
    package = json.loads((folder / "datapackage.json").read_text())
    for one in package["resources"]:
        text = (folder / one["path"]).read_bytes()
        check(hashlib.sha256(text).hexdigest() == one["sha256"] and len(text) == one["bytes"], f"{one['path']} is torn")
    with open(next(folder.glob("*.geojson")), "rb") as file:  # a feature a line
        features = sum(line.startswith(b'{"type":"Feature",') for line in file)
    check(features == summary["written"], f"{features} features, {summary['written']} written")
    check(summary["read"] == summary["written"] + summary["rejected"] + summary["merged"], "the counts do not agree")
    json.loads(next(folder.glob("*.report.json")).read_bytes())


@dataclasses.dataclass
class Case:
    name: str
    file: str               # its name; made by `make` in an own folder
    make: object            # bytes, text, or a function(path)
    code: int               # of convert
    codes: tuple = ()       # error or diagnostics that must be told
    more: tuple = ()        # words
    memory: int = MEMORY
    info_reads: bool = False  # info and check say 0 or 1 where convert says 3


def made(case, folder):
    path = folder / case.file
    if callable(case.make):
        case.make(path)
    else:
        path.write_bytes(case.make if isinstance(case.make, bytes) else case.make.encode())
    return path


def test_case(case, folder):
    path = made(case, folder)
    worst = Done(0, "", "", 0, 0)
    for command, words in (("convert", ("--output", "out")), ("check", ()), ("info", ())):
        more = case.more if command != "info" else tuple(w for w in case.more)
        for face in ((), ("--json",)):
            done = run([command, path, *words, *more, *face], folder)
            where = f"{command} {' '.join(face)}"
            check(done.code >= 0, f"{where}: died of signal {-done.code} after {done.seconds:.1f} s")
            check(done.memory < case.memory, f"{where}: {done.memory / MIB:.0f} MiB")
            worst.memory, worst.seconds = max(worst.memory, done.memory), max(worst.seconds, done.seconds)
            wanted = (case.code,) if command == "convert" else (0, 1, case.code)
            check(done.code in wanted, f"{where}: exit {done.code}, not {case.code}: {(done.err or done.out)[:300]}")
            if not face:
                if done.code >= 2:
                    check(done.out == "", f"{where}: {done.out[:100]!r} on stdout")
                    check_japanese(done.err)
                elif command == "convert" and done.code == 1:
                    check_japanese(done.err + done.out)
                continue
            value = one_object(done)
            check((value["error"] is not None) == (done.code >= 2), f"{where}: exit {done.code}, error {value['error']}")
            if command != "convert":
                continue
            told = [value["error"]["code"]] if value["error"] else [one["code"] for one in value["diagnostics"]]
            for code in case.codes:
                check(code in told, f"{where}: {code} not among {sorted(set(told))}")
            if done.code < 2:
                check_outputs(folder / "out", value)
            else:
                no_traces(folder / "out")
    return worst


def sparse(start, size):
    def make(path):
        with open(path, "wb") as file:
            file.write(start)
            file.truncate(size)
    return make


def repeated(start, piece, times, end=b""):
    def make(path):
        with open(path, "wb") as file:
            file.write(start)
            block = piece * max(1, MIB // len(piece))
            whole, rest = divmod(times, MIB // len(piece) if len(piece) < MIB else 1)
            for _ in range(whole):
                file.write(block)
            file.write(piece * rest + end)
    return make


def feature(properties="{}", geometry='{"type":"Point","coordinates":[131.8,34.04]}'):
    return '{"type":"Feature","properties":%s,"geometry":%s}' % (properties, geometry)


def collection(*features):
    return '{"type":"FeatureCollection","features":[%s]}' % ",".join(features)


def cut(fraction):
    def make(path):
        sample = next((ROOT / "samples" / "syuuyou-excel").glob("*.xlsx")).read_bytes()
        path.write_bytes(sample[: int(len(sample) * fraction)])
    return make


def changed(text, at, by):
    out = bytearray(text)
    out[at] ^= by
    return bytes(out)


def damaged_part(what):
    """A workbook whose sheet has a wrong checksum, wrong packed bytes, a password or an unknown method."""
    parts = z.workbook()
    sheet = next(one for one in parts if one.name.endswith("sheet1.xml"))
    if what == "crc":
        sheet.crc ^= 1
    elif what == "bytes":
        sheet.packed = changed(sheet.packed, len(sheet.packed) // 2, 0xFF)
    elif what == "encrypted":
        sheet.flags |= 1
    elif what == "method":
        sheet.method = 99
    return z.zip_file(parts)


def compound(name):
    """The start of an OLE compound file: an old .xls, or an .xlsx under a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + name.encode("utf-16-le") + bytes(4096)


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return f"<!DOCTYPE w [{entities}]>" + z.SHEET.replace("正門", "&a11;")


def junk(size, seed=4):
    return random.Random(seed).randbytes(size)


def cases():
    yield Case("empty", "空.csv", b"", 3, ("IN194",))
    yield Case("empty workbook", "空.xlsx", b"", 3, ("IN194",))
    yield Case("header only", "見出しだけ.csv", HEAD, 1)
    yield Case("header without line end", "見出し.csv", HEAD.strip(), 1)
    yield Case("one byte", "一字.csv", b"a", 1)
    yield Case("mark only", "印だけ.csv", b"\xef\xbb\xbf", 3)
    yield Case("blank lines", "空行.csv", b"\r\n" * 1000, 3)
    yield Case("commas only", "区切りだけ.csv", b",,,\r\n" * 1000, 3)
    yield Case("junk", "写真.bin", junk(200000), 3)
    yield Case("junk called csv", "写真.csv", junk(200000), 3)
    yield Case("junk called xlsx", "写真.xlsx", junk(200000), 3)
    yield Case("junk called geojson", "写真.geojson", junk(200000), 3)
    yield Case("picture", "写真.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + junk(50000), 1, ("IN301",))  # a photo, and no place in it
    yield Case("pdf", "配布.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + junk(50000), 3)
    yield Case("folder", "フォルダー", lambda path: path.mkdir(), 3, ("IN192",))
    yield Case("folder with junk", "フォルダー", lambda path: (path.mkdir(), (path / "a.bin").write_bytes(junk(99))), 3)
    yield Case("missing", "ない.csv", lambda path: None, 3, ("IN190",))
    yield Case("pipe", "管.csv", os.mkfifo, 3, ("IN192",))
    yield Case("link to itself", "輪.csv", lambda path: path.symlink_to(path), 3, ("IN191",))
    yield Case("unreadable memory", "記憶.csv", lambda path: path.symlink_to("/proc/self/mem"), 3, ("IN193",))
    yield Case("long name", "長" * 83 + ".csv", SURVEY, 2)

    yield Case("nul bytes", "空文字.csv", HEAD + "正\0門,安全,34.04,131.80\r\n", 1)
    yield Case("nul bytes only", "零.csv", bytes(100000), 3)
    yield Case("ragged", "でこぼこ.csv", HEAD + "a\r\nb,安全,34.04,131.80,余分,もっと\r\n,\r\n" + "c," * 3000 + "\r\n", 1)
    yield Case("open quote", "閉じない.csv", HEAD + '"正門,安全,34.04,131.80\r\n' + RECORD * 50, 1)
    yield Case("quote at the end", "閉じない.csv", SURVEY + '"', 1)
    yield Case("odd utf-16", "奇数.csv", b"\xff\xfe" + SURVEY.encode("utf-16-le") + b"\x41", 1)
    yield Case("half a surrogate", "半分.csv", b"\xff\xfe" + (HEAD + "正門").encode("utf-16-le") + b"\x3d\xd8,\0\x20\0", 1)
    yield Case("two encodings", "二つ.csv", (HEAD + RECORD * 9000).encode() + RECORD.encode("cp932"), 1)
    yield Case("cell of 8 MiB", "長い.csv", HEAD.encode() + b'"' + b"a\n" * (4 * MIB) + b'",,34.04,131.80\r\n', 1)
    yield Case("many columns", "列.csv", ",".join(f"列{i}" for i in range(100000)) + "\r\n" + RECORD, 3)
    yield Case("columns without end", "列.csv", repeated(HEAD.encode(), b",", 60 * MIB), 1)
    yield Case("header without end", "列.csv", repeated(b"", b",", 60 * MIB, b"\r\n1,2\r\n"), 1)
    yield Case("names without end", "列.csv", repeated(b"", "名称,".encode(), 8 * MIB, b"\r\n1,2\r\n"), 3, ("IN125",))
    yield Case("surplus without end", "列.csv", repeated(SURVEY.encode(), b"a,", 25 * MIB), 1)
    yield Case("one line of 1 GB", "一行.csv", repeated(b"", b"a", 1000 * 1000 * 1000), 3)
    yield Case("one line of 1 GB below a header", "一行.csv", repeated(SURVEY.encode(), b"a", 1000 * 1000 * 1000), 3)
    yield Case("one quote of 1 GB", "一行.csv", repeated(HEAD.encode() + b'"', b"a", 1000 * 1000 * 1000), 3)
    yield Case("one quote of many lines", "一行.csv", repeated(HEAD.encode() + b'"', b"a" * 2000 + b",\n", 70000), 1,
               memory=400 * MIB)
    yield Case("1 GB of nothing", "穴.csv", sparse(SURVEY.encode(), 1000 * 1000 * 1000), 3)
    yield Case("utf-16 line without end", "一行.csv", repeated(b"\xff\xfe", b"a\0", 500 * 1000 * 1000), 3)

    for fraction in [0.001, *(i / 12 for i in range(1, 12)), 0.999]:
        yield Case(f"workbook cut at {fraction:.3f}", "切れた.xlsx", cut(fraction), 3)
    yield Case("workbook under a password", "秘密.xlsx", compound("EncryptedPackage"), 3)
    yield Case("old workbook", "古い.xls", compound("Workbook"), 3)
    yield Case("zip of nothing", "空.xlsx", z.zip_file([]), 3)
    yield Case("zip of something else", "別.zip", z.zip_file([z.part("a.txt", "a")]), 1)
    for what in ("crc", "bytes", "encrypted", "method"):
        yield Case(f"part with wrong {what}", "壊れた.xlsx", damaged_part(what), 3)
    piece = z.row(3, "場所", "安全", "34.04", "131.80").replace(' r="3"', "").replace("A3", "").replace("B3", "")
    cells = re.sub(r' r="\w*"', "", piece)
    sheet = "xl/worksheets/sheet1.xml"
    yield Case("bomb in the sheet", "爆弾.xlsx", z.zip_file(z.workbook(
        z.bomb(sheet, z.SHEET_START + z.HEADER_ROW, cells, 2048, z.SHEET_END))), 3)
    yield Case("bomb of blanks", "爆弾.xlsx", z.zip_file(z.workbook(
        z.bomb(sheet, z.SHEET_START + z.HEADER_ROW, " " * 64, 2048, z.SHEET_END))), 3)
    yield Case("bomb in one cell", "爆弾.xlsx", z.zip_file(z.workbook(
        z.bomb(sheet, z.SHEET_START + z.HEADER_ROW + '<row r="2"><c r="A2" t="inlineStr"><is><t>', "あ" * 64, 2048,
               "</t></is></c></row>" + z.SHEET_END))), 3)
    yield Case("bomb in the strings", "爆弾.xlsx", z.zip_file(z.workbook(
        strings=z.bomb("xl/sharedStrings.xml", z.STRINGS_START, "<si><t>ああああ</t></si>", 2048, "</sst>"))), 3)
    yield Case("bomb that lies", "爆弾.xlsx", z.zip_file(z.workbook(
        z.bomb(sheet, z.SHEET_START + z.HEADER_ROW, cells, 2048, z.SHEET_END, told=4000))), 3)
    yield Case("many equal strings", "同じ.xlsx", z.zip_file(z.workbook(
        strings=z.bomb("xl/sharedStrings.xml", z.STRINGS_START, "<si><t>ああああ</t></si>", 48, "</sst>"))), 0)
    yield Case("very many parts", "部品.xlsx", z.zip_file(z.workbook(more=[
        z.part(f"a{i}", b"") for i in range(60000)])), 3)
    yield Case("laughs", "笑い.xlsx", z.zip_file(z.workbook(laughs())), 3)
    yield Case("outside entity", "外.xlsx", z.zip_file(z.workbook(
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + z.SHEET.replace("正門", "&a;"))), 3)
    yield Case("xml nested deep", "深い.xlsx", z.zip_file(z.workbook(
        z.bomb(sheet, z.SHEET_START, "<row>", 20, ""))), 3)
    yield Case("xml that ends", "途中.xlsx", z.zip_file(z.workbook(z.SHEET[:-30])), 3)
    yield Case("cells far away", "遠い.xlsx", z.zip_file(z.workbook(z.SHEET_START + z.HEADER_ROW + z.RECORD_ROW + (
        '<row r="1048576">' + z.text_cell("XFD1048576", "遠く") + "</row>") + z.SHEET_END)), 1)
    yield Case("cells beyond the sheet", "外.xlsx", z.zip_file(z.workbook(z.SHEET_START + z.HEADER_ROW + (
        '<row r="999999999999">' + z.text_cell("ZZZZZZZ99999999999999", "x") + "</row>") + z.SHEET_END)), 3)
    yield Case("merged without end", "結合.xlsx", z.zip_file(z.workbook(z.SHEET.replace(
        "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'))), 1)
    yield Case("relation to outside", "外.xlsx", z.zip_file(z.workbook(target="../../../../../../etc/passwd")), 3)

    yield Case("ods of very many equal rows", "同じ.ods", z.ods(z.ODS_HEADER + z.ods_row(*z.ODS_RECORD,
                                                                                    repeated=200000)), 0)
    yield Case("ods of rows without end", "百万.ods", z.ods(z.ODS_HEADER + z.ods_row(*z.ODS_RECORD,
                                                                                repeated=2000000000)), 3)
    yield Case("ods of columns without end", "百万.ods", z.ods(
        z.ODS_HEADER + z.ods_row(*z.ODS_RECORD, z.ods_cell("横", 1000000), repeated=1000000)), 3)
    yield Case("ods header without end", "百万.ods", z.ods(z.ods_row(z.ods_cell("名称", 1000000)) +
                                                        z.ods_row(*z.ODS_RECORD)), 1)
    yield Case("ods blank to the end", "空白.ods", z.ods(
        z.ODS_HEADER + z.ods_row(*z.ODS_RECORD, '<table:table-cell table:number-columns-repeated="16380"/>') +
        z.ods_row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1048574)), 0)

    pin = "<Placemark><name>正門</name><ExtendedData><Data name='区分'><value>安全</value></Data></ExtendedData>%s</Placemark>"
    place = "<Point><coordinates>131.80,34.04,0</coordinates></Point>"
    good = pin % place
    kml = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>%s</Document></kml>'
    for fraction in (0.1, 0.5, 0.9, 0.99):
        whole = (kml % (good * 3)).encode()
        yield Case(f"kml: cut at {fraction}", "切れた.kml", whole[: int(len(whole) * fraction)], 3)
    yield Case("kml: no placemarks", "空.kml", kml % "", 1)
    yield Case("kml: other xml", "別.kml", "<osm/>", 3)
    yield Case("kml: entity bomb", "実体.kml", '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{i} "{"&a%s;" % (i - 1 if i else "") * 10}">' for i in range(10)) + "]>" + (kml % "&a9;")[38:], 3)
    yield Case("kml: external entity", "実体.kml",
               '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + (kml % "<Placemark><name>&a;</name></Placemark>")[38:], 3)
    yield Case("kml: deep folders", "深い.kml", kml % ("<Folder>" * 1000000), 3)
    yield Case("kml: deep geometries", "深い.kml", kml % (pin % ("<MultiGeometry>" * 90 + place + "</MultiGeometry>" * 90)), 0)
    yield Case("kml: deep unknown elements", "深い.kml", kml % (pin % ("<x>" * 1000000)), 3)
    yield Case("kml: attributes without end", "属性.kml", b"<kml " + b" ".join(b'a%d=""' % i for i in range(100000)) + b"/>", 3)
    yield Case("kml: an attribute of 100 MB", "属性.kml", repeated(b'<kml a="', b"x", 100 * MIB), 3)
    yield Case("kml: a name of 1 GB", "穴.kml", repeated(b"<kml><Placemark><name>", b"a", 1000 * 1000 * 1000), 3)
    yield Case("kml: coordinates of 1 GB", "穴.kml", repeated(
        b"<kml><Placemark><LineString><coordinates>", b"131.80,34.04,0 ", 70 * MIB), 3)
    yield Case("kml: 1 GB of blanks", "穴.kml", repeated(b"<kml>", b" ", 1000 * 1000 * 1000), 3)
    yield Case("kml: very many fields", "項目.kml", kml % "".join(
        f"<Placemark><ExtendedData><Data name='k{i}'><value>1</value></Data></ExtendedData></Placemark>" for i in range(5000)), 3)
    yield Case("kml: very many styles", "様式.kml", kml % "".join(f"<Style id='s{i}'/>" for i in range(200000)), 3)
    yield Case("kml: HTML without end", "説明.kml", kml % (pin % (
        "<description><![CDATA[" + '<a href="' * 300000 + "<!--" * 300000 + "]]></description>" + place)), 1)
    yield Case("kml: pairs without end", "説明.kml", kml % (pin % (
        "<description><![CDATA[" + "<br>".join(f"k{i}: {i}" for i in range(50000)) + "]]></description>" + place)), 1)
    yield Case("kml: numbers that are none", "数.kml", kml % (pin % "<Point><coordinates>1e999,NaN,inf</coordinates></Point>"), 1)
    yield Case("kml: bytes that are no text", "文字.kml", (kml % good).encode("cp932") + b"\xff", 3)
    yield Case("kmz: bomb", "爆弾.kmz", z.zip_file([z.part("doc.kml", b"<kml>" + b" " * (200 * MIB))]), 3)
    yield Case("kmz: no kml", "空.kmz", z.zip_file([z.part("a.txt", b"a")]), 3)
    yield Case("kmz: path to outside", "外.kmz", z.zip_file([z.part("../../evil.kml", (kml % good).encode())]), 0)
    gpx = '<gpx version="1.1"><wpt lat="34.04" lon="131.80"><name>正門</name><type>安全</type></wpt>%s</gpx>'
    yield Case("gpx: cut", "切れた.gpx", (gpx % "").encode()[:-10], 3)
    yield Case("gpx: no waypoints", "空.gpx", "<gpx/>", 1)
    yield Case("gpx: a track of 1 GB", "穴.gpx", repeated(b"<gpx><trk><trkseg>", b'<trkpt lat="34.04" lon="131.80"/>', 32 * MIB), 3)
    yield Case("gpx: deep extensions", "深い.gpx", gpx % ("<x>" * 1000000), 3)
    yield Case("gpx: entity", "実体.gpx", '<!DOCTYPE gpx [<!ENTITY a "b">]>' + gpx % "", 3)

    deep = 1000000
    yield Case("json: brackets", "深い.geojson", "[" * deep, 3)
    yield Case("json: braces", "深い.geojson", '{"a":' * deep, 3)
    yield Case("json: deep coordinates", "深い.geojson", collection(feature(
        geometry='{"type":"Polygon","coordinates":' + "[" * deep + "]" * deep + "}")), 3)
    yield Case("json: deep property", "深い.geojson", collection(feature('{"a":' + "[" * deep + "]" * deep + "}")), 3)
    yield Case("json: deep collections", "深い.geojson", collection(feature(
        geometry='{"type":"GeometryCollection","geometries":[' * 100000 + "]}" * 100000)), 3)
    yield Case("json: deep foreign member", "深い.geojson", '{"type":"FeatureCollection","x":' + "[" * deep + "]" * deep +
               ',"features":[]}', 3)
    whole = collection(feature('{"名称":"正門","区分":"安全"}'), feature('{"名称":"裏門","区分":"危険"}'))
    for fraction in (0.1, 0.5, 0.9, 0.99):
        yield Case(f"json: cut at {fraction}", "切れた.geojson", whole.encode()[: int(len(whole.encode()) * fraction)], 3)
    yield Case("json: something behind", "後.geojson", whole + "}", 3)
    yield Case("json: single quotes", "引用.geojson", whole.replace('"', "'"), 3)
    yield Case("json: comma at the end", "余り.geojson", whole.replace("]}", ",]}"), 3)
    yield Case("json: no numbers", "数.geojson", collection(feature(geometry='{"type":"Point","coordinates":[NaN,1]}')), 3)
    yield Case("json: huge numbers", "数.geojson", collection(
        feature(geometry='{"type":"Point","coordinates":[1e999,-1e999]}'),
        feature('{"a":1e-999999,"b":%s}' % ("9" * 100000)), feature(
            geometry='{"type":"Point","coordinates":[131.%s,34.04]}' % ("8" * 100000))), 1)
    yield Case("json: doubled keys", "二つ.geojson", collection(feature('{"名称":"正門","名称":"裏門","区分":"安全"}')), 1)
    yield Case("json: very many keys", "鍵.geojson", collection(*(
        feature("{%s}" % ",".join(f'"k{n}_{i}":1' for i in range(100))) for n in range(2000))), 3)
    yield Case("json: text that is no UTF-8", "文字.geojson", whole.encode("cp932"), 3)
    yield Case("json: lone surrogates", "文字.geojson", collection(feature(r'{"名称":"\ud800","区分":"\udfff\ud800"}')), 3)
    yield Case("json: no features", "空.geojson", collection(), 1)
    yield Case("json: null", "空.geojson", "null", 3)
    yield Case("json: other json", "別.json", '{"a":[1,2,3]}', 3)
    yield Case("json: 1 GB of blanks", "穴.geojson", repeated(b'{"type":"FeatureCollection",', b" ", 1000 * 1000 * 1000), 3)
    yield Case("json: 1 GB of text", "穴.geojson", repeated(b'{"type":"FeatureCollection","features":["', b"a",
                                                           1000 * 1000 * 1000), 3)
    yield Case("json: a feature of 1 GB", "穴.geojson", repeated(
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString",'
        b'"coordinates":[[1,2]', b",[131.80,34.04]", 70 * MIB), 3)


# Worlds that do not want the results.

def with_survey(folder, name="調査.csv", text=SURVEY):
    (folder / name).write_bytes(text.encode())
    return folder / name


def refused(done, code, *told, json_wanted=True):
    check(done.code == code, f"exit {done.code}: {done.err[:300]}")
    if json_wanted:
        value = one_object(done)
        check(value["error"] and (not told or value["error"]["code"] in told), f"{value['error']}")
    else:
        check(done.out == "", "something on stdout")
        check_japanese(done.err)


def both(words, folder, code, *told, **more):
    refused(run(words, folder, **more), code, *told, json_wanted=False)
    refused(run([*words, "--json"], folder, **more), code, *told)


def test_names(folder):
    survey = with_survey(folder)
    for name in ("a/b", "..", ".", "/", "長" * 100, ""):
        if name:
            both(["convert", survey, "--output", "out", "--name", name], folder, 2)
            no_traces(folder / "out")


def test_output_is_a_file(folder):
    survey = with_survey(folder)
    (folder / "out").write_text("mine")
    both(["convert", survey, "--output", "out"], folder, 3, "OU703")
    both(["convert", survey, "--output", "out/deeper"], folder, 3, "OU703")
    check((folder / "out").read_text() == "mine", "the file was changed")
    (folder / "dangling").symlink_to(folder / "nowhere" / "else")
    both(["convert", survey, "--output", "dangling"], folder, 3, "OU703")


def test_target_is_a_folder(folder):
    survey = with_survey(folder)
    for suffix in ("geojson", "csv", "report.json"):
        shutil.rmtree(folder / "out", ignore_errors=True)
        (folder / "out" / f"調査.{suffix}").mkdir(parents=True)
        both(["convert", survey, "--output", "out"], folder, 3, "OU704")
        check([p.name for p in (folder / "out").iterdir()] == [f"調査.{suffix}"], "something was written")


def test_foreign_data_packages(folder):
    survey = with_survey(folder)
    (folder / "out").mkdir()
    for text in ("", "no json", "[]", '{"resources":1}', "[" * 100000, '{"a":' + "[" * 1000 + "]" * 1000 + "}"):
        (folder / "out" / "datapackage.json").write_text(text)
        both(["convert", survey, "--output", "out"], folder, 3, "OU721")
        check([p.name for p in (folder / "out").iterdir()] == ["datapackage.json"], "something was written")
        check((folder / "out" / "datapackage.json").read_text() == text, "the package was changed")
    (folder / "out" / "datapackage.json").write_text(
        '{"resources":[1,null,{},{"path":"../調査.csv","hash":"sha256:0"},{"path":5},{"path":"x","hash":"sha256:0"}]}')
    done = run(["convert", survey, "--output", "out", "--json"], folder)
    check(done.code in (0, 1), f"exit {done.code}: {done.err}")


def old_set(folder):
    done = run(["convert", with_survey(folder), "--output", "out", "--json"], folder)
    check(done.code in (0, 1), f"exit {done.code}")
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def check_unchanged(folder, old):
    now = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    check(now == old, f"changed: {[n for n in set(now) | set(old) if now.get(n) != old.get(n)]}")


def test_full_disk(folder):
    """A limit to the size of files, and a file system of its own where that may be made."""
    old = old_set(folder)
    survey = with_survey(folder, text=HEAD + RECORD * 20000)

    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))
    both(["convert", survey, "--output", "out"], folder, 3, "OU701", before=limited)
    check_unchanged(folder, old)
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)], capture_output=True).returncode:
        print("SKIP: no file system can be mounted here; only a limit to the size of files was tried")
        return
    try:
        (disk / "out").mkdir()
        for name, text in old.items():
            (disk / "out" / name).write_bytes(text)
        both(["convert", survey, "--output", "disk/out"], folder, 3, "OU701")
        check_unchanged(disk, old)
        both(["convert", survey, "--output", "disk/new/deep"], folder, 3, "OU701")
        no_traces(disk / "new" / "deep")
        many = folder / "many.csv"
        many.write_text(HEAD + RECORD)
        taken = disk / "taken"
        taken.write_bytes(bytes(1))
        channel = os.open(taken, os.O_WRONLY)
        try:
            while True:
                os.write(channel, bytes(4096))
        except OSError:
            os.close(channel)
        both(["convert", many, "--output", "disk/out", "--name", "x"], folder, 3, "OU701")
        check_unchanged(disk, old)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_closed_channels(folder):
    """Without stdout or stderr nothing of what they would get may end up in a file."""
    reference = old_set(folder)
    for closed in ((0,), (1,), (2,), (0, 1, 2)):
        shutil.rmtree(folder / "out")
        run(["convert", with_survey(folder), "--output", "out"], folder,
            before=lambda which=closed: [os.close(channel) for channel in which])
        check_unchanged(folder, reference)


def nobody(folder):
    """A copy of the program that another user may start, and that user; None where we are not root."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        return None
    folder.chmod(0o755)
    for parent in folder.parents:
        if not parent.stat().st_mode & 0o001:
            return None
    program = folder / "anzenmap"
    shutil.copy(PROGRAM, program)
    program.chmod(0o755)
    return {"user": 65534, "program": str(program)}


def test_unreadable(folder):
    survey = with_survey(folder)
    survey.chmod(0)
    as_other = nobody(folder)
    if as_other is None and os.getuid() == 0:
        print("SKIP: root reads everything, and there is no setpriv")
        return
    (folder / "out").mkdir()
    (folder / "out").chmod(0o777)
    both(["convert", survey, "--output", "out"], folder, 3, "IN191", **(as_other or {}))
    workbook = folder / "表.xlsx"
    workbook.write_bytes(z.zip_file(z.workbook()))
    workbook.chmod(0)
    both(["convert", workbook, "--output", "out"], folder, 3, "IN191", **(as_other or {}))
    no_traces(folder / "out")


def test_read_only_folder(folder):
    old = old_set(folder)
    survey = folder / "調査.csv"
    as_other = nobody(folder)
    if as_other is None and os.getuid() == 0:
        print("SKIP: root writes everywhere, and there is no setpriv")
        return
    (folder / "out").chmod(0o555)
    for path in (folder / "out").iterdir():
        path.chmod(0o644)
    folder.chmod(0o555)
    try:
        both(["convert", survey, "--output", "out"], folder, 3, "OU700", **(as_other or {}))
        check_unchanged(folder, old)
        both(["convert", survey, "--output", "new/deep"], folder, 3, "OU703", **(as_other or {}))
        check(not (folder / "new").exists(), "a folder was made")
    finally:
        folder.chmod(0o755)
        (folder / "out").chmod(0o755)


def test_path_traversal(folder):
    evil = [z.part(name, "evil") for name in ("../evil.txt", "../../evil.txt", "/tmp/evil.txt", "xl/../../evil.txt",
                                              "..\\evil.txt")]
    inner = folder / "in" / "ner"
    inner.mkdir(parents=True)
    path = inner / "道.xlsx"
    path.write_bytes(z.zip_file(z.workbook(more=evil)))
    done = run(["convert", path, "--output", "out", "--json"], inner)
    check(done.code == 0 and one_object(done)["written"] == 1, f"exit {done.code}: {done.out[:300]}")
    check(not list(folder.rglob("*evil*")) and not os.path.exists("/tmp/evil.txt"), "it wrote outside")


def test_little_memory(folder):
    """A limit to the address space: said clearly, nothing left; or it is enough."""
    survey = with_survey(folder, text=HEAD + "".join(f"場所{i},安全,34.{i:06},131.{i:06}\r\n" for i in range(50000)))
    codes = []
    for limit in range(24, 400, 8):
        shutil.rmtree(folder / "out", ignore_errors=True)

        def limited(size=limit * MIB):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        done = run(["convert", survey, "--output", "out", "--json", "--threads", "2"], folder, before=limited)
        codes.append(done.code)
        if done.code == 127:
            continue  # the loader itself had too little
        check(done.code in (0, 1, 3), f"exit {done.code} within {limit} MiB: {done.err[:300]}")
        value = one_object(done)
        if done.code == 3:
            check(value["error"]["code"] == "UI812", f"{value['error']}")
            no_traces(folder / "out")
    check(codes[-1] in (0, 1), f"exits {codes}")


TESTS = [test_names, test_output_is_a_file, test_target_is_a_folder, test_foreign_data_packages, test_full_disk,
         test_closed_channels, test_unreadable, test_read_only_folder, test_path_traversal, test_little_memory]


def attempt(name, function, *arguments):
    """True when it went well."""
    with tempfile.TemporaryDirectory() as place:
        try:
            worst = function(*arguments, pathlib.Path(place))
            told = f"{worst.seconds:6.2f} s {worst.memory / MIB:5.0f} MiB" if worst else ""
            print(f"ok    {name:40} {told}", flush=True)
            return True
        except AssertionError as wrong:
            print(f"WRONG {name}: {wrong}", flush=True)
        except Exception:
            print(f"WRONG {name}:", flush=True)
            traceback.print_exc(file=sys.stdout)
        return False


def main():
    wanted = sys.argv[1:]
    results = []
    for case in cases():
        if not wanted or any(word in case.name for word in wanted):
            results.append(attempt(case.name, test_case, case))
    for test in TESTS:
        if not wanted or any(word in test.__name__ for word in wanted):
            results.append(attempt(test.__name__, test))
    print(len(results), "cases,", results.count(False), "wrong")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
