#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A proxy in front of CKAN that does what networks, municipal proxies and tired servers do: it cuts lines before or
after the request has reached CKAN, answers 429, 503 or a login page, halves JSON, trickles, repeats a request, or kills
the client. Each request is counted and kept. As a program: proxy.py --to URL [--fault REQUEST:NAME]..."""
import argparse
import contextlib
import http.client
import json
import os
import pathlib
import signal
import socket
import socketserver
import struct
import threading
import time
import urllib.parse
from dataclasses import dataclass, field

BLOCK = 1 << 16
NOT_PASSED_ON = {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length", "expect", "host"}


@dataclass
class Seen:
    """One request as it came in, and what was done with it."""
    number: int  # from 1
    method: str
    path: str
    headers: dict
    body: bytes = b""
    fault: str = ""
    reached: int = 0  # how often CKAN got it
    status: int = 0  # CKAN's answer
    answer: bytes = field(default=b"", repr=False)

    @property
    def action(self) -> str:
        return self.path.split("?")[0].rsplit("/api/3/action/", 1)[-1] if "/api/3/action/" in self.path else ""

    @property
    def writes(self) -> bool:
        """Only what may change something: CKAN's reads are POSTs too."""
        return self.method not in ("GET", "HEAD") and not self.action.endswith(("_show", "_search", "_list", "_info",
                                                                                  "_list_for_user", "_read"))


# --- Faults: what happens to one request. `exchange` passes it on and returns CKAN's answer.
class Fault:
    name = ""

    def handle(self, line: "Line", seen: Seen) -> None:
        raise NotImplementedError


class Pass(Fault):
    def handle(self, line, seen):
        line.send(line.exchange(seen))


@dataclass
class Drop(Fault):
    """The line is cut; `reached` says whether CKAN got the request before."""
    reached: bool

    @property
    def name(self):
        return "drop-after" if self.reached else "drop-before"

    def handle(self, line, seen):
        if self.reached:
            line.exchange(seen)
        line.cut()


class DropInUpload(Fault):
    """The line is cut while the request is still being sent: CKAN never gets it whole."""
    name = "drop-in-upload"
    reads_body = False

    def handle(self, line, seen):
        line.stream.read(1)
        line.cut()


@dataclass
class Kill(Fault):
    """The client dies by signal 9, before or after CKAN got its request."""
    reached: bool
    victim: object = None  # returns its process number

    @property
    def name(self):
        return "kill-after" if self.reached else "kill-before"

    def handle(self, line, seen):
        if self.reached:
            line.exchange(seen)
        os.kill(self.victim(), signal.SIGKILL)
        line.cut()


@dataclass
class Answer(Fault):
    """Somebody else answers: a proxy, a load balancer, a login page. With `reached` CKAN did the work before."""
    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: dict = field(default_factory=dict)
    reached: bool = False
    name: str = "answer"

    def handle(self, line, seen):
        if self.reached:
            line.exchange(seen)
        line.send((self.status, {"Content-Type": self.content_type, **self.headers}, self.body))


