#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cmake/web_parts.py against a registry on this machine: what it fetches, what it refuses, what it leaves alone."""
import base64
import hashlib
import http.server
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "cmake" / "web_parts.py"


def tarball(files: dict) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    return out.getvalue()


GOOD = tarball({"package/dist/leaflet.js": b"js", "package/LICENSE": b"BSD", "package/dist/leaflet-src.js": b"unused",
                "../../escape/dist/leaflet.js": b"outside", "package/icons/../../x.svg": b"outside"})


class Registry(http.server.BaseHTTPRequestHandler):
    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(GOOD)

    def log_message(self, *_):
        pass


def fetch(folder: pathlib.Path, integrity: str, registry: str) -> subprocess.CompletedProcess:
    lock = folder / "package-lock.json"
    lock.write_text(json.dumps({"packages": {"": {}, "node_modules/@scope/leaflet": {"version": "1.2.3", "integrity": integrity}}}))
    return subprocess.run([sys.executable, SCRIPT, "fetch", lock, folder / "parts"], capture_output=True, text=True, timeout=60,
                          env={**os.environ, "NPM_CONFIG_REGISTRY": registry, "no_proxy": "127.0.0.1"}, check=False)


def integrity_of(data: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


def test_fetches_what_is_used_once(folder, registry):
    done = fetch(folder, integrity_of(GOOD), registry)
    assert done.returncode == 0, done.stderr
    assert Registry.asked == ["/@scope/leaflet/-/leaflet-1.2.3.tgz"], Registry.asked
    made = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert made == ["package-lock.json", "parts/@scope/leaflet/LICENSE", "parts/@scope/leaflet/dist/leaflet.js", "parts/fetched.json"], made
    assert fetch(folder, integrity_of(GOOD), "http://127.0.0.1:9").returncode == 0, "all is there, nothing is asked"


def test_refuses_another_hash(folder, registry):
    done = fetch(folder, integrity_of(GOOD + b"x"), registry)
    assert done.returncode != 0 and "not what the lock file names" in done.stderr, done.stderr
    assert not (folder / "parts").exists(), "nothing half-made stays"
    assert fetch(folder, "sha1-abc=", registry).returncode != 0, "only sha512 counts"


def test_says_when_there_is_no_network(folder, _registry):
    done = fetch(folder, integrity_of(GOOD), "http://127.0.0.1:9")
    assert done.returncode != 0 and "cannot fetch" in done.stderr and "Traceback" not in done.stderr, done.stderr


def main() -> int:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        Registry.asked.clear()
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder), f"http://127.0.0.1:{server.server_port}")
                print("ok", name)
            except AssertionError as fault:
                failed = 1
                print("FAILED", name, fault)
    server.shutdown()
    return failed


if __name__ == "__main__":
    sys.exit(main())
