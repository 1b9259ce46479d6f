# SPDX-License-Identifier: Apache-2.0
"""Runs the built program on surveys as a person would, and checks on every run what it promises always: one JSON
object, the ledger, the schemas, the hashes, modes, and nothing of the clock or the machine in any output."""
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ANZENMAP", ROOT / "build" / "anzenmap")).resolve()
SHARED_DATA = pathlib.Path(os.environ.get("ANZENMAP_SHARED_DATA") or ROOT.parent / "shared" / "data")
TIMEOUT = 300  # seconds; a run takes well under one
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {
    "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": "/nonexistent"}  # no grids of who runs the tests
MEMBERS = ["schema", "read", "written", "rejected", "merged", "errors", "warnings", "outputs", "diagnostics",
           "diagnostics_truncated", "error"]
# A summary cut at 1,000 shows too little to compare with the report.
ALL = ["--max-diagnostics", "1000000"]

try:
    import jsonschema
except ImportError:
    jsonschema = None


def validator(name: str):
    if jsonschema is None:
        return None
    schema = json.loads((ROOT / "docs" / "schema" / name).read_text("utf-8"))
    return jsonschema.Draft7Validator(schema)


REPORT_SCHEMA = validator("report.schema.json")
PACKAGE_SCHEMA = validator("datapackage.schema.json")


def conforms(schema, value, what: str) -> None:
    if schema is None:
        return
    fault = next(schema.iter_errors(value), None)
    assert fault is None, f"{what}: {fault.message} at {list(fault.absolute_path)}"


def unique_members(pairs: list) -> dict:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"an object names a member twice: {names}"
    return dict(pairs)


def strict_json(data: bytes):
    """RFC 8259 and no more: UTF-8 without BOM, no NaN, no member twice."""
    def no_constant(word):
        raise AssertionError(f"{word} is no JSON")
    return json.loads(data.decode("utf-8"), object_pairs_hook=unique_members, parse_constant=no_constant)


class Run:
    """What a conversion left: exit code, the object on stdout, the folder."""

    def __init__(self, done: subprocess.CompletedProcess, cwd: pathlib.Path, output: str):
        self.exit = done.returncode
        self.stdout, self.stderr = done.stdout, done.stderr
        self.cwd, self.folder = cwd, cwd / output
        text = done.stdout.decode("utf-8")
        assert text.startswith("{"), f"no object on stdout (exit {self.exit}): {done.stderr.decode()}"
        value, end = json.JSONDecoder(object_pairs_hook=unique_members).raw_decode(text)
        assert text[end:] == "\n", f"more than one object on stdout: {text[end:]!r}"
        self.summary = value

    def __getattr__(self, name):
        return self.summary[name]

    def file(self, suffix: str) -> bytes:
        """The only file of the output folder whose name ends so."""
        found = [p for p in self.folder.iterdir() if p.name.endswith(suffix) and
                 (suffix.startswith(".rejected") or ".rejected" not in p.name)]
        assert len(found) == 1, f"{suffix}: {sorted(p.name for p in self.folder.iterdir())}"
        return found[0].read_bytes()

    def both(self) -> tuple:
        return self.file(".geojson"), self.file(".csv")

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def geojson(self) -> dict:
        return strict_json(self.file(".geojson"))

    def rows(self) -> list:
        return table(self.file(".csv"))

    def report(self) -> dict:
        return strict_json(self.file(".report.json"))

    def codes(self, severity: str = "") -> list:
        return sorted(d["code"] for d in self.report()["diagnostics"] if not severity or d["severity"] == severity)

    def count(self, code: str) -> int:
        return self.codes().count(code)


def table(data: bytes, encoding: str = "utf-8-sig") -> list:
    """The rows of a CSV file as dicts, read by Python's csv module."""
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline=""), strict=True))


def cells(data: bytes, encoding: str = "utf-8-sig") -> list:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), strict=True))


