# SPDX-License-Identifier: Apache-2.0
"""The real CKAN as the tests look at it: its API with each user's token, and its state as one comparable value."""
import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "server"))
from home import Place  # noqa: E402
from processes import free_ports, stop  # noqa: E402
from web import settings, start_web, write_settings  # noqa: E402

VERSION = os.environ.get("ANZENMAP_CKAN_VERSION") or "2.11.6"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
# What differs between two equal datasets: when and as what they were stored.
OF_THE_MOMENT = {"id", "package_id", "created", "last_modified", "metadata_modified", "metadata_created", "creator_user_id",
                 "resource_id", "revision_id", "organization", "resources", "package"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Refused(Exception):
    """CKAN answered with anything but success."""

    def __init__(self, action: str, status: int, body: str):
        super().__init__(f"{action}: {status} {body[:500]}")
        self.status = status


class Catalogue:
    def __init__(self, url: str, tokens: dict, place: Place):
        self.url, self.place = url, place
        self.token_files = tokens
        self.tokens = {who: pathlib.Path(file).read_text(encoding="ascii").strip() for who, file in tokens.items()}

    def call(self, action: str, arguments: dict, who: str = "sysadmin"):
        """`who` empty: as somebody without a token."""
        request = urllib.request.Request(f"{self.url}/api/3/action/{action}", json.dumps(arguments).encode(),
                                         {"Content-Type": "application/json"})
        if who:
            request.add_header("Authorization", self.tokens[who])
        try:
            with DIRECT.open(request, timeout=120) as response:
                return json.loads(response.read())["result"]
        except urllib.error.HTTPError as error:
            raise Refused(action, error.code, error.read().decode("utf-8", "replace")) from None

    def find(self, action: str, arguments: dict, who: str = "sysadmin"):
        """The same, None for what is not there or not to be seen."""
        try:
            return self.call(action, arguments, who)
        except Refused as refused:
            if refused.status in (403, 404):
                return None
            raise

    def download(self, url: str, who: str = "sysadmin") -> bytes:
        request = urllib.request.Request(url)
        if who:
            request.add_header("Authorization", self.tokens[who])
        with DIRECT.open(request, timeout=120) as response:
            return response.read()

    def purge(self, names) -> None:
        for name in names:
            if self.find("package_show", {"id": name}):
                self.call("dataset_purge", {"id": name})

    def names(self, prefix: str) -> list:
        """Every dataset whose name begins so, whatever its state, by the database and not the search."""
        found = self.call("package_search", {"fq": f"name:{prefix}*", "rows": 1000, "include_private": True,
                                             "include_drafts": True})
        return sorted(package["name"] for package in found["results"])

    # --- State as a value
    def state(self, name: str, who: str = "sysadmin"):
        """All that is there of a dataset: members, files, views, rows. Equal for equal datasets."""
        package = self.find("package_show", {"id": name}, who)
        if package is None:
            return None
        state = plain(package)
        state["organization"] = (package.get("organization") or {}).get("name")
        state["resources"] = [self.resource_state(resource, who) for resource in package["resources"]]
        return state

    def resource_state(self, resource: dict, who: str) -> dict:
        state = plain(resource)
        # "check:" before the hash asks the next run to look at the rows; they are compared here anyway.
        if "anzenmap_datastore" in state:
            state["anzenmap_datastore"] = state["anzenmap_datastore"].removeprefix("check:")
        # A server beside this one leaves links with its own address in the search index.
        path = re.sub(r"^https?://[^/]+/ckan", "", resource["url"])
        state["url"] = UUID.sub("*", path)
        if resource["url_type"] == "upload":
            try:
                state["file"] = sha256(self.download(self.url + path, who))
            except urllib.error.HTTPError as error:
                state["file"] = error.code
        state["views"] = sorted((plain(view) for view in self.call("resource_view_list", {"id": resource["id"]}, who)),
                                key=lambda view: (view["view_type"], view["title"]))
        if resource.get("datastore_active"):
            table = self.call("datastore_search", {"resource_id": resource["id"], "limit": 30000, "sort": "_id"}, who)
            rows = [{key: value for key, value in row.items() if key != "_id"} for row in table["records"]]
            state["table"] = {"fields": table["fields"], "rows": sorted(rows, key=json.dumps)}
        return state

    def rows(self, resource_id: str) -> list:
        return self.call("datastore_search", {"resource_id": resource_id, "limit": 30000})["records"]

    # --- Another web server over the same data, with other settings
    def beside(self, **changed):
        return Beside(self, changed)


class Beside:
    """`with catalogue.beside(solr_url=...) as url:`"""

    def __init__(self, catalogue: Catalogue, changed: dict):
        self.place = catalogue.place
        self.changed = {name.replace("__", "."): value for name, value in changed.items()}

    def __enter__(self) -> str:
        port = free_ports(1)[0]
        values = settings(self.place, self.place.state())
        values |= {"ckan.site_url": f"http://127.0.0.1:{port}", **self.changed}
        ini = self.place.root / f"beside-{port}.ini"
        write_settings(ini, values)
        try:
            self.process = start_web(self.place, ini, port, f"beside-{os.getpid()}-{port}")
        finally:
            ini.unlink()
        return f"http://127.0.0.1:{port}/ckan"

    def __exit__(self, *_):
        stop(self.process, signal.SIGTERM)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def plain(value):
    """Without what is only of the moment, at any depth."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if key not in OF_THE_MOMENT}
    return value


def difference(found, wanted, where: str = "") -> list:
    """Where two states differ, for a failed test."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        return [line for key in sorted(found.keys() | wanted.keys())
                for line in difference(found.get(key), wanted.get(key), f"{where}/{key}")]
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        return [line for n, (one, other) in enumerate(zip(found, wanted)) for line in difference(one, other, f"{where}/{n}")]
    return [] if found == wanted else [f"{where}: {str(found)[:200]} is not {str(wanted)[:200]}"]


def running() -> Catalogue:
    """The server that ./dev test or ./dev ckan up has started; without one the test is skipped."""
    done = subprocess.run([sys.executable, HERE / "server/server.py", "show", "--version", VERSION],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"SKIP: {done.stderr.strip()}")
        sys.exit(77)
    facts = json.loads(done.stdout)
    return Catalogue(facts["url"], facts["tokens"], Place(VERSION))
