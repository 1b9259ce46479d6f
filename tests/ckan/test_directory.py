#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Publishing to a folder, from outside: the samples become a catalogue that a plain web server serves and other
programs read; a second run touches nothing; a run that is killed at any write, fsync, rename, unlink or mkdir, or
whose call fails there, leaves whole files and is completed by the next; two at once do not mix.
`test_directory.py [samples|served|disturbed|withdrawn|together|back]...` runs parts of it."""
import errno
import functools
import hashlib
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import urllib.parse
import urllib.request

from publishing import PROGRAM, ROOT, Done, Workplace, finish, publish_words

SHIM = ROOT / "tests" / "faults" / "shim.c"
FRICTIONLESS = pathlib.Path(sys.executable).with_name("frictionless")
PAGES = ("catalog.jsonld", "data.json", "index.html")
LOCK = ".anzenmap-publish.lock"
DCAT = "http://www.w3.org/ns/dcat#"


def tree(folder: pathlib.Path) -> dict:
    """Every file below the folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def touched(folder: pathlib.Path) -> dict:
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.rglob("*")}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def convert_samples(work: Workplace) -> list:
    """Each sample as a package; the names of the datasets beside."""
    out = []
    for sample in sorted((ROOT / "samples").glob("*/convert.args")):
        folder = work.folder / "out" / sample.parent.name
        done = subprocess.run([PROGRAM, "convert", *sample.read_text("utf-8").split("\n")[:-1], "--output", folder],
                              cwd=sample.parent, env=work.environment(""), capture_output=True)
        assert done.returncode in (0, 1) and (folder / "datapackage.json").exists(), done.stderr.decode()
        if json.loads((folder / "datapackage.json").read_text("utf-8"))["audience"] == "internal":
            refused = work.run("publish", folder, "--to", "catalogue", "--yes", "--allow-errors")
            assert refused.exit == 4 and not (work.folder / "catalogue").exists(), refused.told()
            continue
        out.append((folder, sample.parent.name))
    assert len(out) >= 3, out
    return out


def publish_sample(work, folder, name, to="catalogue"):
    done = work.run("publish", folder, "--to", to, "--dataset", name, "--yes", "--json", "--allow-errors")
    assert done.exit == 0, done.told()


def samples(work: Workplace):
    """Each sample, twice: nothing at all is touched the second time, in whatever order."""
    packages = convert_samples(work)
    for package in packages:
        publish_sample(work, *package)
    catalogue = work.folder / "catalogue"
    before, times = tree(catalogue), touched(catalogue)
    for package in reversed(packages):
        publish_sample(work, *package)
        plan = work.run("publish", package[0], "--to", "catalogue", "--dataset", package[1], "--dry-run",
                        "--detailed-exitcode", "--allow-errors")
        assert plan.exit == 0, plan.told()
    assert tree(catalogue) == before and touched(catalogue) == times, "a second run touched something"
    assert not [name for name in before if name.endswith(".tmp") or "unfinished" in name], sorted(before)
    # The same of an empty folder, in the other order.
    for package in reversed(packages):
        publish_sample(work, *package, to="again")
    assert tree(work.folder / "again") == before, "the bytes depend on the order"
    for folder, name in packages:
        published = catalogue / name
        descriptor = json.loads((published / "datapackage.json").read_text("utf-8"))
        for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
            twin = next(one for one in descriptor["resources"] if one["name"] == resource["name"])
            assert (published / twin["path"]).read_bytes() == (folder / resource["path"]).read_bytes(), twin["path"]
        if FRICTIONLESS.exists():
            done = subprocess.run([FRICTIONLESS, "validate", published / "datapackage.json"], capture_output=True)
            assert done.returncode == 0, done.stdout.decode()
    if not FRICTIONLESS.exists():
        print("SKIP: no frictionless here")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def served(work: Workplace):
    """By any web server, below any path: every address that the lists name leads to the file that they describe."""
    packages = convert_samples(work)
    for package in packages:
        publish_sample(work, *package, to="site/open/data")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=work.folder / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/open/data/"

    def get(url):
        with urllib.request.urlopen(url) as answer:
            return answer.read()
    try:
        page = get(base + "index.html").decode()
        assert "<script" not in page and "://" not in page.split("</head>")[0], page[:600]
        listed = json.loads(get(base + "data.json"))["dataset"]
        assert len(listed) == len(packages), listed
        hashes = {}
        for dataset in listed:
            for file in dataset["distribution"]:
                url = urllib.parse.urljoin(base + "data.json", file["downloadURL"])
                hashes[url] = sha256(get(url))
        try:
            import rdflib
        except ImportError:
            print("SKIP: no rdflib here")
            return
        graph = rdflib.Graph()
        graph.parse(data=get(base + "catalog.jsonld"), format="json-ld", publicID=base + "catalog.jsonld")
        dcat, spdx = rdflib.Namespace(DCAT), rdflib.Namespace("http://spdx.org/rdf/terms#")
        assert len(list(graph.subjects(rdflib.RDF.type, dcat.Dataset))) == len(listed)
        told = {str(url): str(graph.value(graph.value(file, spdx.checksum), spdx.checksumValue))
                for file, url in graph.subject_objects(dcat.downloadURL)}
        assert told == hashes, (told, hashes)
    finally:
        server.shutdown()
        server.server_close()


