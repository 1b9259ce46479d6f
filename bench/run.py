#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the conversion beside a bare loop and beside other people's tools. See docs/performance.md.

    bench/run.py                         1,000,000 rows, latitude and longitude, five alternating rounds
    bench/run.py --crs 6671              the same from plane rectangular coordinates
    bench/run.py --mode scaling          100 k, 1 M and 10 M rows: user time and peak memory
    bench/run.py --mode dirty            five faults in every row: does memory stay flat?
    bench/run.py --mode digits           are all 7 decimals of a million coordinates still there?
    bench/run.py --mode kml              100,000 placemarks of KML and as many waypoints of GPX, beside ogr2ogr
    bench/run.py --mode docs             write table and plot of docs/performance.* from the kept results

Everything is kept in build/bench; results.json there holds the latest result of each kind.
"""
import argparse
import datetime
import json
import os
import statistics
import sys

import digits
import report
from programs import MAKERS, USUAL, Place, ogr2ogr_markup, programs, say


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", choices=("compare", "scaling", "dirty", "digits", "kml", "docs"), default="compare")
    parser.add_argument("--rows", type=int, default=None, help="rows of the survey (1000000; digits: 500000)")
    parser.add_argument("--sizes", default="100000,1000000,10000000", help="rows of --mode scaling")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--crs", choices=("4326", "6671"), default="4326")
    parser.add_argument("--only", help=f"some of {','.join(MAKERS)}")
    parser.add_argument("--build", default="build", help="the folder that holds the program anzenmap")
    parser.add_argument("--program", help="the program itself, where it is not BUILD/anzenmap")
    return parser.parse_args()


def one_run(place, program, source):
    """All calls of one program, added up. Outputs of the run before are gone."""
    place.clear_output()
    warm(source)
    touch_memory(place, 4 * source.stat().st_size)
    total = {"user": 0.0, "sys": 0.0, "wall": 0.0, "peak_mib": 0.0}
    for command in program.calls(source, place.output):
        call = place.measured(command)
        if call["exit"] not in program.good_exits:
            log = (place.work / "last-output.txt").read_text(errors="replace")[-2000:]
            sys.exit(f"{program.name} ended with {call['exit']}:\n{log}")
        for key in ("user", "sys", "wall"):
            total[key] += call[key]
        total["peak_mib"] = max(total["peak_mib"], call["peak_kib"] / 1024)
    total["cpu"] = total["user"] + total["sys"]
    total["bytes"] = {path.suffix[1:]: path.stat().st_size for path in place.output.iterdir()
                      if path.name in ("result.geojson", "result.csv")}
    return total


def warm(source):
    """Reads the input once, so that nobody waits for the disk."""
    with open(source, "rb") as file:
        while file.read(1 << 20):
            pass


def touch_memory(place, size):
    """Writes a file as large as the outputs and deletes it. A virtual machine gives free memory back to its host; who
    comes first after a pause would pay for fetching it (measured: 0.2 to 1.5 s of system time for the same 0.7 GB)."""
    path = place.output / "touched"
    block = bytes(1 << 20)
    with open(path, "wb") as file:
        for _ in range(min(size, 1 << 30) >> 20):
            file.write(block)
    path.unlink()


def machine():
    model = "unknown"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return {"processor": model, "cores": os.cpu_count(), "load": [round(load, 1) for load in os.getloadavg()],
            "date": datetime.date.today().isoformat()}


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def summary(program, runs, others):
    """Medians of one program and the medians of its ratios, round by round, to the programs in `others`."""
    result = {"title": program.title, "version": program.version, "runs": runs, "bytes": runs[0]["bytes"]}
    for key in ("user", "sys", "cpu", "wall", "peak_mib"):
        result[key] = round(median(runs, key), 4)
    for name, other in others.items():
        for key in ("cpu", "wall"):
            ratio = statistics.median(mine[key] / theirs[key] for mine, theirs in zip(runs, other))
            result[f"{key}_of_{name}"] = round(ratio, 3)
    return result


def compare(place, options):
    rows = options.rows or 1_000_000
    source = place.data(rows, options.crs)
    compared = programs(place, options.only.split(",") if options.only else USUAL, options.crs)
    runs = {program.name: [] for program in compared}
    before = machine()
    for number in range(options.rounds):
        for program in compared[number % len(compared):] + compared[:number % len(compared)]:
            run = one_run(place, program, source)
            runs[program.name].append(run)
            say(f"round {number + 1}  {program.name:10} cpu {run['cpu']:7.2f} s  wall {run['wall']:7.2f} s  "
                f"{run['peak_mib']:7.1f} MiB")
    others = {name: runs[name] for name in ("floor", "anzenmap") if name in runs}
    result = {"machine": before, "rows": rows, "crs": options.crs, "rounds": options.rounds,
              "input_bytes": source.stat().st_size,
              "programs": {program.name: summary(program, runs[program.name], others) for program in compared}}
    print(report.comparison_table(result))
    print(report.goals(result))
    return f"compare-{options.crs}", result


def scaling(place, options):
    names = options.only.split(",") if options.only else ("anzenmap", "floor")
    result = {"machine": machine(), "crs": options.crs, "programs": {}}
    for rows in map(int, options.sizes.split(",")):
        source = place.data(rows, options.crs)
        for program in programs(place, names, options.crs):
            runs = [one_run(place, program, source) for _ in range(1 if rows > 2_000_000 else options.rounds)]
            sizes = result["programs"].setdefault(program.name, {})
            sizes[rows] = {key: round(median(runs, key), 4) for key in ("user", "sys", "cpu", "wall", "peak_mib")}
            say(f"{program.name} {rows} {sizes[rows]}")
    place.clear_output()
    print(report.scaling_table(result))
    return f"scaling-{options.crs}", result


def dirty(place, options):
    result = {"machine": machine(), "programs": {}}
    for rows in (100_000, options.rows or 1_000_000):
        source = place.data(rows, dirty=True)
        for program in programs(place, ("anzenmap",), "4326"):
            program.good_exits = (0, 1)
            run = one_run(place, program, source)
            run["report_bytes"] = sum(path.stat().st_size for path in place.output.glob("*.report.json"))
            result["programs"].setdefault(program.name, {})[rows] = run
    place.clear_output()
    print(report.dirty_table(result))
    return "dirty", result


def survived(place, options):
    rows = options.rows or 500_000
    expected = place.data(rows)  # the same places in degrees, whatever the source has
    source = place.data(rows, options.crs)
    usual = ("anzenmap", "floor", "ogr2ogr") if options.crs == "4326" else ("anzenmap", "floor")
    names = options.only.split(",") if options.only else usual
    result = {"machine": machine(), "rows": rows, "coordinates": 2 * rows, "programs": {}}
    for program in programs(place, names, options.crs):
        one_run(place, program, source)
        geojson, table = place.output / "result.geojson", place.output / "result.csv"
        result["programs"][program.name] = digits.compare(expected, geojson, table)
        result["programs"][program.name]["sha256"] = [digits.sha256(geojson), digits.sha256(table)]
    place.clear_output()
    print(report.digits_table(result))
    return f"digits-{options.crs}", result


def markup(place, options):
    rows = options.rows or 100_000
    result = {"machine": machine(), "rows": rows, "formats": {}}
    for kind in ("kml", "gpx"):
        source = place.markup(rows, kind)
        compared = [one for one in (*programs(place, ("anzenmap",), "4326"), ogr2ogr_markup(kind)) if one]
        compared[0].good_exits = (0, 1)
        runs = {program.name: [] for program in compared}
        for number in range(options.rounds):
            for program in compared if number % 2 == 0 else reversed(compared):
                run = one_run(place, program, source)
                runs[program.name].append(run)
                say(f"{kind} round {number + 1}  {program.name:10} cpu {run['cpu']:7.2f} s  {run['peak_mib']:7.1f} MiB")
        result["formats"][kind] = {
            "input_bytes": source.stat().st_size,
            "programs": {p.name: summary(p, runs[p.name], {"anzenmap": runs["anzenmap"]}) for p in compared}}
    place.clear_output()
    print(report.markup_table(result))
    return "kml", result


def main():
    options = arguments()
    place = Place(options.build, options.program)
    kept = place.work / "results.json"
    results = json.loads(kept.read_text()) if kept.exists() else {}
    if options.mode != "docs":
        mode = {"compare": compare, "scaling": scaling, "dirty": dirty, "digits": survived, "kml": markup}[options.mode]
        name, result = mode(place, options)
        results[name] = json.loads(json.dumps(result))
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
    else:
        report.write_docs(results)


if __name__ == "__main__":
    main()
