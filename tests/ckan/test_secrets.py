#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The token is looked for wherever it must not be: what is printed, saved plans, every file that was written, the
command line and environment that others see, a core dump, requests to other hosts."""
import base64
import json
import os
import pathlib
import resource
import signal
import subprocess

from catalogue import running
from proxy import Answer, Changed, Fault, FaultProxy, at, on
from publishing import Workplace, finish, publish_words

CKAN = running()
TOKEN = CKAN.tokens["editor"]
NAME = "srv-secret"


def traces() -> list:
    """The token, and forms in which it would still give itself away."""
    halves = [TOKEN[start:start + 24] for start in range(0, len(TOKEN) - 24, 24)]
    return [TOKEN.encode(), base64.b64encode(TOKEN.encode()).rstrip(b"="), *(half.encode() for half in halves)]


def clean(data: bytes, where: str) -> None:
    for trace in traces():
        assert trace not in data, f"the token stands in {where}"


def clean_files(work: Workplace, but: tuple = ()) -> int:
    looked_at = 0
    for file in work.folder.rglob("*"):
        if file.is_file() and file not in but:
            clean(file.read_bytes(), str(file))
            looked_at += 1
    return looked_at


class LookAtProcess(Fault):
    """While the client waits for its answer, looks at it as another program of this machine would."""
    name = "look"

    def __init__(self):
        self.pid, self.seen = None, []

    def handle(self, line, seen):
        for entry in ("cmdline", "environ", "status", "maps"):
            try:
                data = pathlib.Path(f"/proc/{self.pid()}/{entry}").read_bytes()
            except PermissionError:
                continue
            clean(data, f"/proc/PID/{entry}")
            self.seen.append(entry)
        line.send(line.exchange(seen))


def outputs_and_process(work: Workplace) -> None:
    package = work.package(NAME)
    look = LookAtProcess()
    with FaultProxy(CKAN.url) as line:
        line.rule = on("package_revise", look)
        process = work.start(*publish_words([package], line.url, "--verbose", "--plan-out", "plan.json"), token=TOKEN)
        look.pid = lambda: process.pid
        done = finish(process)
        assert done.exit == 0, done.told()
        assert any(seen.headers.get("authorization") == TOKEN for seen in line.seen), "it must have been sent"
    assert "cmdline" in look.seen, look.seen
    assert "package_revise" in done.err, "--verbose shows the requests"
    clean(done.out.encode(), "what was printed")
    clean(done.err.encode(), "what --verbose showed")
    clean((work.folder / "plan.json").read_bytes(), "the plan")


def servers_that_talk_back(work: Workplace) -> None:
    """Debug pages of servers and proxies show the request's headers; none of that may be passed on."""
    package = work.package(NAME).change_cell("言い返す")
    page = f"<html><pre>Authorization: {TOKEN}</pre></html>".encode()
    refusal = json.dumps({"success": False, "error": {"__type": "Authorization Error", "message": f"token {TOKEN}"}}).encode()
    fields = json.dumps({"success": False, "error": {"__type": "Validation Error", "title": [f"token {TOKEN}"]}}).encode()
    faults = [Answer(500, page), Answer(403, refusal, "application/json"), Answer(409, fields, "application/json"),
              Answer(400, json.dumps(f"bad: {TOKEN}").encode(), "application/json")]
    for number, fault in enumerate(faults):
        for action in ("package_search", "package_revise"):
            with FaultProxy(CKAN.url, on(action, fault, times=0)) as line:
                done = work.publish([package], line.url, "--verbose", token=TOKEN)
            # 400 with a bare text is how a CKAN says that it has no package_revise: then it goes without.
            assert done.exit in (3, 4) or number == 3, done.told()
            clean((done.out + done.err).encode(), f"what was told of answer {number} to {action}")


def other_hosts(work: Workplace) -> None:
    """A redirect to another host gets no token, whatever it is redirected."""
    package = work.package(NAME).change_cell("ほかの所")
    with FaultProxy(CKAN.url) as other:
        for status in (301, 302, 303, 307, 308):
            for number in range(1, 5):
                with FaultProxy(CKAN.url) as line:
                    line.rule = at(number, Changed(lambda code, headers, body: (
                        status, {"Location": other.url + "/api/3/action/package_search"}, b"")))
                    work.publish([package], line.url, token=TOKEN)
        assert all("authorization" not in seen.headers and TOKEN.encode() not in seen.body for seen in other.seen), \
            "another host got the token"


def refused_ways(work: Workplace) -> None:
    """A token on the command line, or in a file that others can read, is refused and not repeated."""
    package = work.package(NAME)
    done = work.publish([package], CKAN.url, "--token", TOKEN, token="")
    assert done.exit == 2, done.told()
    clean((done.out + done.err).encode(), "the refusal of --token")
    file = work.folder / "token.txt"
    file.write_text(TOKEN + "\n", encoding="ascii")
    file.chmod(0o644)
    done = work.publish([package], CKAN.url, "--token-file", file, token="")
    assert done.exit in (2, 4), done.told()
    clean((done.out + done.err).encode(), "the refusal of the token's file")
    file.chmod(0o600)
    done = work.publish([package], CKAN.url, "--token-file", file, token="")
    assert done.exit == 0, done.told()
    file.unlink()


class Abort(Fault):
    name = "abort"

    def __init__(self):
        self.pid = None

    def handle(self, line, seen):
        os.kill(self.pid(), signal.SIGABRT)
        line.cut()


def core_dump(work: Workplace) -> None:
    """The program is aborted while it holds the token."""
    package = work.package(NAME).change_cell("落ちた")
    abort = Abort()
    control = work.folder / "control"
    control.mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        subprocess.run(["sh", "-c", "kill -ABRT $$"], cwd=control, check=False)
        with FaultProxy(CKAN.url, on("package_revise", abort)) as line:
            process = work.start(*publish_words([package], line.url), token=TOKEN)
            abort.pid = lambda: process.pid
            done = finish(process)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    assert done.exit == -signal.SIGABRT, done.told()
    cores = [file for file in work.folder.rglob("core*") if file.parent != control]
    assert not cores, cores  # and if there were one, clean_files() would read it
    print("another program leaves a core file here, this one none" if any(control.iterdir())
          else "this system keeps no core files in the folder, so nothing was shown of them")


def main():
    CKAN.purge([NAME])
    with Workplace() as work:
        outputs_and_process(work)
        servers_that_talk_back(work)
        other_hosts(work)
        refused_ways(work)
        core_dump(work)
        print(f"{clean_files(work)} files looked at")
    for log in CKAN.place.logs.glob("*.log"):
        clean(log.read_bytes(), str(log))
    CKAN.purge([NAME])


if __name__ == "__main__":
    main()