def built_shim(work: Workplace) -> pathlib.Path:
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        print("SKIP: no C compiler")
        sys.exit(77)
    shim = work.folder / "shim.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", SHIM, "-o", shim, "-ldl"], check=True)
    return shim


def run_to_the_end(work: Workplace, environment: dict, *words) -> Done:
    """What a killed run says may end within a letter."""
    process = work.start(*words, environment=environment)
    out, err = process.communicate(timeout=300)
    return Done(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


class Disturbed:
    """One dataset changes, one is new, one stays; the old catalogue and the new one are known."""

    def __init__(self, work: Workplace):
        self.work, self.shim = work, built_shim(work)
        old = [work.package(name, "packages") for name in ("anzen-a", "anzen-b")]
        assert work.publish(old, "old", token="").exit == 0
        old[0].change_cell()
        self.packages = [*old, work.package("anzen-c", "packages", title="【周南市】新しい")]
        shutil.copytree(work.folder / "old", work.folder / "new")
        assert self.publish("new").exit == 0
        self.old, self.new = tree(work.folder / "old"), tree(work.folder / "new")
        assert self.old != self.new
        self.met = 0

    def publish(self, to: str, **environment):
        return run_to_the_end(self.work, environment, *publish_words(self.packages, to))

    def run(self, call: str, number: int, mode: str, error: int) -> bool:
        """Whether the call was met."""
        place = self.work.folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.work.folder / "old", place)
        log = self.work.folder / "log"
        log.unlink(missing_ok=True)
        done = self.publish("place", LD_PRELOAD=str(self.shim), FAULT_CALL=call, FAULT_N=str(number), FAULT_MODE=mode,
                            FAULT_ERRNO=str(error), FAULT_LOG=str(log))
        what = f"{call} {number} {mode} {errno.errorcode[error]}"
        if not log.exists():
            assert done.exit == 0 and tree(place) == self.new, f"{what}: {done.told()}"
            return False
        assert done.exit == -9 if mode == "kill" else done.exit in (0, 3), f"{what}: {done.told()}"
        found = tree(place)
        for name, data in found.items():
            if name.rsplit("/", 1)[-1].startswith(".anzenmap-"):
                assert mode == "kill" or call == "unlink" or name == LOCK or "unfinished" in name, f"{what}: {name} is left"
                continue
            if name in PAGES and mode != "kill":  # one dataset failed and another did not
                assert self.is_whole(name, data), f"{what}: {name} is cut off"
                continue
            assert data in (self.old.get(name), self.new.get(name)), f"{what}: {name} is neither old nor new"
        again = self.publish("place")
        assert again.exit == 0, f"{what}, then: {again.told()}"
        after = {name: data for name, data in tree(place).items() if "unfinished" not in name}
        assert after == self.new, f"{what}: the next run leaves {set(after) ^ set(self.new)}"
        times = touched(place)
        assert self.publish("place").exit == 0 and touched(place) == times, f"{what}: the run after that writes"
        self.met += 1
        return True

    @staticmethod
    def is_whole(name: str, data: bytes) -> bool:
        return data.endswith(b"</html>\n") if name.endswith(".html") else bool(json.loads(data))


def disturbed(work: Workplace):
    case = Disturbed(work)
    for call in ("write", "fsync", "rename", "unlink", "mkdir"):
        for mode, error in (("kill", errno.EIO), ("fail", errno.EIO), ("fail", errno.ENOSPC), ("short", errno.EIO)):
            if mode == "short" and call != "write":
                continue
            number = 1
            while case.run(call, number, mode, error):
                number += 1
    assert case.met > 100, case.met
    print(f"{case.met} disturbed runs")


