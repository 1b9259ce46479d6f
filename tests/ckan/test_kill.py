#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Publishes three datasets and is killed, or loses the line, at every single request, before and after CKAN got it;
the next run ends in the state of a run that nothing disturbed, and at no moment does somebody without a token see
a part of a dataset. `test_kill.py [new|changed|datastore|datastore-changed]` runs one of the four."""
import concurrent.futures
import os
import sys

import proxy
from catalogue import Refused, difference, running, sha256
from proxy import FaultProxy, at
from publishing import Workplace, finish, publish_words

CKAN = running()
TOKEN = CKAN.tokens["editor"]


class Reader:
    """Somebody without a token, who looks between any two requests."""

    def __init__(self, packages, allowed, datastore: bool):
        self.names = [package.name for package in packages]
        self.allowed = allowed  # name -> list of {file name: sha256}, each a whole dataset
        self.datastore = datastore
        self.rows = {package.name: len(package.rows) for package in packages}
        self.seen, self.faults = set(), []

    def look(self):
        for name in self.names:
            try:
                fault = self.fault_of(name)
            except Refused as refused:  # an exception here would only be a lost answer
                fault = str(refused)
            if fault:
                self.faults.append(f"{name}: {fault}")

    def fault_of(self, name: str) -> str:
        package = CKAN.find("package_show", {"id": name}, "")
        if package is None:
            return ""
        self.seen.add(name)
        files = {resource["url"].rsplit("/", 1)[-1]: resource for resource in package["resources"]}
        whole = {file: (resource.get("hash") or "").removeprefix("sha256:") for file, resource in files.items()}
        if whole not in self.allowed[name]:
            return f"the dataset is partly there: {whole}"
        for file, resource in files.items():
            if sha256(CKAN.download(resource["url"], "")) != whole[file]:
                return f"{file} is not the file that its hash says"
            if self.datastore and file.endswith(".csv"):
                rows = len(CKAN.rows(resource["id"])) if resource.get("datastore_active") else 0
                if rows != self.rows[name]:
                    return f"{rows} of {self.rows[name]} rows are there"
        return ""


class Case:
    def __init__(self, work: Workplace, kind: str):
        self.work, self.kind = work, kind
        self.datastore = kind.startswith("datastore")
        self.changes = kind.endswith("changed")
        self.words = ["--datastore"] if self.datastore else []
        # Its own names, so that two runs may share a CKAN.
        self.prefix = f"kill-{kind}-{os.getpid()}-"
        self.names = [f"{self.prefix}{n}" for n in range(3)]
        self.before = [work.package(name, folder="before") for name in self.names]
        self.after = [work.package(name, folder="after").change_cell() for name in self.names]

    def prepare(self):
        """Nothing, or what was published before; publishing that again is quicker than making it anew."""
        if not self.changes:
            CKAN.purge(self.names)
        else:
            done = self.work.publish(self.before, CKAN.url, *self.words, token=TOKEN)
            assert done.exit == 0, done.told()

    def state(self) -> dict:
        return {name: CKAN.state(name) for name in CKAN.names(self.prefix)}

    def reader(self) -> Reader:
        allowed = {package.name: [package.hashes()] for package in self.after}
        if self.changes:
            for package in self.before:
                allowed[package.name].append(package.hashes())
        return Reader(self.after, allowed, self.datastore)

    def undisturbed(self) -> int:
        """Counts the requests, and keeps the state that every other run must end in."""
        CKAN.purge(self.names)
        self.prepare()
        reader = self.reader()
        with FaultProxy(CKAN.url) as line:
            line.watch = reader.look
            done = self.work.publish(self.after, line.url, *self.words, token=TOKEN)
            assert done.exit == 0, done.told()
            assert not reader.faults, reader.faults
            assert reader.seen == set(self.names), "the reader must see them in the end"
            self.wanted = self.state()
            assert list(self.wanted) == self.names, list(self.wanted)
            print(f"{self.kind}: {len(line.seen)} requests: {' '.join(line.actions())}", flush=True)
            return len(line.seen)

    def disturbed(self, number: int, how: str, reached: bool):
        self.prepare()
        what = f"{self.kind}, {how} {'after' if reached else 'before'} request {number} reached CKAN"
        reader = self.reader()
        with FaultProxy(CKAN.url) as line:
            line.watch = reader.look
            started = concurrent.futures.Future()  # the first request may come before its process is known here
            fault = proxy.Drop(reached) if how == "drop" else proxy.Kill(reached, lambda: started.result(60).pid)
            line.rule = at(number, fault)
            started.set_result(self.work.start(*publish_words(self.after, line.url, *self.words), token=TOKEN))
            done = finish(started.result())
            assert any(seen.fault for seen in line.seen), f"{what}: there was no such request"
        allowed = {-9} if how == "kill" else {0, 3}
        assert done.exit in allowed, f"{what}: {done.told()}"
        assert not reader.faults, f"{what}: {reader.faults}"
        self.again(what)

    def again(self, what: str):
        done = self.work.publish(self.after, CKAN.url, *self.words, token=TOKEN)
        assert done.exit == 0, f"{what}, the run after it: {done.told()}"
        state = self.state()
        for name in self.names:
            assert state.get(name) == self.wanted[name], f"{what}: {difference(state.get(name), self.wanted[name])}"
        assert list(state) == self.names, f"{what}: {list(state)}"


def main():
    kinds = sys.argv[1:] or ["new", "changed", "datastore", "datastore-changed"]
    with Workplace() as work:
        for kind in kinds:
            case = Case(work, kind)
            requests = case.undisturbed()
            for number in range(1, requests + 1):
                for how in ("kill", "drop"):
                    for reached in (False, True):
                        case.disturbed(number, how, reached)
            print(f"{kind}: {4 * requests} runs were disturbed, each ended as if nothing had been", flush=True)
            CKAN.purge(case.names)


if __name__ == "__main__":
    main()
