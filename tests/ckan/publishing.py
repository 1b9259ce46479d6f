# SPDX-License-Identifier: Apache-2.0
"""Packages to publish, and the built program that publishes them."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("ANZENMAP") or ROOT / "build/anzenmap").resolve()
# Nothing of this machine's own: no proxy, no token, no language, no home with answers of earlier runs.
KEPT = {"PATH", "TMPDIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}
COLUMNS = [("ID", "string"), ("名称", "string"), ("区分", "string"), ("緯度", "number"), ("経度", "number"), ("危険度", "integer")]


@dataclass
class Done:
    exit: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        return json.loads(self.out)

    @property
    def faults(self) -> list:
        """Codes of everything that it told."""
        value = self.json
        errors = [value.get("error")] if value.get("error") else []
        for dataset in (value.get("applied") or {}).get("datasets", []):
            errors += dataset["faults"]
        return [error["code"] for error in errors]

    def told(self) -> str:
        """For a failed test: all but the plan, which is long."""
        try:
            out = json.dumps({key: value for key, value in self.json.items() if key != "plan"}, ensure_ascii=False)
        except ValueError:
            out = self.out
        return f"exit {self.exit}\n{out}\n{self.err}"


@dataclass
class Package:
    """A data package made by hand: one table as CSV and as GeoJSON."""
    folder: pathlib.Path
    name: str
    title: str = "【周南市】通学路の安全マップ"
    rows: list = field(default_factory=list)
    metadata: dict = field(default_factory=dict)

    def __post_init__(self):
        if not self.rows:
            self.rows = [[f"A{n}", f"正門{n}", "危険" if n % 2 else "安全", f"{34.05 + n / 1000:.3f}",
                          f"{131.8 + n / 1000:.3f}", str(n % 5)] for n in range(12)]
        self.write()

    def write(self) -> "Package":
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = [",".join(name for name, _ in COLUMNS), *(",".join(row) for row in self.rows)]
        self.files = {"csv": ("\ufeff" + "\r\n".join(lines) + "\r\n").encode(), "geojson": self.geojson()}
        resources = []
        for kind, data in self.files.items():
            file = self.folder / f"map.{kind}"
            file.write_bytes(data)
            digest = hashlib.sha256(data).hexdigest()
            resources.append({
                "name": f"map-{kind}", "path": file.name, "title": f"安全マップ（{kind}）", "bytes": len(data),
                "format": {"csv": "CSV", "geojson": "GeoJSON"}[kind], "hash": "sha256:" + digest, "encoding": "utf-8",
                "mediatype": {"csv": "text/csv", "geojson": "application/geo+json"}[kind]})
        resources[0]["profile"] = "tabular-data-resource"
        resources[0]["schema"] = {"primaryKey": ["ID"], "fields": [
            {"name": name, "type": type_, "title": name, "description": f"{name}のこと"} for name, type_ in COLUMNS]}
        descriptor = {"profile": "data-package", "name": self.name, "title": self.title, "description": "児童が歩いて調べた場所",
                      "licenses": [{"name": "cc-by", "title": "CC BY 4.0"}], "keywords": ["防災", "通学路"],
                      "ckan": {"organization": "35215", "extras": {"調査年度": "2026"}}, "resources": resources}
        for key, value in self.metadata.items():
            descriptor[key] = {**descriptor[key], **value} if isinstance(descriptor.get(key), dict) else value
        (self.folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2), "utf-8")
        return self

    def geojson(self) -> bytes:
        features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [float(row[4]), float(row[3])]},
                     "properties": dict(zip((name for name, _ in COLUMNS), row))} for row in self.rows]
        return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()

    def change_cell(self, text: str = "裏門") -> "Package":
        self.rows[3][1] = text
        return self.write()

    def hashes(self) -> dict:
        return {f"map.{kind}": hashlib.sha256(data).hexdigest() for kind, data in self.files.items()}


class Workplace:
    """A folder of the test's own, with its own home; it goes when all went well."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="anzenmap-ckan-test-"))
        (self.folder / "home").mkdir()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            shutil.rmtree(self.folder)
        else:
            print(f"kept for you to look at: {self.folder}")

    def package(self, name: str, folder: str = ".", **more) -> Package:
        return Package(self.folder / folder / name, name, **more)

    def environment(self, token: str, **more) -> dict:
        kept = {name: value for name, value in os.environ.items() if name in KEPT}
        own = {"LC_ALL": "C.UTF-8", "HOME": str(self.folder / "home")}
        return kept | own | ({"CKAN_API_TOKEN": token} if token else {}) | more

    def start(self, *words, token: str = "", environment: dict = {}, **more) -> subprocess.Popen:
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
        return subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.folder, env=self.environment(token, **environment),
                                **streams)

    def run(self, *words, token: str = "", seconds: float = 300, **environment) -> Done:
        return finish(self.start(*words, token=token, environment=environment), seconds)

    def publish(self, packages, to: str, *words, token: str, **environment) -> Done:
        """As a person would who says yes."""
        return self.run(*publish_words(packages, to, *words), token=token, **environment)


def publish_words(packages, to: str, *words) -> list:
    return ["publish", *(package.folder for package in packages), "--to", to, "--audience", "public", "--yes", "--json",
            *words]


def finish(process: subprocess.Popen, seconds: float = 300) -> Done:
    out, err = process.communicate(timeout=seconds)
    return Done(process.returncode, out.decode(), err.decode())
