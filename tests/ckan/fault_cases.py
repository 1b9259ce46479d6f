# SPDX-License-Identifier: Apache-2.0
"""The fault cases of networks, proxies and CKAN's own answers. Those of packages, people and set-ups:
fault_cases_more.py."""
import json

from fault_case import NEW, NOTHING, OLD, PRIVATE, Case
from proxy import (ERROR_PAGE, LOGIN_PAGE, NAMED, Answer, Changed, Drop, DropInUpload, FaultProxy, HalfBody, HalfJson, Slow,
                   Twice, on)

CREATE = "the request that makes the dataset (`package_create`)"
SEND = "the request that sends the files of a new dataset (`package_revise`)"
UPDATE = "the request that updates a published dataset (`package_revise`)"


def writes() -> list:
    """Everything that can happen to a write, to each of the three."""
    cases = []
    places = (("package_create", CREATE, False, NOTHING, PRIVATE), ("package_revise", SEND, False, PRIVATE, NEW),
              ("package_revise", UPDATE, True, OLD, NEW))
    for action, request, changed, untouched, done in places:

        def case(what: str, fault, exits, reached: bool, action=action, request=request, changed=changed,
                 remains=(untouched, done)):
            cases.append(Case(f"{what}: {request}", exits, remains[reached:][:1], changed, lambda: on(action, fault())))

        case("line cut before it reached CKAN", lambda: Drop(False), (0, 3), False)
        case("line cut after it reached CKAN, no answer", lambda: Drop(True), (0, 3), True)
        case("answer cut in its middle", HalfBody, (0, 3), True)
        case("answer is half of a JSON text", HalfJson, (0, 3), True)
        case("login page with status 200 in place of an answer", lambda: Answer(200, LOGIN_PAGE), (0, 3), False)
        case("429 without Retry-After", NAMED["429"], (0, 3), False)
        case("429 with Retry-After: 1", NAMED["429-retry-after"], (0,), False)
        case("503 without Retry-After", NAMED["503"], (0, 3), False)
        case("503 with Retry-After: 1", NAMED["503-retry-after"], (0,), False)
        case("502 by a proxy, though CKAN did the work", NAMED["502-after"], (0, 3), True)
        case("504 by a proxy, though CKAN did the work", NAMED["504-after"], (0, 3), True)
        case("500 by a proxy as a page, CKAN never saw it", lambda: Answer(500, ERROR_PAGE), (0, 3), False)
        case("413 by a proxy", NAMED["413"], (3, 4), False)
        case("delivered to CKAN twice", Twice, (0, 3, 4), True)
        case("answer in drops, 0.2 s apart", Slow, (0,), True)
    return cases


def large_upload() -> Case:
    def spoil(run):
        run.package.rows += [[f"B{n}", "長い" * 200, "安全", "34.1", "131.9", "1"] for n in range(3000)]
        run.package.write()
        run.wanted = None

    def repair(run):
        run.must(run.undisturbed())
        run.wanted = run.ckan.state(run.name)

    return Case("line cut in the middle of an upload of 4 MB: " + UPDATE, (3,), (OLD,), True,
                lambda: on("package_revise", DropInUpload(), times=0), spoil=spoil, repair=repair)


def reads() -> list:
    def searches(what: str, fault, exits, times=1, **more):
        return Case(f"{what}: reading what is there (`package_search`)", exits, (NOTHING,),
                    rule=lambda: on("package_search", fault(), times=times), **more)

    def wrong(status, headers, body):
        return status, headers, json.dumps({"success": False, "error": {"__type": "Search Error", "message": "x"}}).encode()

    return [
        searches("line cut once", lambda: Drop(False), (0,)),
        searches("line cut each time", lambda: Drop(False), (3,), times=0, most_writes=0),
        searches("429 with Retry-After: 1, once", NAMED["429-retry-after"], (0,)),
        searches("503 once", NAMED["503"], (0,)),
        searches("503 each time", NAMED["503"], (3,), times=0, most_writes=0),
        searches("answer cut in its middle, once", HalfBody, (0,)),
        searches("answer is half of a JSON text, each time", HalfJson, (3,), times=0, most_writes=0),
        searches("login page with status 200", lambda: Answer(200, LOGIN_PAGE), (3,), times=0, most_writes=0),
        searches("200 with success: false", lambda: Changed(wrong), (3, 4), times=0, most_writes=0),
        searches("404 as a page", lambda: Answer(404, b"<html><h1>Not Found</h1></html>"), (3,), times=0, most_writes=0),
        searches("redirect to a login page on another host", lambda: Answer(
            302, headers={"Location": "http://localhost:9/login"}), (3,), times=0, most_writes=0),
        searches("redirect in a circle", lambda: Answer(
            302, headers={"Location": "/ckan/api/3/action/package_search"}), (3,), times=0, most_writes=0),
        searches("answer in drops, 0.2 s apart", Slow, (0,)),
        Case("every second request is cut before it reaches CKAN", (0, 3), (NOTHING, PRIVATE),
             rule=lambda: lambda seen: Drop(False) if seen.number % 2 else None),
        Case("every answer is lost from the first write on", (3,), (NOTHING, PRIVATE, NEW),
             rule=lambda: after_first_write(lambda: Drop(True))),
        Case("CKAN does not answer any more from the first write on", (3,), (NOTHING,),
             rule=lambda: after_first_write(lambda: Drop(False))),
    ]


def after_first_write(fault):
    begun = []

    def rule(seen):
        if seen.writes:
            begun.append(seen)
        return fault() if begun else None

    return rule


def datastore() -> list:
    def case(what: str, action: str, fault, exits, remains, changed=False, **more):
        return Case(f"{what}, with `--datastore`: `{action}`", exits, remains, changed, lambda: on(action, fault()),
                    words=("--datastore",), **more)

    return [
        case("line cut before it reached CKAN", "datastore_create", lambda: Drop(False), (0, 3), (PRIVATE,)),
        case("line cut after it reached CKAN", "datastore_create", lambda: Drop(True), (0, 3), (PRIVATE,)),
        case("503 with Retry-After: 1", "datastore_create", NAMED["503-retry-after"], (0,), (PRIVATE,)),
        case("line cut before it reached CKAN", "package_revise", lambda: Drop(False), (0, 3), (PRIVATE,)),
        case("delivered to CKAN twice", "datastore_create", Twice, (0, 3, 4), (PRIVATE,)),
    ]


def connection() -> list:
    def nobody(_run):
        with FaultProxy("http://127.0.0.1:9/ckan") as line:
            return line.url  # its port is free again

    return [
        Case("no server at that port", (3,), (NOTHING,), to=nobody),
        Case("no host of that name", (3,), (NOTHING,), to=lambda run: "http://catalogue.invalid/ckan"),
        Case("the address without `/ckan`", (3, 4), (NOTHING,), to=lambda run: run.ckan.url.removesuffix("/ckan"),
             most_writes=0),
        Case("a web server that is no CKAN", (3, 4), (NOTHING,), most_writes=0, rule=lambda: lambda seen: Answer(
            200 if seen.method == "GET" else 405, b"<html>hello</html>")),
        Case("a proxy (`--proxy`) that is not there", (3,), (NOTHING,), words=("--proxy", "http://127.0.0.1:9")),
    ]


def all_cases() -> list:
    return [*writes(), large_upload(), *reads(), *datastore(), *connection()]
