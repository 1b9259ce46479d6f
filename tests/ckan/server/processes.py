# SPDX-License-Identifier: Apache-2.0
"""Starting what stays, waiting for its answer, and stopping it by its own number."""
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from home import Failure

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
# Nothing here may go through a proxy: it is all on loopback.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_ports(wanted: int) -> list:
    held = [socket.socket() for _ in range(wanted)]
    try:
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]
    finally:
        for one in held:
            one.close()


def is_free(port: int) -> bool:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def run(words: list, log: pathlib.Path, text: str = "", **more) -> str:
    """Runs to the end with `text` as its input; its output is returned, its complaints go to the log."""
    with open(log, "ab") as complaints:
        result = subprocess.run([str(word) for word in words], input=text.encode(), stdout=subprocess.PIPE,
                                stderr=complaints, env=ENVIRONMENT, check=False, **more)
    if result.returncode != 0:
        with open(log, "ab") as complaints:
            complaints.write(result.stdout)
        raise Failure(f"{pathlib.Path(str(words[0])).name} ended with {result.returncode}; see {log}\n{tail(log)}")
    return result.stdout.decode()


def tail(log: pathlib.Path) -> str:
    return "\n".join("  " + line for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])


def start(words: list, log: pathlib.Path, **more) -> dict:
    """Starts what stays, in its own process group: it outlives us and no key press reaches it."""
    with open(log, "ab") as stream:
        process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=stream, stderr=stream,
                                   start_new_session=True, env=more.pop("env", ENVIRONMENT), **more)
    return identity(process.pid)


def identity(pid: int) -> dict:
    """A process number is given again to others; with its time of birth it is unique."""
    return {"pid": pid, "born": born(pid)}


def born(pid: int) -> str:
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
    fields = text[text.rindex(")") + 2:].split()
    return "" if fields[0] == "Z" else fields[19]


def lives(process: dict) -> bool:
    return bool(process) and born(process["pid"]) == process["born"] != ""


def stop(process: dict, how: int = signal.SIGTERM, seconds: float = 20) -> None:
    if not lives(process):
        return
    os.kill(process["pid"], how)
    if not ends(process, seconds):
        os.kill(process["pid"], signal.SIGKILL)
        ends(process, 5)


def ends(process: dict, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.waitpid(process["pid"], os.WNOHANG)  # when it is our own child
        except ChildProcessError:
            pass
        if not lives(process):
            return True
        time.sleep(0.05)
    return False


def answer(url: str, seconds: float = 10) -> bytes:
    with DIRECT.open(url, timeout=seconds) as response:
        return response.read()


def wait_for(name: str, asked, process: dict, log: pathlib.Path, seconds: float = 90) -> None:
    """Waits until `asked` returns something true. An exception means: not yet."""
    until = time.monotonic() + seconds
    fault = "no answer"
    while time.monotonic() < until:
        if not lives(process):
            raise Failure(f"{name} ended by itself; see {log}\n{tail(log)}")
        try:
            if asked():
                return
        except (OSError, urllib.error.URLError, ValueError) as error:
            fault = str(error)
        time.sleep(0.1)
    raise Failure(f"{name} did not answer within {seconds:.0f} s ({fault}); see {log}\n{tail(log)}")
