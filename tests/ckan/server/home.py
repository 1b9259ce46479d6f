# SPDX-License-Identifier: Apache-2.0
"""Where everything of the test server lies. One home (build/ckan, or ANZENMAP_CKAN_HOME) holds what was downloaded,
and for each version of CKAN its data, logs, tokens and what runs."""
import contextlib
import fcntl
import json
import os
import pathlib
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
VERSIONS = ("2.11.6", "2.10.11", "2.12.0")  # the first is the usual one


class Failure(Exception):
    """The server cannot be had; the text says why and names the log."""


def home() -> pathlib.Path:
    return pathlib.Path(os.environ.get("ANZENMAP_CKAN_HOME") or REPOSITORY / "build" / "ckan").resolve()


class Place:
    """The files of one version."""

    def __init__(self, version: str):
        if version not in VERSIONS:
            raise Failure(f"there is no set-up for CKAN {version}: {', '.join(VERSIONS)}")
        self.version = version
        self.home = home()
        self.install = self.home / "install"
        self.venv = self.install / f"venv-{version}"
        self.solr = self.install / "solr"
        self.root = self.home / version
        self.state_file = self.root / "state.json"
        self.logs = self.root / "log"
        self.tokens = self.root / "token"
        self.storage = self.root / "storage"
        self.ini = self.root / "ckan.ini"

    def log(self, name: str) -> pathlib.Path:
        self.logs.mkdir(parents=True, exist_ok=True)
        return self.logs / f"{name}.log"

    def state(self) -> dict:
        try:
            return json.loads(self.state_file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def save(self, state: dict) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        beside = self.state_file.with_suffix(".new")
        beside.touch(mode=0o600)
        beside.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
        beside.replace(self.state_file)

    @contextlib.contextmanager
    def locked(self):
        """One starts or stops at a time, whoever calls."""
        self.home.mkdir(parents=True, exist_ok=True)
        with open(self.home / "lock", "w", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def others_may_enter(folder: pathlib.Path) -> bool:
    """PostgreSQL refuses root, so the user it runs as must be able to walk to its data."""
    while not folder.exists():
        folder = folder.parent
    return all(part.stat().st_mode & 0o001 for part in [folder, *folder.parents])


def database_folder(place: Place) -> pathlib.Path:
    if os.geteuid() != 0 or others_may_enter(place.root):
        return place.root / "postgres"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="anzenmap-ckan-"))
    folder.chmod(0o711)
    return folder / "postgres"
