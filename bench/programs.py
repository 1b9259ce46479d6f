# SPDX-License-Identifier: Apache-2.0
"""The programs that are compared: how each is found or set up, and the calls that make the two files."""
import json
import os
import pathlib
import shutil
import subprocess
import sys

import make_markup

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"
SPATIAL = "1.5.5"  # the last release of DuckDB whose spatial extension is on PyPI


def say(text):
    print(text, file=sys.stderr, flush=True)


class Place:
    """Where built programs, data and outputs are: build/bench."""

    def __init__(self, build, program=None):
        build = pathlib.Path(build).resolve()
        self.program = pathlib.Path(program).resolve() if program else build / "anzenmap"
        self.work = build / "bench"
        self.output = self.work / "output"
        self.work.mkdir(parents=True, exist_ok=True)

    def built(self, name, sources, flags=()):
        """The program `name`, compiled anew when one of its sources is younger."""
        program = self.work / name
        paths = [ROOT / source for source in sources]
        younger = max(path.stat().st_mtime for path in paths + list(BENCH.glob("*.hpp")))
        if not program.exists() or program.stat().st_mtime < younger:
            say(f"compile {name}")
            compiled = [str(path) for path in paths if path.suffix == ".cpp"]
            subprocess.run([os.environ.get("CXX", "g++"), "-std=c++20", *flags, f"-I{ROOT}", *compiled, "-pthread",
                            "-o", str(program)], check=True)
        return program

    def floor(self):
        return self.built("floor", ["bench/floor.cpp", "gis/base/utf8.cpp"], ["-O3", "-march=x86-64-v2"])

    def data(self, rows, crs="4326", dirty=False):
        """The survey of so many rows, made once."""
        maker = self.built("make_rows", ["bench/make_rows.cpp"], ["-O2"])
        name = f"rows-{rows}-{crs}{'-dirty' if dirty else ''}.csv"
        path = self.work / name
        if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
            say(f"make {name}")
            part = path.with_suffix(".part")
            subprocess.run([maker, "--rows", str(rows), "--crs", crs, *(["--dirty"] if dirty else []), "-o", part],
                           check=True)
            part.rename(path)
        return path

    def markup(self, rows, kind):
        """The same survey as KML or GPX, made once."""
        path = self.work / f"rows-{rows}.{kind}"
        script = BENCH / "make_markup.py"
        source = self.data(rows)
        if not path.exists() or path.stat().st_mtime < max(script.stat().st_mtime, source.stat().st_mtime):
            say(f"make {path.name}")
            make_markup.write(source, path.with_suffix(f".part.{kind}"))
            path.with_suffix(f".part.{kind}").rename(path)
        return path

    def clear_output(self):
        shutil.rmtree(self.output, ignore_errors=True)
        self.output.mkdir()

    def measured(self, command):
        """Seconds of the processor and of the clock, peak MiB, and the exit code of one call."""
        measure = self.built("measure", ["bench/measure.cpp"], ["-O2"])
        result = self.work / "measured.json"
        with open(self.work / "last-output.txt", "wb") as log:
            subprocess.run([measure, result, *map(str, command)], stdout=log, stderr=subprocess.STDOUT, check=True)
        return json.loads(result.read_text())


class Program:
    """One competitor. `calls(source, output)` gives the commands whose costs are added up."""

    def __init__(self, name, title, version, calls, good_exits=(0,)):
        self.name, self.title, self.version, self.calls, self.good_exits = name, title, version, calls, good_exits


def first_line(command):
    try:
        done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError:
        return None
    return done.stdout.strip().splitlines()[0] if done.returncode == 0 and done.stdout.strip() else None


def anzenmap(place, crs):
    program = place.program
    version = first_line([program, "--version"])
    if version is None:
        return None
    source_crs = ["--source-crs", "EPSG:6671"] if crs == "6671" else []
    return Program("anzenmap", "anzenmap convert (all checks)", version, lambda source, output: [
        [program, "convert", source, "--output", output, "--name", "result", "--format", "geojson,csv", *source_crs]])


