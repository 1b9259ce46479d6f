#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What if just this read, write, fsync, rename, open or allocation fails? Small conversions are run into a folder that
holds an older complete set of outputs, again and again, each time with another call failing (shim.c, preloaded), until
a run passes untouched. After each: every file is whole and old or whole and new, no temporary file is left, the exit
code is the usual one or 3, and something was said. Killed runs may leave temporaries; the next run removes them.

Usage: nth_failure.py [--every-allocation] [part of a survey's name]..."""
import collections
import concurrent.futures
import dataclasses
import errno
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
SAMPLES = ROOT / "samples"
SKIPPED = 77
TIME_LIMIT = 30
ALL_ALLOCATIONS = 2000  # each one up to here, then every STRIDE-th
STRIDE = 97
EARLY = 16  # allocations before main()
MEMORY_LIMITS = 100  # so many sizes of a memory that is too small
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": "/nonexistent"}

HEAD = "ID,名称,区分,種別,緯度,経度,コメント\r\n"
OLDER = HEAD + "A-1,公園のむかい,危険,,34.041,131.801,=車が多い\r\nA-2,場所のない記録,安全,,,,\r\n"
CLEAN = HEAD + "A-1,公園のむかい,危険,,34.041,131.801,車が多い\r\n"


@dataclasses.dataclass
class Survey:
    """An input whose conversion is disturbed, and the one that made the older set."""
    name: str
    older: pathlib.Path
    newer: pathlib.Path
    more: tuple = ()
    stride: int = STRIDE          # of allocations
    every: int = ALL_ALLOCATIONS  # allocations that are all tried

    def words(self, which, output="out"):
        more = self.more if which == self.newer else ()
        return [PROGRAM, "convert", str(which), "--output", output, "--name", "x", "--json", *more]


@dataclasses.dataclass
class Fault:
    call: str
    number: int
    error: int = errno.EIO
    mode: str = "fail"

    def __str__(self):
        return f"{self.call} {self.number} {errno.errorcode.get(self.error)} {self.mode}"


class Bench:
    """Folders in which runs go on at the same time, each with the older set in out/."""

    def __init__(self, folder, survey, shim):
        self.survey, self.shim = survey, shim
        self.folder = folder / survey.name
        self.free = queue.Queue()
        self.old = self.reference("old", [survey.older])
        self.new = self.reference("new", [survey.older, survey.newer])
        self.expected = self.done
        for number in range(os.cpu_count() or 2):
            place = self.folder / str(number)
            place.mkdir(parents=True)
            self.put_back(place)
            self.free.put(place)

    def reference(self, name, runs):
        place = self.folder / name
        place.mkdir(parents=True)
        for which in runs:
            self.done = subprocess.run(self.survey.words(which), cwd=place, capture_output=True, env=ENVIRONMENT,
                                       timeout=TIME_LIMIT)
            assert self.done.returncode in (0, 1), self.done
        return contents(place / "out")

    def put_back(self, place):
        shutil.rmtree(place / "out", ignore_errors=True)
        (place / "out").mkdir()
        for name, text in self.old.items():
            (place / "out" / name).write_bytes(text)

    def run(self, fault, place):
        for name in ("met", "count"):
            (place / name).unlink(missing_ok=True)
        environment = {**ENVIRONMENT, "LD_PRELOAD": str(self.shim), "FAULT_CALL": fault.call,
                       "FAULT_N": str(fault.number), "FAULT_ERRNO": str(fault.error), "FAULT_MODE": fault.mode,
                       "FAULT_LOG": str(place / "met"), "FAULT_COUNT": str(place / "count")}
        return subprocess.run(self.survey.words(self.survey.newer), cwd=place, capture_output=True, env=environment,
                              timeout=TIME_LIMIT)

    def attempt(self, fault):
        """(what was wrong or nothing, whether the fault was met)"""
        place = self.free.get()
        try:
            done = self.run(fault, place)
            met = (place / "met").read_text().split() if (place / "met").exists() else []
            found = contents(place / "out")
            wrong = self.judge_killed(place, found) if fault.mode == "kill" and met else \
                self.judge(done, fault, met, found)
            if found != self.old or fault.mode == "kill":
                self.put_back(place)
            return wrong, bool(met)
        except subprocess.TimeoutExpired:
            self.put_back(place)
            return "hangs", True
        finally:
            self.free.put(place)

    def told_unreadable(self, found, fault):
        """The older set is compared with its data package; a file of it that cannot be read is told as OU720."""
        told = json.loads(found["x.report.json"])["diagnostics"] if fault.call in ("read", "open_read") else []
        return any(one["code"] == "OU720" and "読めません" in one["message"]["ja"] for one in told)

    def whole(self, found, fault=None):
        for name, text in found.items():
            if name.endswith(".tmp"):
                continue
            if text not in (self.old.get(name), self.new.get(name)) and \
                    not (fault and name in ("x.report.json", "datapackage.json") and self.told_unreadable(found, fault)):
                return f"{name} is neither old nor new ({len(text)} bytes)"
        for name in set(self.old) & set(self.new):
            if name not in found:
                return f"{name} is gone"
        return ""

    def judge(self, done, fault, met, found):
        if done.returncode < 0:
            return f"died of signal {-done.returncode}"
        if not met or fault.error == errno.EINTR or fault.mode == "short":
            if found != self.new or done.returncode != self.expected.returncode:
                return f"exit {done.returncode}, outputs not the new ones though nothing failed"
            return ""
        if done.returncode not in (self.expected.returncode, 3):
            return f"exit {done.returncode}"
        left = [name for name in found if name.endswith(".tmp")]
        if left and fault.call != "unlink":
            return f"temporaries left: {left}"
        wrong = self.whole(found, fault)
        if wrong:
            return wrong
        said_on = met[1] if met[0] == "write" else ""
        if met[0] == "write" and fault.mode == "on":
            return ""  # neither channel works
        if done.returncode != 3:
            if self.told_unreadable(found, fault):
                return ""
            if found != self.new:
                return f"exit {done.returncode} but not all is new"
            if said_on not in ("1", "2") and done.stdout != self.expected.stdout:
                return "another result on stdout"
            return ""
        if said_on != "2" and not done.stderr.strip():
            return "exit 3 without a word"
        # Before main() (static objects of a library) it is not known yet what was asked for.
        early = fault.call in ("alloc", "memory") and fault.number <= EARLY and not done.stdout
        if said_on != "1" and not early:
            try:
                answer = json.loads(done.stdout)
            except ValueError:
                return f"not one object on stdout: {done.stdout[:80]!r}"
            if not answer["error"] or not answer["error"]["message"]["ja"]:
                return "no error in the object"
        return ""

    def judge_killed(self, place, found):
        """Targets are whole; the next run removes what the dead one left and makes the new set."""
        wrong = self.whole(found)
        if wrong:
            return "killed: " + wrong
        again = subprocess.run(self.survey.words(self.survey.newer), cwd=place, capture_output=True, env=ENVIRONMENT,
                               timeout=TIME_LIMIT)
        if again.returncode != self.expected.returncode:
            return f"killed: the next run exits with {again.returncode}"
        now = contents(place / "out")
        # Its report and its data package may tell that the set did not fit.
        for name in set(self.new) | set(now):
            if name.endswith((".report.json", "datapackage.json")) and name in now:
                json.loads(now[name])
            elif now.get(name) != self.new.get(name):
                return f"killed: after the next run {name} is not the new one"
        return ""


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


class Tally:
    def __init__(self):
        self.runs = collections.Counter()
        self.faults = collections.defaultdict(list)

    def note(self, survey, fault, wrong):
        self.runs[survey.name, fault.call] += 1
        if wrong:
            self.faults[survey.name, fault.call].append(f"{fault}: {wrong}")


def counted(bench, call):
    """How many of these calls an undisturbed run makes."""
    place = bench.free.get()
    try:
        done = bench.run(Fault(call, 0), place)
        found = contents(place / "out")
        wrong = bench.judge(done, Fault(call, 0), [], found)
        assert not wrong, wrong
        bench.put_back(place)
        return int((place / "count").read_text().split()[0])
    finally:
        bench.free.put(place)


def numbers(survey, call, total):
    """Which calls fail; the last number is beyond them, so that one run passes untouched."""
    if call == "memory":  # bytes
        yield from range(1, total, total // MEMORY_LIMITS)
        yield 2 * total
        return
    if call != "alloc":
        yield from range(1, total + 2)
        return
    yield from range(1, min(survey.every, total) + 1)
    yield from range(survey.every + 1, total, survey.stride)
    # The count differs a little from run to run (threads, addresses).
    yield total + total // 2 + 100


def faults_of(bench):
    survey = bench.survey
    kinds = {
        "read": [(errno.EIO, "fail"), (errno.EINTR, "fail"), (errno.EIO, "short"), (errno.EIO, "on")],
        "write": [(errno.EIO, "fail"), (errno.ENOSPC, "fail"), (errno.ENOSPC, "on"), (errno.EINTR, "fail"),
                  (errno.EIO, "short"), (errno.EIO, "kill")],
        "fsync": [(errno.EIO, "fail"), (errno.ENOSPC, "fail"), (errno.EINTR, "fail"), (errno.EIO, "kill")],
        "rename": [(errno.EIO, "fail"), (errno.ENOSPC, "fail"), (errno.EACCES, "on"), (errno.EIO, "kill")],
        "open_write": [(errno.EACCES, "fail"), (errno.EMFILE, "on"), (errno.ENOSPC, "fail")],
        "open_read": [(errno.EACCES, "fail"), (errno.EMFILE, "on"), (errno.EIO, "fail")],
        "close": [(errno.EIO, "fail"), (errno.ENOSPC, "fail")],
        "unlink": [(errno.EACCES, "fail"), (errno.EIO, "kill")],
        "mkdir": [(errno.EACCES, "fail")],
        "alloc": [(errno.ENOMEM, "fail")],
        "memory": [(errno.ENOMEM, "fail")],
    }
    for call, ways in kinds.items():
        total = counted(bench, call)
        for error, mode in ways:
            for number in numbers(survey, call, total):
                yield Fault(call, number, error, mode)


def surveys(folder):
    def written(name, text):
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    older, clean = written("older.csv", OLDER), written("clean.csv", CLEAN)
    csv = next((SAMPLES / "toishi-cp932").glob("*.csv"))
    xlsx = next((SAMPLES / "syuuyou-excel").glob("*.xlsx"))
    zone = next((SAMPLES / "syuuyou-zone3").glob("*.csv"))
    geojson = folder / "read.geojson"
    subprocess.run([PROGRAM, "convert", str(csv), "--output", str(folder / "made"), "--name", "read"],
                   capture_output=True, env=ENVIRONMENT, timeout=TIME_LIMIT)
    geojson.write_bytes((folder / "made" / "read.geojson").read_bytes())
    many = written("many.csv", HEAD + "".join(
        f"B-{n},場所{n},危険,,34.{n % 100000:05},131.{n % 99991:05},{'長い説明' * 20}\r\n" for n in range(4000)))
    # The older set has rejects and the newer has none, or the other way round: a file that comes, one that goes.
    yield Survey("csv", clean, csv, ("--threads", "1"))
    yield Survey("xlsx", older, xlsx, ("--threads", "1"))
    yield Survey("zone", older, zone, ("--threads", "1", "--source-crs", "EPSG:6671"), 499, 0)
    yield Survey("geojson", older, geojson, ("--threads", "1"), 211, 0)
    yield Survey("threads", older, many, ("--threads", "3"), 499, 0)


def built_shim(folder):
    shim = folder / "shim.so"
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        print("SKIP: no C compiler")
        sys.exit(SKIPPED)
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", str(HERE / "shim.c"), "-o", str(shim), "-ldl"], check=True)
    return shim


def main():
    wanted = [word for word in sys.argv[1:] if word != "--every-allocation"]
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shim = built_shim(folder)
        for survey in surveys(folder):
            if wanted and not any(word in survey.name for word in wanted):
                continue
            if "--every-allocation" in sys.argv:
                survey.stride = 1
            bench = Bench(folder, survey, shim)
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
                faults = list(faults_of(bench))
                for fault, (wrong, _) in zip(faults, pool.map(bench.attempt, faults)):
                    tally.note(survey, fault, wrong)
    for (survey, call), runs in tally.runs.items():
        print(f"{survey:8} {call:11} {runs:6} runs, {len(tally.faults[survey, call])} wrong")
    for key, faults in tally.faults.items():
        for fault in faults[:40]:
            print(*key, fault)
    print(sum(tally.runs.values()), "runs,", sum(map(len, tally.faults.values())), "wrong")
    return 1 if any(tally.faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