class HalfJson(Fault):
    """CKAN's answer ends in its middle, and says that it is whole."""
    name = "half-json"

    def handle(self, line, seen):
        status, headers, body = line.exchange(seen)
        line.send((status, headers, body[:len(body) // 2]))


class HalfBody(Fault):
    """CKAN's answer stops in its middle and the line ends."""
    name = "half-body"

    def handle(self, line, seen):
        status, headers, body = line.exchange(seen)
        line.send((status, headers, body), only=len(body) // 2)
        line.alive = False  # a reset could overtake the first half


@dataclass
class Slow(Fault):
    """The answer comes in drops, `pause` seconds apart."""
    pause: float = 0.2
    drops: int = 10
    name: str = "slow-body"

    def handle(self, line, seen):
        line.send(line.exchange(seen), drops=self.drops, pause=self.pause)


@dataclass
class Silence(Fault):
    """No answer at all; the line stays open until the client goes."""
    reached: bool = False
    name: str = "silence"

    def handle(self, line, seen):
        if self.reached:
            line.exchange(seen)
        line.wait_for_end()


class Twice(Fault):
    """The request reaches CKAN two times; the client sees the second answer."""
    name = "twice"

    def handle(self, line, seen):
        line.exchange(seen)
        line.send(line.exchange(seen))


@dataclass
class Elsewhere(Fault):
    """Another server answers."""
    url: str
    name: str = "elsewhere"

    def handle(self, line, seen):
        line.send(line.exchange(seen, urllib.parse.urlsplit(self.url).port))


@dataclass
class Changed(Fault):
    """CKAN's answer with another `result`, or anything else that `change` makes of it."""
    change: object
    name: str = "changed-answer"

    def handle(self, line, seen):
        status, headers, body = line.exchange(seen)
        line.send(self.change(status, headers, body))


LOGIN_PAGE = "<!DOCTYPE html><html><head><title>ログイン</title></head><body><form>認証が必要です</form></body></html>".encode()
ERROR_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"

NAMED = {
    "drop-before": lambda: Drop(False),
    "drop-after": lambda: Drop(True),
    "drop-in-upload": DropInUpload,
    "half-json": HalfJson,
    "half-body": HalfBody,
    "slow-body": Slow,
    "silence": Silence,
    "twice": Twice,
    "429": lambda: Answer(429, b"Too Many Requests", "text/plain", name="429"),
    "429-retry-after": lambda: Answer(429, b"", headers={"Retry-After": "1"}, name="429-retry-after"),
    "503": lambda: Answer(503, ERROR_PAGE, name="503"),
    "503-retry-after": lambda: Answer(503, ERROR_PAGE, headers={"Retry-After": "1"}, name="503-retry-after"),
    "502-after": lambda: Answer(502, ERROR_PAGE, reached=True, name="502-after"),
    "504-after": lambda: Answer(504, ERROR_PAGE, reached=True, name="504-after"),
    "login-page": lambda: Answer(200, LOGIN_PAGE, name="login-page"),
    "413": lambda: Answer(413, b"<html><h1>413 Request Entity Too Large</h1></html>", name="413"),
}


class Line(socketserver.StreamRequestHandler):
    """One connection of the client."""

    def setup(self):
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().setup()
        self.stream = self.rfile
        self.alive = True

    def handle(self):
        try:
            while self.alive and self.one():
                pass
        except (ConnectionError, TimeoutError, ValueError):
            self.alive = False

    def one(self) -> bool:
        first = self.stream.readline(BLOCK)
        if not first:
            return False
        method, path, _ = first.decode("latin-1").split(" ", 2)
        headers = {}
        while (text := self.stream.readline(BLOCK).decode("latin-1").strip()):
            name, _, value = text.partition(":")
            headers[name.strip().lower()] = value.strip()
        if path.startswith("http://"):  # we are spoken to as a real proxy
            split = urllib.parse.urlsplit(path)
            path = split.path + ("?" + split.query if split.query else "")
        with self.server.proxy.handling():
            self.answer(method, path, headers)
        return True

    def answer(self, method: str, path: str, headers: dict) -> None:
        seen = self.server.proxy.note(method, path, headers)
        fault = self.server.proxy.fault_for(seen)
        seen.fault = fault.name
        if getattr(fault, "reads_body", True):
            if headers.get("expect", "").lower() == "100-continue":
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            seen.body = self.read_body(headers)
        fault.handle(self, seen)

    def read_body(self, headers: dict) -> bytes:
        if "chunked" in headers.get("transfer-encoding", "").lower():
            parts = []
            while (size := int(self.stream.readline(BLOCK).split(b";")[0], 16)):
                parts.append(self.stream.read(size))
                self.stream.readline(BLOCK)
            while self.stream.readline(BLOCK).strip():
                pass
            return b"".join(parts)
        wanted = int(headers.get("content-length", 0))
        body = self.stream.read(wanted)
        if len(body) != wanted:
            raise ConnectionError("the client went while it was sending")
        return body

    def exchange(self, seen: Seen, port: int = 0):
        proxy = self.server.proxy
        with Watching(proxy, seen):
            upstream = http.client.HTTPConnection(proxy.host, port or proxy.port, timeout=300)
            try:
                headers = {name: value for name, value in seen.headers.items() if name not in NOT_PASSED_ON}
                upstream.request(seen.method, seen.path, seen.body or None, headers)
                response = upstream.getresponse()
                body = response.read()
            finally:
                upstream.close()
        seen.reached += 1
        seen.status = response.status
        headers = {name: value for name, value in response.getheaders() if name.lower() not in NOT_PASSED_ON}
        if "json" in headers.get("Content-Type", ""):
            body = proxy.own_links(body)
        seen.answer = body
        return response.status, headers, body

    def send(self, answer, only=None, drops=1, pause=0.0):
        status, headers, body = answer
        lines = [f"HTTP/1.1 {status} {http.client.responses.get(status, 'Unknown')}",
                 *(f"{name}: {value}" for name, value in headers.items()), f"Content-Length: {len(body)}"]
        self.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
        shown = body if only is None else body[:only]
        size = max(1, -(-len(shown) // drops))
        for start in range(0, len(shown), size):
            self.wfile.write(shown[start:start + size])
            self.wfile.flush()
            if pause:
                time.sleep(pause)

    def cut(self):
        """A reset, not a polite end: what a line does that breaks."""
        self.alive = False
        try:
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            pass  # the client is gone already

    def wait_for_end(self):
        self.alive = False
        while self.request.recv(BLOCK):
            pass

    def finish(self):
        try:
            super().finish()
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    tls = None

    def get_request(self):
        request, address = super().get_request()
        return (self.tls.wrap_socket(request, server_side=True) if self.tls else request), address

    def shutdown_request(self, request):
        request.close()  # without the polite end, so that a cut line is a reset


class FaultProxy:
    """`with FaultProxy(ckan_url) as proxy:`; give `proxy.url` to the program. `rule(seen)` returns a Fault or None."""

    def __init__(self, target: str, rule=None, tls=None):
        split = urllib.parse.urlsplit(target)
        self.host, self.port, self.path = split.hostname, split.port, split.path
        self.rule = rule
        self.seen = []
        self.watch = None  # called after each write that CKAN got, before the client hears of it
        self.lock = threading.Lock()
        self.watch_lock = threading.Lock()
        self.handled = threading.Condition()
        self.in_hand = 0
        self.server = Server(("127.0.0.1", 0), Line)
        self.server.proxy = self
        self.server.tls = tls
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.server.server_address[1]}{self.path}"

    def __enter__(self):
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        """Waits for requests on their way: what reached CKAN is over before the next run begins."""
        self.server.shutdown()
        with self.handled:
            self.handled.wait_for(lambda: self.in_hand == 0, timeout=120)
        self.server.server_close()

    @contextlib.contextmanager
    def handling(self):
        with self.handled:
            self.in_hand += 1
        try:
            yield
        finally:
            with self.handled:
                self.in_hand -= 1
                self.handled.notify_all()

    def note(self, method, path, headers) -> Seen:
        with self.lock:
            seen = Seen(len(self.seen) + 1, method, path, headers)
            self.seen.append(seen)
            return seen

    def fault_for(self, seen) -> Fault:
        with self.lock:
            return (self.rule(seen) if self.rule else None) or Pass()

    def own_links(self, body: bytes) -> bytes:
        """CKAN builds links with its own address; a proxy that stands for it would have them built with its own."""
        return body.replace(f"http://{self.host}:{self.port}/".encode(), self.url[:-len(self.path)].encode() + b"/")

    @property
    def writes(self) -> list:
        return [seen for seen in self.seen if seen.writes]

    def actions(self) -> list:
        return [seen.action or f"{seen.method} {seen.path}" for seen in self.seen]


class Watching:
    """With somebody watching, one write at a time reaches CKAN, and the watcher sees the state between any two."""

    def __init__(self, proxy: FaultProxy, seen: Seen):
        self.proxy = proxy
        self.watched = proxy.watch and seen.writes

    def __enter__(self):
        if self.watched:
            self.proxy.watch_lock.acquire()

    def __exit__(self, *_):
        if self.watched:
            try:
                self.proxy.watch()
            finally:
                self.proxy.watch_lock.release()


# --- Rules: which request gets which fault.
def at(number: int, fault: Fault):
    """The request with this number, from 1."""
    return lambda seen: fault if seen.number == number else None


def on(action: str, fault: Fault, times: int = 1, skip: int = 0):
    """The first `times` requests of an action (after `skip` of them), or all with times=0."""
    met = [0]

    def rule(seen):
        if seen.action != action:
            return None
        met[0] += 1
        return fault if met[0] > skip and (times == 0 or met[0] <= skip + times) else None

    return rule


def both(*rules):
    return lambda seen: next((fault for rule in rules if (fault := rule(seen))), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", required=True, help="CKAN's address")
    parser.add_argument("--fault", action="append", default=[], metavar="REQUEST:NAME",
                        help="REQUEST is a number or an action; NAME one of " + ", ".join(NAMED))
    parser.add_argument("--log", type=pathlib.Path, help="where each request is written, one line of JSON each")
    words = parser.parse_args()
    rules = []
    for text in words.fault:
        request, _, name = text.partition(":")
        fault = NAMED[name]()
        rules.append(at(int(request), fault) if request.isdigit() else on(request, fault))
    with FaultProxy(words.to, both(*rules)) as proxy:
        print(proxy.url, flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            pass
    if words.log:
        with words.log.open("w", encoding="utf-8") as log:
            for seen in proxy.seen:
                log.write(json.dumps({"number": seen.number, "method": seen.method, "path": seen.path,
                                      "fault": seen.fault, "reached": seen.reached, "status": seen.status}) + "\n")


if __name__ == "__main__":
    main()
