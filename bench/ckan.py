#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures publishing beside `ckanapi load datasets`: the same datasets, the same CKAN, one run. See docs/performance.md.

    bench/ckan.py                        200 datasets of two files, three rounds, table of docs/performance.md
    bench/ckan.py --datasets 20 --rounds 1 --no-docs

The CKAN is that of `./dev ckan up`. Each server process writes down how long each request took, so the table also says
how busy the server was: what no client can go below.
"""
import argparse
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "ckan"))
from catalogue import running  # noqa: E402
from publishing import PROGRAM, Package  # noqa: E402
from report import table  # noqa: E402

WORK = ROOT / "build" / "bench" / "ckan"
WORKERS = 2  # processes of the server (tests/ckan/server/web.py)
LINE = re.compile(r"\] (?P<method>\S+) (?P<path>\S+) \d+ \S+ bytes (?P<seconds>[\d.]+) s$")
# Two requests a dataset and two to look; times are shares of ckanapi's.
GOALS = {"first requests": 402, "first time": 0.5, "again requests": 2, "again time": 0.02}


class Files(http.server.SimpleHTTPRequestHandler):
    """ckanapi fetches what it uploads by HTTP."""

    def log_message(self, *_):
        pass


def make_packages(count: int) -> list:
    """20 KB of CSV and 40 KB of GeoJSON each, none like another."""
    shutil.rmtree(WORK / "packages", ignore_errors=True)
    return [Package(WORK / "packages" / f"bench-{n:03}", f"bench-{n:03}", title=f"【周南市】通学路の安全マップ {n}",
                    rows=[[f"A{n}-{row}", f"通学路の交差点{row}", "危険" if row % 2 else "安全", f"{34 + row / 1e4:.5f}",
                           f"{131.8 + (row + n) / 1e4:.5f}", str(row % 5)] for row in range(320)]) for n in range(count)]


def ckanapi_lines(packages: list, port: int) -> bytes:
    """The same datasets as ckanapi wants them: every resource with an id and a URL that it can fetch."""
    lines = []
    for package in packages:
        descriptor = json.loads((package.folder / "datapackage.json").read_text("utf-8"))
        resources = [{"id": str(uuid.uuid5(uuid.NAMESPACE_URL, package.name + one["path"])), "name": one["title"],
                      "format": one["format"], "url_type": "upload", "hash": one["hash"],
                      "url": f"http://127.0.0.1:{port}/{package.name}/{one['path']}"} for one in descriptor["resources"]]
        lines.append(json.dumps({
            "name": package.name, "title": descriptor["title"], "notes": descriptor["description"], "owner_org": "35215",
            "license_id": "cc-by", "tags": [{"name": tag} for tag in descriptor["keywords"]],
            "extras": [{"key": "調査年度", "value": "2026"}], "resources": resources}))
    return ("\n".join(lines) + "\n").encode()


class Bench:
    def __init__(self, options):
        self.options = options
        self.ckan = running()
        self.packages = make_packages(options.datasets)
        self.files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(
            Files, directory=str(WORK / "packages")))
        threading.Thread(target=self.files.serve_forever, daemon=True).start()
        self.lines = WORK / "datasets.jsonl"
        self.lines.write_bytes(ckanapi_lines(self.packages, self.files.server_address[1]))
        # ckanapi starts itself anew by its name.
        self.tools = pathlib.Path(sys.executable).parent
        self.environment = {"PATH": f"{self.tools}:{os.environ['PATH']}", "HOME": str(WORK), "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
        (WORK / "token").touch(mode=0o600)
        (WORK / "token").write_text(self.ckan.tokens["editor"], encoding="ascii")

    def anzenmap(self, *words) -> list:
        return [PROGRAM, "publish", *(package.folder for package in self.packages), "--to", self.url, "--audience", "public",
                "--parallel", self.options.parallel, "--token-file", WORK / "token", "--yes", "--json", *words]

    def ckanapi(self) -> list:
        return [self.tools / "ckanapi", "load", "datasets", "--upload-resources", "-I", self.lines,
                "-p", self.options.parallel, "-r", self.url, "-a", self.ckan.tokens["editor"]]

    def clear(self):
        for package in self.packages:
            self.ckan.purge([package.name])

    def measured(self, words: list) -> dict:
        before = self.log.stat().st_size
        load, start = os.getloadavg()[0], time.monotonic()
        with open(WORK / "output.txt", "wb") as output:
            process = subprocess.Popen(list(map(str, words)), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                       env=self.environment, cwd=WORK)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{words[0]} failed:\n" + (WORK / "output.txt").read_text(errors="replace")[-3000:])
        with self.log.open("rb") as log:
            log.seek(before)
            found = [LINE.search(line) for line in log.read().decode().splitlines()]
        served = [float(match["seconds"]) for match in found if match]
        return {"seconds": seconds, "requests": len(served), "server": sum(served), "load": load,
                "client": usage.ru_utime + usage.ru_stime, "peak_mib": usage.ru_maxrss / 1024}

    def check(self):
        """Every file of every dataset is there, whoever sent it."""
        for package in self.packages:
            shown = self.ckan.call("package_show", {"id": package.name}, "")
            sizes = sorted(one["size"] for one in shown["resources"])
            assert sizes == sorted(len(data) for data in package.files.values()), package.name

    def round(self, number: int) -> dict:
        runs = {}
        peers = [("anzenmap", self.anzenmap), ("ckanapi", self.ckanapi)]
        for name, words in peers if number % 2 == 0 else reversed(peers):
            self.clear()
            for which in ("first", "again"):
                runs[name, which] = run = self.measured(words())
                print(f"round {number + 1} {name} {which}: {run}", flush=True)
                self.check()
        self.clear()
        if number == 0:
            runs["anzenmap --datastore", "first"] = self.measured(self.anzenmap("--datastore"))
            runs["anzenmap --datastore", "again"] = self.measured(self.anzenmap("--datastore"))
            print(runs["anzenmap --datastore", "first"], runs["anzenmap --datastore", "again"])
            self.clear()
        return runs

    def run(self) -> str:
        WORK.mkdir(parents=True, exist_ok=True)
        with self.ckan.beside() as self.url:
            port = self.url.split(":")[2].split("/")[0]
            self.log = next(self.ckan.place.logs.glob(f"beside-*-{port}-requests.log"))
            self.measured(self.anzenmap("--dry-run"))  # wakes both server processes up
            rounds = [self.round(number) for number in range(self.options.rounds)]
        return page(rounds, self.options)


def middle(rounds: list, key: tuple, what: str) -> float:
    return statistics.median(runs[key][what] for runs in rounds if key in runs)


def ratio(rounds: list, which: str) -> float:
    """The median of the ratios within each round."""
    return statistics.median(runs["anzenmap", which]["seconds"] / runs["ckanapi", which]["seconds"] for runs in rounds)


def page(rounds: list, options) -> str:
    lines = []
    for name in ("anzenmap", "ckanapi", "anzenmap --datastore"):
        for which in ("first", "again"):
            key = (name, which)
            requests, seconds = middle(rounds, key, "requests"), middle(rounds, key, "seconds")
            server = middle(rounds, key, "server")
            lines.append([name, which, f"{requests:.0f}", f"{seconds:.2f}", f"{server / max(requests, 1) * 1000:.0f}",
                          f"{100 * server / WORKERS / seconds:.0f} %", f"{middle(rounds, key, 'client'):.2f}",
                          f"{middle(rounds, key, 'peak_mib'):.0f}"])
    head = ["program", "run", "requests", "wall s", "server's time a request, ms", "server busy", "client's CPU s", "peak MiB"]
    goals_here = GOALS | {"first requests": 2 * options.datasets + 2}
    measured = {"first requests": middle(rounds, ("anzenmap", "first"), "requests"), "first time": ratio(rounds, "first"),
                "again requests": middle(rounds, ("anzenmap", "again"), "requests"), "again time": ratio(rounds, "again")}
    goals = [[what, f"<= {most:g}" + ("x" if "time" in what else ""),
              f"{measured[what]:.3g}" + ("x" if "time" in what else ""), "reached" if measured[what] <= most else "missed"]
             for what, most in goals_here.items()]
    load = max(run["load"] for runs in rounds for run in runs.values())
    return (table(head, lines) + "\n\n" + table(["goal (of ckanapi's time at the same parallelism)", "wanted", "measured", ""], goals) +
            f"\n\n{options.datasets} datasets of two files, {options.parallel} at a time, {len(rounds)} rounds in turn; "
            f"{os.cpu_count()} cores shared by client and server, load average up to {load:.1f}.\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--datasets", type=int, default=200)
    parser.add_argument("--parallel", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-docs", action="store_true", help="leave docs/performance.md alone")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    text = Bench(options).run()
    print(text)
    if not options.no_docs:
        file = ROOT / "docs" / "performance.md"
        begin, end = "<!-- ckan -->\n", "<!-- /ckan -->\n"
        before, rest = file.read_text("utf-8").split(begin)
        file.write_text(before + begin + text + end + rest.split(end)[1], "utf-8")


if __name__ == "__main__":
    main()