def withdrawn(work: Workplace):
    """Killed at any step of taking a dataset away: the next run takes the rest, and nobody else's file."""
    shim = built_shim(work)
    packages = [work.package(name, "packages") for name in ("anzen-a", "anzen-b")]
    assert work.publish(packages, "old", token="").exit == 0
    (work.folder / "old" / "anzen-a" / "notes.txt").write_text("私の", "utf-8")

    def withdraw(to: str, **environment) -> int:
        return run_to_the_end(work, environment, "catalogue", "withdraw", "anzen-a", "--from", to, "--yes", "--yes-delete").exit
    shutil.copytree(work.folder / "old", work.folder / "new")
    assert withdraw("new") == 0
    new = tree(work.folder / "new")
    assert [name for name in new if name.startswith("anzen-a/")] == ["anzen-a/notes.txt"], sorted(new)
    killed = 0
    for call in ("write", "fsync", "rename", "unlink"):
        for number in range(1, 50):
            place = work.folder / "place"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(work.folder / "old", place)
            done = withdraw("place", LD_PRELOAD=str(shim), FAULT_CALL=call, FAULT_N=str(number), FAULT_MODE="kill")
            if done != -9:
                break
            killed += 1
            again = withdraw("place")
            assert again == 0 and tree(place) == new, f"{call} {number}: {again}, {sorted(tree(place))}"
    assert killed > 15, killed


def together(work: Workplace):
    """Several publishers of one dataset at once, each with another content, and of others beside."""
    packages = []
    for n in range(4):
        packages.append(work.package("anzen-x", f"packages-{n}", title=f"【周南市】第{n}版").change_cell(f"門{n}"))
        packages.append(work.package(f"anzen-{n}", "packages"))
    for _ in range(5):
        shutil.rmtree(work.folder / "catalogue", ignore_errors=True)
        runs = [work.start(*publish_words([package], "catalogue")) for package in packages]
        done = [finish(run) for run in runs]
        assert all(one.exit in (0, 4) for one in done), [one.told() for one in done if one.exit not in (0, 4)]
        assert any(one.exit == 0 for one in done)
        catalogue = work.folder / "catalogue"
        lists = {entry["identifier"] for entry in json.loads((catalogue / "data.json").read_text("utf-8"))["dataset"]}
        assert lists == {path.parent.name for path in catalogue.glob("*/datapackage.json")}, lists
        for path in catalogue.glob("*/datapackage.json"):
            for resource in json.loads(path.read_text("utf-8"))["resources"]:
                assert resource["hash"] == "sha256:" + sha256((path.parent / resource["path"]).read_bytes()), resource["path"]
        published = catalogue / "anzen-x"
        if published.exists():
            title = json.loads((published / "datapackage.json").read_text("utf-8"))["title"]
            one = next(package for package in packages if package.title == title)
            assert all((published / name).read_bytes() == one.files[name.split(".")[-1]] for name in one.hashes()), title


def back(work: Workplace):
    """What comes back is byte for byte what went, and published again it makes the same catalogue."""
    for folder, name in convert_samples(work):
        publish_sample(work, folder, name)
        done = work.run("catalogue", "pull", name, "--from", "catalogue", "--output", f"back-{name}")
        assert done.exit == 0, done.told()
        pulled = next(work.folder.glob(f"back-{name}/**/datapackage.json")).parent
        for resource in json.loads((pulled / "datapackage.json").read_text("utf-8"))["resources"]:
            assert (pulled / resource["path"]).read_bytes() == (work.folder / "catalogue" / name / resource["path"]).read_bytes()
        publish_sample(work, pulled, name, "again")
        plan = work.run("publish", pulled, "--to", "catalogue", "--dry-run", "--detailed-exitcode")
        assert plan.exit == 0, plan.told()
    assert tree(work.folder / "again") == tree(work.folder / "catalogue")


PARTS = {part.__name__: part for part in (samples, served, disturbed, withdrawn, together, back)}


def main() -> int:
    for name in sys.argv[1:] or PARTS:
        with Workplace() as work:
            PARTS[name](work)
        print(f"{name}: good")
    return 0


if __name__ == "__main__":
    sys.exit(main())