def convert(cwd: pathlib.Path, inputs, *words, output: str = "out", lawful: bool = True, checked: bool = True) -> Run:
    """Runs `anzenmap convert`; `lawful`: it must exit 0 or 1, and all promises are checked. Not `checked`: only run,
    for outputs that are then compared with checked ones (a schema over thousands of diagnostics takes seconds)."""
    inputs = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    done = subprocess.run([PROGRAM, "convert", *inputs, "--output", output, "--json", *ALL, *words], cwd=cwd,
                          env=ENVIRONMENT, capture_output=True, timeout=TIMEOUT)
    run = Run(done, cwd, output)
    if not checked:
        assert run.exit in (0, 1), (run.exit, run.error)
        return run
    conforms(REPORT_SCHEMA, run.summary, "the object on stdout")
    assert list(run.summary)[:len(MEMBERS)] == MEMBERS, list(run.summary)
    if lawful:
        assert run.exit in (0, 1), (run.exit, run.error)
        check_promises(run)
    return run


def check_promises(run: Run) -> None:
    summary = run.summary
    assert summary["error"] is None
    assert summary["read"] == summary["written"] + summary["rejected"] + summary["merged"], summary
    assert (run.exit == 0) == (summary["rejected"] == 0 and summary["errors"] == 0), (run.exit, summary)
    report = run.report()
    conforms(REPORT_SCHEMA, report, "the report")
    for name in ("read", "written", "rejected", "merged", "errors", "warnings"):
        assert report[name] == summary[name], (name, report[name], summary[name])
    assert not report["diagnostics_truncated"] and not summary["diagnostics_truncated"]
    check_diagnostics(run, report)
    check_tables(run)
    check_package(run)
    check_traces(run)


def check_diagnostics(run: Run, report: dict) -> None:
    def key(diagnostic):
        return json.dumps(diagnostic, sort_keys=True)
    assert sorted(map(key, report["diagnostics"])) == sorted(map(key, run.diagnostics)), "report and stdout differ"
    severities = [d["severity"] for d in run.diagnostics]
    assert severities == sorted(severities, key=lambda severity: severity != "error"), "errors come first"
    assert severities.count("error") == run.errors and severities.count("warning") == run.warnings, run.summary


def map_data(page: bytes) -> bytes:
    """What a map page knows of the survey: its two blocks of data, without the parts that are the same in every page."""
    text = page.decode("utf-8")
    assert text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n"), "no whole page"

    def block(name: str):
        return re.search(f'<script type="application/json" id="{name}">(.*?)</script>', text, re.S).group(1)
    survey = strict_json(block("survey").encode())
    for constant in ("icons", "tiles", "licences", "columns"):
        del survey[constant]
    return (block("features").lstrip("\n") + "\n" + json.dumps(survey, ensure_ascii=False, indent=1) + "\n").encode()


def check_tables(run: Run) -> None:
    names = {p.name for p in run.folder.iterdir()}
    assert not any(".tmp" in name or name.startswith(".") for name in names), names
    listed = {pathlib.PurePath(o["path"]).name for o in run.outputs}
    assert listed <= names, (listed, names)
    for output in run.outputs:
        data = (run.cwd / output["path"]).read_bytes()
        encoding = "utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "cp932"
        if output["format"] == "geojson":
            assert len(strict_json(data)["features"]) == run.written == output["records"]
        elif output["format"] == "csv":
            try:
                rows = cells(data, encoding)
            except UnicodeDecodeError:
                rows = cells(data, "utf-8")
            assert len(rows) == 1 + run.written and output["records"] == run.written, len(rows)
            assert len({len(row) for row in rows}) == 1, "the rows differ in length"
            unquoted = data.split(b'"')[::2]
            assert all(part.count(b"\n") == part.count(b"\r\n") for part in unquoted), "rows end with CR LF"
        elif output["format"] == "map":
            assert data.startswith(b"<!DOCTYPE html>") and data.endswith(b"</html>\n"), "no whole page"
            places = re.search(rb'id="features">(.*?)</script>', data, re.S).group(1)
            assert len(strict_json(places)) == run.written == output["records"]
        elif output["format"] == "rejected":
            rows = table(data)
            assert len(rows) == run.rejected == output["records"], len(rows)
            assert all(row["code"] and row["reason"] and row["元ファイル"] and row["行"] for row in rows), rows
            assert all(not any(name in row for name in PERSONAL) for row in rows[:1])
            assert stat.S_IMODE((run.cwd / output["path"]).stat().st_mode) == 0o600
        elif output["format"] == "report":
            assert stat.S_IMODE((run.cwd / output["path"]).stat().st_mode) == 0o600


