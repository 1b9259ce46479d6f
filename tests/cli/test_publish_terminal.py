#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Publishing as a person at a terminal does it: the plan, the questions, and tokens that go only where they were
sent."""
import importlib.util
import json
import os
import pathlib
import pty
import select
import socket
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOKEN = "made-up-token-0123456789"

_spec = importlib.util.spec_from_file_location("run_cases", HERE / "run_cases.py")
run_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run_cases)


def environment(folder, **more) -> dict:
    return {**run_cases.environment(str(folder)), "TERM": "xterm", **more}


def on_terminal(folder, words, answers, **variables):
    """Runs the words at a terminal, gives an answer at each question; (exit code, all that was shown)."""
    child, master = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(run_cases.program(), ["anzenmap", *words], environment(folder, **variables))
    out, answered = b"", 0
    while select.select([master], [], [], 60)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says EIO at the end
            break
        if not part:
            break
        out += part
        if answered < len(answers) and out.rstrip().endswith((b"]:", "ください:".encode())):
            os.write(master, answers[answered].encode() + b"\n")
            answered += 1
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(master)
    assert answered == len(answers), f"only {answered} of {len(answers)} questions came: {out.decode()}"
    return code, out.decode()


def run(folder, *words, **variables):
    return subprocess.run([run_cases.program(), *words], cwd=folder, env=environment(folder, **variables),
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def convert(folder):
    (folder / "survey.csv").write_bytes("名称,区分,緯度,経度\r\n正門,安全,34.04,131.80\r\n".encode())
    assert run(folder, "convert", "survey.csv", "--output", "out", "--name", "survey").returncode == 0


def test_a_no_changes_nothing_and_a_yes_publishes(folder):
    convert(folder)
    code, shown = on_terminal(folder, ["publish", "out", "--to", "site"], ["n"])
    assert code == 4 and "CK993" in shown and not (folder / "site").exists(), shown
    code, shown = on_terminal(folder, ["publish", "out", "--to", "site"], ["はい"])
    assert code == 0 and (folder / "site").exists(), shown
    code, shown = on_terminal(folder, ["publish", "out", "--to", "site"], [])
    assert code == 0, shown


def test_a_deletion_is_asked_for_apart(folder):
    convert(folder)
    assert run(folder, "publish", "out", "--to", "site", "--yes").returncode == 0
    withdraw = ["catalogue", "withdraw", "survey", "--from", "site"]
    code, shown = on_terminal(folder, withdraw, ["y", "y"])
    assert code == 4 and "CK993" in shown, shown
    code, shown = on_terminal(folder, withdraw, ["y", "delete"])
    assert code == 0, shown
    assert json.loads(run(folder, "catalogue", "list", "--from", "site", "--json").stdout)["datasets"] == []


class Listener:
    """A port that notes whether anybody came."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/ckan"
        return self

    def visited(self) -> bool:
        return bool(select.select([self.socket], [], [], 0)[0])

    def __exit__(self, *_):
        self.socket.close()


def plan_for(folder, url):
    """A plan file as somebody else might have made it: only its catalogue matters here."""
    convert(folder)
    assert run(folder, "publish", "out", "--to", "site", "--dry-run", "--plan-out", "plan.json").returncode == 0
    plan = json.loads((folder / "plan.json").read_text())
    plan["target"] = {"kind": "ckan", "location": url}
    (folder / "plan.json").write_text(json.dumps(plan))


def test_a_catalogue_that_only_a_file_names_gets_no_token(folder):
    with Listener() as listener:
        plan_for(folder, listener.url)
        done = run(folder, "publish", "--plan", "plan.json", "--yes", CKAN_API_TOKEN=TOKEN)
        assert done.returncode == 4 and b"CK990" in done.stderr, done
        code, shown = on_terminal(folder, ["publish", "--plan", "plan.json", "--yes"], ["n"], CKAN_API_TOKEN=TOKEN)
        assert code == 4 and "CK990" in shown, shown
        assert not listener.visited()
        assert TOKEN not in shown and TOKEN.encode() not in done.stdout + done.stderr
        assert not (folder / ".local/state/anzenmap/catalogues").exists()


def test_a_catalogue_that_was_confirmed_once_is_not_asked_about_again(folder):
    with Listener() as listener:
        plan_for(folder, listener.url)
        convert(folder)
    # Nobody listens any more: how far it comes is seen by what it complains about.
    words = ["publish", "--plan", "plan.json", "--yes"]
    code, shown = on_terminal(folder, words, ["y"], CKAN_API_TOKEN=TOKEN)
    assert code == 3 and "CK990" not in shown, shown
    known = folder / ".local/state/anzenmap/catalogues"
    assert known.read_text() == listener.url.removesuffix("/ckan") + "\n" and known.stat().st_mode & 0o777 == 0o600
    done = run(folder, *words, CKAN_API_TOKEN=TOKEN)
    assert done.returncode == 3 and b"CK990" not in done.stderr, done


def test_a_running_program_shows_its_token_to_nobody(folder):
    with Listener() as listener:
        process = subprocess.Popen([run_cases.program(), "catalogue", "status", "--from", listener.url], cwd=folder,
                                   env=environment(folder, CKAN_API_TOKEN=TOKEN), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            listener.socket.settimeout(60)
            connection = listener.socket.accept()[0]
            request = connection.recv(65536)  # and no answer: it waits while we look
            seen = {part: pathlib.Path(f"/proc/{process.pid}/{part}") for part in ("environ", "cmdline", "limits")}
            shown = {part: path.read_bytes() if os.access(path, os.R_OK) else b"" for part, path in seen.items()}
            connection.close()
        finally:
            process.kill()
            out, err = process.communicate()
        assert TOKEN.encode() in request, request
        assert TOKEN.encode() not in shown["environ"] + shown["cmdline"] + out + err, (shown, out, err)
        core = [line for line in shown["limits"].splitlines() if line.startswith(b"Max core file size")]
        assert core and core[0].split()[4:6] == [b"0", b"0"], shown["limits"].decode()


def main() -> int:
    failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        try:
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
        except Exception as fault:  # every test runs, whatever the one before it did
            failed += 1
            print(f"FAILED {name}: {type(fault).__name__}: {fault}"[:2000])
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
