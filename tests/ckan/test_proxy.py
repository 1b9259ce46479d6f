#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The fault-injecting proxy itself: each fault is what its name says. Needs no CKAN."""
import http.client
import http.server
import json
import threading
import time

import proxy

GOT = []


class Upstream(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        GOT.append(body)
        answer = json.dumps({"success": True, "url": f"http://127.0.0.1:{self.server.server_address[1]}/ckan/x",
                             "echo": body.decode()}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def ask(line, action="package_create", body=b'{"a":1}', connection=None):
    connection = connection or http.client.HTTPConnection(line.host, int(line.url.split(":")[2].split("/")[0]), timeout=20)
    connection.request("POST", f"/ckan/api/3/action/{action}", body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    return response.status, response.headers, response.read()


def outcome(target, fault):
    """What the client sees, and how often the server got it."""
    GOT.clear()
    with proxy.FaultProxy(target, proxy.at(1, fault)) as line:
        try:
            status, _, body = ask(line)
            seen = (status, len(body) > 0)
        except (ConnectionError, http.client.HTTPException) as error:
            seen = type(error).__name__
        assert line.seen[0].fault == fault.name and line.seen[0].reached == len(GOT)
        return seen, len(GOT)


def check_faults(target):
    named = proxy.NAMED
    wanted = {
        "drop-before": ("ConnectionResetError", 0),
        "drop-after": ("ConnectionResetError", 1),
        "drop-in-upload": ("ConnectionResetError", 0),
        "half-body": ("IncompleteRead", 1),
        "half-json": ((200, True), 1),
        "twice": ((200, True), 2),
        "slow-body": ((200, True), 1),
        "429": ((429, True), 0),
        "429-retry-after": ((429, False), 0),
        "503": ((503, True), 0),
        "503-retry-after": ((503, True), 0),
        "502-after": ((502, True), 1),
        "504-after": ((504, True), 1),
        "413": ((413, True), 0),
        "login-page": ((200, True), 0),
    }
    assert set(wanted) == set(named) - {"silence"}
    for name, expected in wanted.items():
        found = outcome(target, named[name]())
        assert found == expected, f"{name}: {found} is not {expected}"


def check_half_json(target):
    with proxy.FaultProxy(target, proxy.at(1, proxy.HalfJson())) as line:
        try:
            json.loads(ask(line)[2])
            raise AssertionError("half a JSON text was whole")
        except json.JSONDecodeError:
            pass


def check_slow(target):
    start = time.monotonic()
    outcome(target, proxy.Slow(pause=0.05, drops=6))
    assert time.monotonic() - start >= 0.25


def check_connection_and_links(target):
    """A line is kept, requests are counted, CKAN's own links become the proxy's."""
    GOT.clear()
    with proxy.FaultProxy(target, proxy.on("package_revise", proxy.Answer(409, b"{}"), times=1)) as line:
        connection = http.client.HTTPConnection(line.host, int(line.url.split(":")[2].split("/")[0]), timeout=20)
        answer = json.loads(ask(line, connection=connection)[2])
        assert answer["url"] == line.url + "/x", answer
        statuses = [ask(line, action, connection=connection)[0] for action in ("package_revise", "package_revise", "package_search")]
        assert statuses == [409, 200, 200], statuses
        assert line.actions() == ["package_create", "package_revise", "package_revise", "package_search"]
        assert [seen.action for seen in line.writes] == ["package_create", "package_revise", "package_revise"]
        assert len(GOT) == 3


def check_watch(target):
    """The watcher looks after CKAN got a request and before the client hears of it."""
    looks = []
    with proxy.FaultProxy(target) as line:
        line.watch = lambda: looks.append(len(GOT))
        GOT.clear()
        ask(line)
        assert looks == [1], looks


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    target = f"http://127.0.0.1:{server.server_address[1]}/ckan"
    check_faults(target)
    check_half_json(target)
    check_slow(target)
    check_connection_and_links(target)
    check_watch(target)
    server.shutdown()


if __name__ == "__main__":
    main()
