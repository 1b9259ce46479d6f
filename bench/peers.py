#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What other people would write to make the same two files: one output a call, so that each is one process.

    peers.py polars-geojson|polars-csv|duckdb-geojson|duckdb-csv|duckdb-spatial-geojson IN.csv OUT

Two threads each, the input's order kept, all columns read as text. The GeoJSON is one feature a line without the
FeatureCollection around it; nothing but "is a number" is checked. duckdb-spatial-geojson reads EPSG:6671.
"""
import sys

FRAME = ('{"type":"Feature","geometry":{"type":"Point","coordinates":[', ",", ']},"properties":', "}")


def polars_csv(source, target):
    import polars

    polars.scan_csv(source, infer_schema=False).sink_csv(target)


def polars_geojson(source, target):
    import polars

    number = {name: polars.col(name).cast(polars.Float64).cast(polars.String) for name in ("経度", "緯度")}
    rows = polars.scan_csv(source, infer_schema=False)
    feature = polars.concat_str(
        polars.lit(FRAME[0]), number["経度"], polars.lit(FRAME[1]), number["緯度"], polars.lit(FRAME[2]),
        polars.struct(polars.all()).struct.json_encode(), polars.lit(FRAME[3]))
    rows.select(feature.alias("feature")).sink_csv(target, include_header=False, quote_style="never")


def duckdb_connection(**config):
    import duckdb

    connection = duckdb.connect(config=config)
    connection.execute("SET threads = 2")
    connection.execute("SET preserve_insertion_order = true")
    return connection


def rows_of(source):
    return f"read_csv('{source}', all_varchar = true, header = true, strict_mode = true)"


def duckdb_csv(source, target):
    duckdb_connection().execute(f"COPY (SELECT * FROM {rows_of(source)}) TO '{target}' (FORMAT csv, HEADER true)")


def copy_features(connection, source, target, longitude, latitude, rows):
    names = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {rows_of(source)}").fetchall()]
    properties = ", ".join(f"'{name}', \"{name}\"" for name in names)
    feature = (f"'{FRAME[0]}' || printf('%.7f', {longitude}) || '{FRAME[1]}' || printf('%.7f', {latitude}) || "
               f"'{FRAME[2]}' || json_object({properties})::VARCHAR || '{FRAME[3]}'")
    connection.execute(f"COPY (SELECT {feature} FROM {rows}) TO '{target}' "
                       "(FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER e'\\x01')")


def duckdb_geojson(source, target):
    copy_features(duckdb_connection(), source, target, '"経度"::DOUBLE', '"緯度"::DOUBLE', rows_of(source))


def duckdb_spatial_geojson(source, target):
    import duckdb_extension_spatial  # the wheel carries the file of the extension
    import pathlib

    connection = duckdb_connection(allow_unsigned_extensions="true")
    folder = pathlib.Path(duckdb_extension_spatial.__file__).parent
    extension = next(folder.rglob("spatial.duckdb_extension*"))
    connection.execute(f"LOAD '{extension}'")
    point = "ST_Transform(ST_Point(\"Y座標\"::DOUBLE, \"X座標\"::DOUBLE), 'EPSG:6671', 'EPSG:4326', always_xy := true)"
    rows = f"(SELECT *, {point} AS place FROM {rows_of(source)})"
    copy_features(connection, source, target, "ST_X(place)", "ST_Y(place)", rows)


if __name__ == "__main__":
    work = {"polars-geojson": polars_geojson, "polars-csv": polars_csv, "duckdb-geojson": duckdb_geojson,
            "duckdb-csv": duckdb_csv, "duckdb-spatial-geojson": duckdb_spatial_geojson}
    work[sys.argv[1]](sys.argv[2], sys.argv[3])
