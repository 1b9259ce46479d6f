#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every command promises to programs and terminals: one JSON object whatever happens, exit codes, colours on a
terminal only, file names of any bytes."""
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
SUMMARY = ["schema", "read", "written", "rejected", "merged", "errors", "warnings", "outputs", "diagnostics",
           "diagnostics_truncated", "error"]
SURVEY = "名称,区分,緯度,経度\r\n正門,安全,34.04,131.80\r\n細い道,危険,,\r\n".encode()


def run(*words, **more):
    return subprocess.run([PROGRAM, *words], capture_output=True, env=ENVIRONMENT, timeout=120, **more)


def one_object(done) -> dict:
    """The only JSON object on stdout."""
    text = done.stdout.decode()
    value, end = json.JSONDecoder().raw_decode(text)
    assert text[end:] == "\n", f"more than one object: {text[end:]!r}"
    assert value["schema"] == 1 and "error" in value, text
    return value


def test_every_command_answers_json_to_wrong_usage():
    commands = one_object(run("--json-usage"))["commands"]
    for command in commands:
        done = run(*command["name"].split(), "--json", "--no-such-option")
        assert done.returncode == 2, (command["name"], done)
        error = one_object(done)["error"]
        assert error["code"] == "UI802" and error["message"]["ja"] and error["message"]["en"], error
        shown = run(*command["name"].split(), "--json", "--help")
        assert shown.returncode == 0 and shown.stderr == b"", shown
        assert one_object(shown)["commands"][0]["name"] == command["name"]
    for words in ([], ["nonsense"], ["profile"]):
        done = run("--json", *words)
        assert done.returncode == 2 and one_object(done)["error"], done


def test_the_summary_object_has_its_members_even_when_nothing_was_done():
    for words, code in ((["convert", "none.csv", "--output", "out"], 3), (["check", "none.csv"], 3),
                        (["convert", "none.csv"], 2), (["check"], 2)):
        done = run(*words, "--json")
        assert done.returncode == code, done
        value = one_object(done)
        assert list(value) == SUMMARY, list(value)
        assert value["error"] and value["read"] == 0


def test_a_run_answers_one_object_and_its_exit_code(folder):
    (folder / "調査.csv").write_bytes(SURVEY)
    done = run("convert", "調査.csv", "--output", "out", "--json", cwd=folder)
    value = one_object(done)
    assert done.returncode == 1, done
    assert value["read"] == value["written"] + value["rejected"] + value["merged"] == 2
    assert value["rejected"] == 1 and value["error"] is None
    assert done.stderr == b"", done.stderr


def test_a_full_disk_under_stdout_is_no_success():
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "help"], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT)
    assert done.returncode == 3, done
    assert b"UI811" in done.stderr, done.stderr


def test_messages_go_to_stderr_and_results_to_stdout():
    done = run("convert")
    assert done.stdout == b"" and "エラー".encode() in done.stderr, done
    done = run("convert", "--lang", "en")
    assert b"error:" in done.stderr, done
    done = subprocess.run([PROGRAM, "convert"], capture_output=True, env={**os.environ, "LC_ALL": "en_US.UTF-8"})
    assert b"error:" in done.stderr, done


def test_a_file_name_may_hold_any_bytes(folder):
    name = b"\x92\xb2\x8d\xb8.csv"  # 調査.csv in CP932
    (folder / os.fsdecode(name)).write_bytes(SURVEY)
    for command in ([b"check"], [b"convert", b"--output", b"out"]):
        done = subprocess.run([os.fsencode(PROGRAM), *command, name, b"--json"], capture_output=True, cwd=folder,
                              env=ENVIRONMENT)
        assert one_object(done)["read"] == 2, done


def on_terminal(words, environment) -> bytes:
    """What the program prints when all its channels are a terminal."""
    child, master = pty.fork()
    if child == 0:
        os.execve(PROGRAM, [PROGRAM, *words], environment)
    out = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says EIO at the end
            break
        if not part:
            break
        out += part
    os.waitpid(child, 0)
    os.close(master)
    return out


def test_colours_are_for_terminals_that_want_them():
    words = ["help", "convert"]
    plain = {k: v for k, v in ENVIRONMENT.items() if k != "NO_COLOR"}
    plain["TERM"] = "xterm"
    assert b"\x1b[" in on_terminal(words, plain)
    assert b"\x1b[" not in on_terminal(words, {**plain, "NO_COLOR": "1"})
    assert b"\x1b[" not in on_terminal(words, {**plain, "TERM": "dumb"})
    assert b"\x1b[" not in run(*words).stdout


def main() -> int:
    failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        try:
            if test.__code__.co_argcount:
                with tempfile.TemporaryDirectory() as folder:
                    test(pathlib.Path(folder))
            else:
                test()
        except Exception as fault:  # every test runs, whatever the one before it did
            failed += 1
            print(f"FAILED {name}: {type(fault).__name__}: {fault}"[:1000])
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
