# SPDX-License-Identifier: Apache-2.0
"""Writes surveys in the formats of map programs: by GDAL's own ogr2ogr, as QGIS does, and shapefiles byte by byte, so that
each part of them can be what a test wants (Esri, "ESRI Shapefile Technical Description", 1998; dBASE III)."""
import json
import pathlib
import shutil
import struct
import subprocess

import surveys

DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".fgb": "FlatGeobuf", ".tab": "MapInfo File", ".mif": "MapInfo File",
           ".gdb": "OpenFileGDB"}
JGD2011 = ('GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]],'
           'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]')


def ogr2ogr(source, target: pathlib.Path, *words) -> pathlib.Path:
    if shutil.which("ogr2ogr") is None:
        raise surveys.Skip("ogr2ogr is not installed")
    done = subprocess.run(["ogr2ogr", "-f", DRIVERS[target.suffix], str(target), str(source), *words],
                          capture_output=True, timeout=surveys.TIMEOUT)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return target


def converted(folder: pathlib.Path, features: list, name: str, *words) -> pathlib.Path:
    """`features` of GeoJSON in another format."""
    source = folder / (name + ".source.geojson")
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")
    layer = [] if "-nln" in words else ["-nln", name.split(".")[0]]
    made = ogr2ogr(source, folder / name, *layer, *words)
    source.unlink()
    return made


def column(name, width=80, kind="C", decimals=0) -> tuple:
    return (name, kind, width, decimals)


def dbf(columns: list, rows: list, language: int = 0, encoding: str = "utf-8", deleted: tuple = ()) -> bytes:
    """A dBASE III table; texts and names may be bytes or str."""
    def raw(text):
        return text if isinstance(text, bytes) else str(text).encode(encoding)
    header = struct.pack("<BBBBIHH16xBB2x", 3, 124, 10, 3, len(rows), 33 + 32 * len(columns),
                         1 + sum(c[2] for c in columns), 0, language)
    for name, kind, width, decimals in columns:
        header += struct.pack("<11sc4xBB14x", raw(name)[:10], kind.encode(), width, decimals)
    body = b""
    for number, row in enumerate(rows):
        body += b"*" if number in deleted else b" "
        for (_, kind, width, _), value in zip(columns, row):
            text = raw(value)[:width]
            body += text.rjust(width) if kind in "NF" else text.ljust(width)
    return header + b"\r" + body + b"\x1a"


def point_record(place) -> bytes:
    return struct.pack("<i", 0) if place is None else struct.pack("<idd", 1, *place)


def polygon_record(*rings) -> bytes:
    points = [point for ring in rings for point in ring]
    box = [min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)]
    starts = [sum(len(ring) for ring in rings[:i]) for i in range(len(rings))]
    return (struct.pack("<i4dii", 5, *box, len(rings), len(points)) + struct.pack(f"<{len(rings)}i", *starts) +
            b"".join(struct.pack("<dd", *point) for point in points))


def shapefile(stem: pathlib.Path, records: list, table, kind: int = 1, cpg: str = "", prj: str = JGD2011) -> pathlib.Path:
    """STEM.shp, .shx, .dbf (`table`, bytes or None), .cpg and .prj (when not empty)."""
    shapes = b"".join(struct.pack(">ii", i, len(one) // 2) + one for i, one in enumerate(records, 1))
    index, at = b"", 50
    for one in records:
        index += struct.pack(">ii", at, len(one) // 2)
        at += 4 + len(one) // 2
    for suffix, body in ((".shp", shapes), (".shx", index)):
        head = struct.pack(">i20xi", 9994, 50 + len(body) // 2) + struct.pack("<ii8d", 1000, kind, 122, 20, 154, 46, 0, 0, 0, 0)
        stem.with_suffix(suffix).write_bytes(head + body)
    if table is not None:
        stem.with_suffix(".dbf").write_bytes(table)
    if cpg:
        stem.with_suffix(".cpg").write_text(cpg)
    if prj:
        stem.with_suffix(".prj").write_text(prj)
    return stem.with_suffix(".shp")
