#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A real CKAN on loopback, for the tests: server.py up|down|url|token|show [WORD] [--version X] [--fresh].
What it is made of and where it comes from: README.md beside this file."""
import argparse
import json
import shutil
import sys

import pieces
import web
from home import VERSIONS, Failure, Place
from installing import install
from processes import free_ports, is_free, lives, stop

NAMES = ("postgres", "redis", "solr", "web")


def is_up(state: dict) -> bool:
    running = state.get("running", {})
    if set(running) != set(NAMES) or not all(lives(process) for process in running.values()):
        return False
    try:
        return web.answers(state["url"])
    except OSError:
        return False


def stop_all(state: dict) -> None:
    running = state.pop("running", {})
    for name in reversed(NAMES):
        if name in running:
            stop(running[name], pieces.ENDING[name])


def throw_away(place: Place, state: dict) -> None:
    if "database" in state:
        shutil.rmtree(state["database"], ignore_errors=True)
    shutil.rmtree(place.root, ignore_errors=True)


def up(place: Place, fresh: bool) -> dict:
    with place.locked():
        state = place.state()
        if is_up(state) and not fresh:
            return state
        stop_all(state)
        if fresh or not state.get("made"):
            throw_away(place, state)
            state = {}
        install(place)
        ports = state.get("ports")
        if not ports or not all(is_free(port) for port in ports.values()):
            state["ports"] = dict(zip(NAMES, free_ports(len(NAMES))))
        state["url"] = f"http://127.0.0.1:{state['ports']['web']}/ckan"
        state["version"] = place.version
        running = state["running"] = {}
        try:
            start_all(place, state, running)
        except BaseException:
            stop_all(state)
            raise
        finally:
            place.save(state)
        return state


def start_all(place: Place, state: dict, running: dict) -> None:
    place.root.mkdir(parents=True, exist_ok=True)
    # Slowest first; the others start meanwhile.
    running["solr"] = pieces.start_solr(place, state)
    running["postgres"] = pieces.start_postgres(place, state)
    running["redis"] = pieces.start_redis(place, state)
    web.write_settings(place.ini, web.settings(place, state))
    place.save(state)
    pieces.wait_for_solr(place, state, running["solr"])
    if not state.get("made"):
        pieces.make_databases(place, state)
        web.make_site(place, state, pieces.sql)
    running["web"] = web.start_web(place, place.ini, state["ports"]["web"])
    state["made"] = True


def down(place: Place) -> None:
    with place.locked():
        state = place.state()
        stop_all(state)
        if state:
            place.save(state)


def show(place: Place) -> dict:
    """All that a test needs to know, as one object."""
    state = place.state()
    return {"url": state["url"], "version": place.version, "ini": str(place.ini), "venv": str(place.venv),
            "log": str(place.logs), "storage": str(place.storage), "ports": state["ports"],
            "tokens": {file.name: str(file) for file in sorted(place.tokens.iterdir())}}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev ckan", description="A real CKAN on loopback, for the tests.")
    parser.add_argument("command", choices=("up", "down", "url", "token", "show"),
                        help="start it, stop it, its address, a token (editor, colleague, neighbour, sysadmin), all as JSON")
    parser.add_argument("who", nargs="?", default="editor", help="whose token")
    parser.add_argument("--version", default=VERSIONS[0], help=", ".join(VERSIONS))
    parser.add_argument("--fresh", action="store_true", help="throw its data away first")
    words = parser.parse_args()
    try:
        place = Place(words.version)
        if words.command == "down":
            down(place)
            return 0
        if words.command == "up":
            print(up(place, words.fresh)["url"])
            return 0
        if not is_up(place.state()):
            raise Failure(f"CKAN {words.version} is not running: ./dev ckan up")
        if words.command == "url":
            print(place.state()["url"])
        elif words.command == "show":
            print(json.dumps(show(place), indent=1))
        elif not (place.tokens / words.who).exists():
            raise Failure(f"there is no user {words.who}: {', '.join(show(place)['tokens'])}")
        else:
            print((place.tokens / words.who).read_text(encoding="ascii"))
    except (Failure, OSError) as failure:
        print(f"ckan: {failure}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
