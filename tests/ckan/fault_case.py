# SPDX-License-Identifier: Apache-2.0
"""One fault case: what is injected, how the run may end, what may remain, and that the next run puts it right."""
import json
import re
from dataclasses import dataclass

from catalogue import UUID, Catalogue, difference
from proxy import FaultProxy
from publishing import Done, Package, Workplace

NOTHING, PRIVATE, OLD, BYTES, NEW = "nothing", "private", "old", "bytes", "new"
IN_WORDS = {
    NOTHING: "nothing",
    PRIVATE: "a private dataset that nobody else sees; the next run completes it",
    OLD: "what was published before, unchanged",
    BYTES: "the old description with the new files behind it, as CKAN stores files first; the next run completes it",
    NEW: "the new dataset, whole",
}


@dataclass
class Case:
    injected: str  # in words, for docs/reliability.md
    exits: tuple  # how the run may end
    remains: tuple  # what may remain, beside NEW after exit 0
    changed: bool = False  # the dataset is there already and one cell has changed
    rule: object = None  # makes the proxy's rule
    words: object = ()  # more of the command line, or what makes it of the run
    who: str = "editor"
    spoil: object = None  # spoil(run) before the run: a file, the dataset, the server
    repair: object = None  # repair(run) after it; the next run must then succeed
    to: object = None  # another address than the proxy's
    heals: bool = True  # the next run, undisturbed, ends as if nothing had been
    at_least_requests: int = 0
    most_writes: object = None  # writes that may have reached CKAN


class Run:
    """A case as it is carried out."""

    def __init__(self, ckan: Catalogue, work: Workplace, case: Case, number: int):
        self.ckan, self.work, self.case = ckan, work, case
        self.name = f"srv-fault-{number:03}"
        self.datastore = case.words == ("--datastore",)
        self.token = ckan.tokens.get(case.who, case.who)
        self.package = Package(work.folder / self.name, self.name)
        self.target = None
        self.environment = {}

    def publish(self, to: str, *words) -> Done:
        return self.work.publish([self.package], to, *words, token=self.token, **self.environment)

    def undisturbed(self) -> Done:
        words = ["--datastore"] if self.datastore else []
        return self.work.publish([self.package], self.ckan.url, *words, token=self.ckan.tokens["editor"])

    def state(self) -> str:
        """In one word, and that the world sees nothing of what is private."""
        now = self.ckan.state(self.name)
        if now is None:
            return NOTHING
        if now == self.wanted:
            return NEW
        if now == self.old:
            return OLD
        if self.old and without_bytes(now) == without_bytes(self.old):
            return BYTES
        if now["private"] and self.old is None:
            assert self.ckan.find("package_show", {"id": self.name}, "") is None
            return PRIVATE
        raise AssertionError(f"{self.case.injected}: neither old nor new: {difference(now, self.wanted)}")

    def carry_out(self) -> dict:
        try:
            return self.attempt()
        except BaseException:
            self.leave_nothing_running()
            raise

    def leave_nothing_running(self):
        """Servers of a case that failed before its own repair."""
        for name in ("server", "tls"):
            if hasattr(self, name):
                getattr(self, name).__exit__(None, None, None)

    def attempt(self) -> dict:
        case = self.case
        self.prepare()
        if case.spoil:
            case.spoil(self)
        with FaultProxy(self.ckan.url, case.rule() if case.rule else None) as line:
            self.target = case.to(self) if case.to else line.url
            done = self.publish(self.target, *(case.words(self) if callable(case.words) else case.words))
        what = f"{case.injected}: {done.told()}\n{line.actions()}"
        assert done.exit in case.exits, what
        assert len(line.seen) >= case.at_least_requests, what
        reached = sum(seen.reached for seen in line.writes)
        assert case.most_writes is None or reached <= case.most_writes, what
        row = {"injected": case.injected, "saw": self.seen(done), "remains": self.state()}
        assert row["remains"] in ((NEW,) if done.exit == 0 else case.remains), f"{row['remains']} remains of {what}"
        if case.repair:
            case.repair(self)
        if case.heals:
            self.heal(what)
        self.ckan.purge([self.name])
        return row

    def prepare(self):
        self.ckan.purge([self.name])
        before, after = known_states(self)
        self.old, self.wanted = before if self.case.changed else None, after
        if self.case.changed:
            self.must(self.undisturbed())
            assert self.ckan.state(self.name) == self.old
        self.package.change_cell()

    def must(self, done: Done) -> None:
        assert done.exit == 0, done.told()

    def heal(self, what: str):
        done = self.undisturbed()
        assert done.exit == 0 and self.state() == NEW, f"the run after {what}:\n{done.told()}"

    def seen(self, done: Done) -> str:
        """What a person was told, without what differs from run to run."""
        texts = []
        try:
            value = json.loads(done.out)
            errors = [value["error"]] if value.get("error") else []
            for dataset in (value.get("applied") or {}).get("datasets", []):
                errors += dataset["faults"]
            texts = [f"{error['code']} {error['message']['en']}" for error in errors if error["code"] != "CK999"]
        except (ValueError, KeyError):
            texts = [line for line in done.err.splitlines() if line][:2]
        text = "; ".join(dict.fromkeys(texts))
        text = text.replace(self.target or "\0", "URL").replace(str(self.work.folder) + "/", "")
        text = re.sub(r"127\.0\.0\.1:\d+", "HOST", UUID.sub("ID", text)).replace(self.name, "NAME")
        text = re.sub(r"((?:sent|received): )\d+ B", r"\1some bytes", text)
        text = re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;")
        return f"exit {done.exit}" + (f": {text}" if text else "")


def without_bytes(state: dict) -> dict:
    return state | {"resources": [one | {"file": None} for one in state["resources"]]}


STATES = {}


def known_states(run: Run) -> list:
    """How a dataset looks after an undisturbed run, and after one more with a changed cell; only the name differs."""
    if run.datastore not in STATES:
        package = run.package
        states = []
        for text in (package.rows[3][1], "裏門"):
            package.change_cell(text)
            run.must(run.undisturbed())
            states.append(json.dumps(run.ckan.state(run.name)))
        package.change_cell("正門3")
        run.ckan.purge([run.name])
        STATES[run.datastore] = states, run.name
    states, name = STATES[run.datastore]
    return [json.loads(state.replace(name, run.name)) for state in states]