def floor(place, crs, threads=1):
    program = place.floor()
    name = "floor" if threads == 1 else f"floor-{threads}"
    return Program(name, f"bare loop, {threads} thread{'s' if threads > 1 else ''} (the floor)", "bench/floor.cpp",
                   lambda source, output: [[program, source, output / "result.geojson", output / "result.csv",
                                            "--threads", threads, "--crs", crs]])


def ogr2ogr(_place, crs):
    version = first_line(["ogr2ogr", "--version"])
    if version is None:
        return None
    text = ["-oo", "AUTODETECT_TYPE=NO"]
    if crs == "6671":
        point = ["-oo", "X_POSSIBLE_NAMES=Y座標", "-oo", "Y_POSSIBLE_NAMES=X座標", "-s_srs", "EPSG:6671", "-t_srs",
                 "EPSG:4326"]
        csv = [*text, *point, "-lco", "GEOMETRY=AS_XY"]
    else:
        point = ["-oo", "X_POSSIBLE_NAMES=経度", "-oo", "Y_POSSIBLE_NAMES=緯度", "-a_srs", "EPSG:4326"]
        csv = text
    return Program("ogr2ogr", "ogr2ogr, two calls", version.split(",")[0], lambda source, output: [
        ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", *text, *point, output / "result.geojson", source],
        ["ogr2ogr", "-f", "CSV", *csv, output / "result.csv", source]])


def ogr2ogr_markup(kind):
    """KML and GPX: ogr2ogr finds columns and places by itself; only waypoints are records."""
    version = first_line(["ogr2ogr", "--version"])
    if version is None:
        return None
    layers = ["waypoints"] if kind == "gpx" else []
    return Program("ogr2ogr", "ogr2ogr, two calls", version.split(",")[0], lambda source, output: [
        ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", output / "result.geojson", source, *layers],
        ["ogr2ogr", "-f", "CSV", "-lco", "GEOMETRY=AS_XY", output / "result.csv", source, *layers]])


def environment(place, name, packages):
    """A Python of its own with `packages` from PyPI; None when they cannot be had."""
    folder = place.work / name
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        say(f"install {' '.join(packages)}")
        try:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, stdout=subprocess.DEVNULL)
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                           check=True)
        except (OSError, subprocess.CalledProcessError):
            say(f"left out: {' '.join(packages)} could not be installed")
            return None
        (folder / "complete").touch()
    return python


def python_peer(place, name, title, module, ways, folder="venv", packages=("duckdb", "polars")):
    python = environment(place, folder, packages)
    if python is None:
        return None
    version = first_line([python, "-c", f"import {module}; print('{module}', {module}.__version__)"])
    if version is None:
        return None
    script = BENCH / "peers.py"
    return Program(name, title, version, lambda source, output: [
        [python, script, way, source, output / target] for way, target in zip(ways, ("result.geojson", "result.csv"))])


def duckdb(place, crs):
    if crs == "6671":
        return python_peer(place, "duckdb", "DuckDB spatial, ST_Transform and JSON by SQL, two calls (no checks)",
                           "duckdb", ("duckdb-spatial-geojson", "duckdb-csv"), "venv-spatial",
                           (f"duckdb=={SPATIAL}", f"duckdb-extension-spatial=={SPATIAL}"))
    return python_peer(place, "duckdb", "DuckDB, JSON by SQL, two calls (no checks)", "duckdb",
                       ("duckdb-geojson", "duckdb-csv"))


def polars(place, crs):
    if crs == "6671":
        return None  # it cannot reproject
    return python_peer(place, "polars", "polars, JSON by expression, two calls (no checks)", "polars",
                       ("polars-geojson", "polars-csv"))


MAKERS = {"anzenmap": anzenmap, "floor": floor, "floor-2": lambda place, crs: floor(place, crs, 2),
          "polars": polars, "duckdb": duckdb, "ogr2ogr": ogr2ogr}
USUAL = ("anzenmap", "floor", "polars", "duckdb", "ogr2ogr")


def programs(place, names, crs):
    """Those of `names` that this machine has or can get."""
    found = []
    for name in names:
        program = MAKERS[name](place, crs)
        if program is None:
            say(f"left out: {name} (not here, or it cannot do EPSG:{crs})")
        else:
            found.append(program)
    return found