PERSONAL = ("児童名", "氏名", "電話番号")


def check_package(run: Run) -> None:
    path = run.folder / "datapackage.json"
    if not any(o["format"] == "datapackage" for o in run.outputs):
        return
    package = strict_json(path.read_bytes())
    conforms(PACKAGE_SCHEMA, package, "datapackage.json")
    for resource in package["resources"]:
        file = run.folder / resource["path"]
        if not file.exists():
            continue
        data = file.read_bytes()
        assert resource["bytes"] == len(data), resource["path"]
        assert resource["sha256"] == hashlib.sha256(data).hexdigest(), resource["path"]
        assert resource["hash"] == "sha256:" + resource["sha256"]


def check_traces(run: Run) -> None:
    """No output knows where or when it was made."""
    traces = [str(run.cwd).encode(), b"/tmp/", str(ROOT).encode(), time.strftime("%Y-%m-%dT%H:").encode()]
    for path in run.folder.iterdir():
        data = path.read_bytes()
        for trace in traces:
            assert trace not in data, f"{path.name} holds {trace!r}"


# --- Inputs ------------------------------------------------------------------------------------------------------
def write_csv(path: pathlib.Path, rows: list, encoding: str = "utf-8") -> pathlib.Path:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: pathlib.Path, rows: list, sheet: str = "調査") -> pathlib.Path:
    """A workbook of inline strings and numbers, the least that Excel opens."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def cell(value):
        if value is None or value == "":
            return "<c/>"
        if isinstance(value, (int, float)):
            return f"<c><v>{value!r}</v></c>"
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    body = "".join(f'<row r="{i}">{"".join(map(cell, row))}</row>' for i, row in enumerate(rows, 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="{escape(sheet)}" '
        'sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return path


def feature(geometry, properties: dict, **more) -> dict:
    return {"type": "Feature", **more, "geometry": geometry, "properties": properties}


def point(x, y, *z) -> dict:
    return {"type": "Point", "coordinates": [x, y, *z]}


def write_geojson(path: pathlib.Path, features: list, **members) -> pathlib.Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **members}, ensure_ascii=False),
                    "utf-8")
    return path


# --- Samples -----------------------------------------------------------------------------------------------------
def samples() -> list:
    return sorted(p.parent for p in (ROOT / "samples").glob("*/convert.args"))


def sample_arguments(sample: pathlib.Path) -> list:
    return (sample / "convert.args").read_text("utf-8").splitlines()


# --- Running -----------------------------------------------------------------------------------------------------
class Skip(Exception):
    """What the test needs is not on this machine."""


def run_tests(tests: dict, only: list = ()) -> int:
    """Runs every test_x(folder), each in an empty folder. 77 = nothing but skips, as ctest is told."""
    failed = passed = skipped = 0
    for name, test in tests.items():
        if not name.startswith("test_") or not callable(test) or (only and not any(word in name for word in only)):
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="anzenmap-e2e-"))
        try:
            test(folder)
            passed += 1
        except Skip as why:
            skipped += 1
            print(f"SKIP: {name}: {why}")
        except Exception as fault:  # every test runs, whatever the one before it did
            failed += 1
            where = traceback.extract_tb(fault.__traceback__)[-1]
            print(f"FAILED {name}: {type(fault).__name__} at {pathlib.Path(where.filename).name}:{where.lineno}: "
                  f"{str(fault)[:3000]}")
        finally:
            if os.environ.get("ANZENMAP_KEEP"):
                print(f"{name}: {folder}")
            else:
                shutil.rmtree(folder, ignore_errors=True)
    if jsonschema is None:
        print("SKIP: jsonschema is not installed, so no schema was checked")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if failed or not passed + skipped:
        return 1
    return 0 if passed else 77


def main(tests: dict) -> int:
    if not PROGRAM.exists():
        print(f"{PROGRAM} is not built")
        return 1
    return run_tests(tests, [word for word in sys.argv[1:] if not word.startswith("--")])
