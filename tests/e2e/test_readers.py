#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Independent programs read the samples' expected files: ogrinfo, check-geojson, LibreOffice, JSON Schema."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get("ANZENMAP_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = os.environ.get("ANZENMAP", str(SOURCE / "build" / "anzenmap"))
SAMPLES = SOURCE / "samples"


class Failures:
    """Collects what was wrong, so that one run shows everything."""

    def __init__(self):
        self.count = 0
        self.checks = 0

    def check(self, good, what):
        self.checks += 1
        if not good:
            self.count += 1
            print("FAILED", what)

    def equal(self, got, wanted, what):
        self.check(got == wanted, f"{what}: got {got!r:.400}, wanted {wanted!r:.400}")

    def end(self):
        print(f"{self.checks} checks, {self.count} failed")
        sys.exit(1 if self.count else 0)

def check_readers(folder, failures):
    for path in sorted((folder / "expected").glob("*.geojson")):
        collection = json.loads(path.read_text())
        rows = list(csv.reader(io.StringIO(path.with_suffix(".csv").read_text("utf-8-sig"), newline="")))
        count = len(collection["features"])
        failures.equal(len(rows) - 1, count, f"{path.name}: as many CSV rows as features")
        for feature in collection["features"]:
            failures.equal(list(feature["properties"]), rows[0], f"{path.name}: properties are the columns")
        if shutil.which("ogrinfo"):
            info = subprocess.run(["ogrinfo", "-so", "-al", path], capture_output=True, text=True, check=False)
            failures.check(f"Feature Count: {count}" in info.stdout, f"ogrinfo on {path.name}: {info.stdout[:300]}")
        else:
            print("SKIP: no ogrinfo here")


def check_geojson_checker(failures):
    npm = pathlib.Path(os.environ.get("ANZENMAP_NPM", SOURCE / "build" / "npm"))
    if not (npm / "node_modules" / "@placemarkio").is_dir() or not shutil.which("node"):
        print("SKIP: @placemarkio/check-geojson is not installed (./dev test installs it)")
        return
    script = ('import {check} from "@placemarkio/check-geojson"; import fs from "fs";'
              'for (const f of process.argv.slice(1)) check(fs.readFileSync(f, "utf8")); console.log("fine");')
    paths = sorted(str(p) for p in SAMPLES.glob("*/expected/*.geojson"))
    done = subprocess.run(["node", "--input-type=module", "-e", script, *paths], cwd=npm, capture_output=True, text=True,
                          check=False)
    failures.check(done.stdout.strip() == "fine", f"check-geojson: {done.stderr[:500]}")


def check_schema(failures):
    try:
        import jsonschema
    except ImportError:
        print("SKIP: no jsonschema here")
        return
    for schema_name, pattern in (("report", "*.report.json"), ("datapackage", "datapackage.json")):
        schema = json.loads((SOURCE / "docs" / "schema" / f"{schema_name}.schema.json").read_text())
        for path in SAMPLES.glob(f"*/expected/{pattern}"):
            try:
                jsonschema.validate(json.loads(path.read_text()), schema)
                failures.checks += 1
            except jsonschema.ValidationError as error:
                failures.check(False, f"{path}: {error.message[:200]}")


def check_office(failures):
    """The CSV opens in LibreOffice with the Japanese intact."""
    if not shutil.which("soffice"):
        print("SKIP: no LibreOffice here")
        return
    path = SAMPLES / "toishi-cp932" / "expected" / "toishi.csv"
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--infilter=CSV:44,34,76", "--convert-to",
                        "xlsx", "--outdir", scratch, path], capture_output=True, timeout=240, check=False)
        subprocess.run([PROGRAM, "convert", f"{scratch}/toishi.xlsx", "--output", f"{scratch}/again", "--name", "toishi"],
                       capture_output=True, check=False)
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        again = pathlib.Path(scratch) / "again" / "toishi.csv"
        if not again.exists():
            failures.check(False, "LibreOffice made nothing readable")
            return
        name = rows[0].index("名称")
        got = list(csv.reader(io.StringIO(again.read_text("utf-8-sig"), newline="")))
        failures.equal([row[got[0].index("名称")] for row in got], [row[name] for row in rows], "names after LibreOffice")


def main():
    failures = Failures()
    folders = sorted(path.parent for path in SAMPLES.glob("*/convert.args"))
    failures.check(len(folders) >= 4, "there are four samples")
    for folder in folders:
        check_readers(folder, failures)
    check_geojson_checker(failures)
    check_schema(failures)
    check_office(failures)
    failures.end()


main()
