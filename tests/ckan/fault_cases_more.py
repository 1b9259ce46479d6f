# SPDX-License-Identifier: Apache-2.0
"""The fault cases of packages, people, rights and set-ups."""
import json
import ssl
import subprocess

from fault_case import BYTES, NEW, NOTHING, OLD, PRIVATE, Case
from proxy import Answer, Elsewhere, FaultProxy, on


# --- What is published
def edited(**changes):
    """The descriptor with some members changed; None takes one out."""

    def spoil(run):
        file = run.package.folder / "datapackage.json"
        run.whole = file.read_text("utf-8")
        descriptor = json.loads(run.whole)
        for path, value in changes.items():
            *parents, last = path.split("__")
            there = descriptor
            for parent in parents:
                there = there[int(parent)] if isinstance(there, list) else there[parent]
            if value is None:
                del there[last]
            else:
                there[last] = value
        file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")

    return spoil


def whole_again(run):
    run.package.write()


def spoil_file(change):
    def spoil(run):
        change(run.package.folder)

    return spoil


def link_outside(folder):
    outside = folder.parent / f"{folder.name}-outside.csv"
    (folder / "map.csv").rename(outside)
    (folder / "map.csv").symlink_to(outside)


def unlink_first(run):
    (run.package.folder / "map.csv").unlink(missing_ok=True)
    run.package.write()


def packages() -> list:
    def case(what: str, spoil, **more):
        return Case(what, (2, 3, 4), (NOTHING,), spoil=spoil, repair=whole_again, most_writes=0, **more)

    return [
        case("a file edited after the check", spoil_file(lambda folder: (folder / "map.csv").write_bytes(b"ID\r\n1\r\n"))),
        case("a file gone", spoil_file(lambda folder: (folder / "map.csv").unlink())),
        case("a path that leaves the folder (`../`)", edited(resources__0__path="../map.csv")),
        case("an absolute path", edited(resources__0__path="/etc/passwd")),
        Case("a link that leads out of the folder", (2, 3, 4), (NOTHING,), spoil=spoil_file(link_outside),
             repair=unlink_first, most_writes=0),
        case("no title", edited(title=None)),
        case("no organisation", edited(ckan__organization=None)),
        case("an organisation that is not there", edited(ckan__organization="99999")),
        case("a licence that the catalogue does not have", edited(licenses=[{"name": "pdl-1.0"}])),
        case("a tag with `・`", edited(keywords=["防災・避難"])),
        case("a tag of one character", edited(keywords=["災"])),
        case("a name that CKAN does not take", edited(ckan__name="通学路")),
        case("a title of 40,000 bytes", edited(title="長" * 13400)),
        case("a descriptor that is no JSON", spoil_file(lambda folder: (folder / "datapackage.json").write_text("{"))),
        case("two packages of one name in one run", lambda run: None, words=lambda run: (run.package.folder,)),
    ]


# --- Rights
def rights() -> list:
    return [
        Case("a token that CKAN does not know", (4,), (NOTHING,), who="eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ4In0.AAAA",
             most_writes=0),
        Case("no token", (4,), (NOTHING,), who="", most_writes=0),
        Case("a token of another organisation's editor", (4,), (NOTHING,), who="neighbour", most_writes=0),
        Case("a token of another organisation's editor, dataset there already", (4,), (OLD,), True,
             who="neighbour"),
        Case("a token that loses its rights between plan and apply", (3, 4), (OLD,), True,
             rule=lambda: on("package_revise", Answer(403, json.dumps({
                 "success": False, "error": {"__type": "Authorization Error", "message": "Access denied"}}).encode(),
                 "application/json"))),
        Case("a name that another organisation has", (4,), (NEW, OLD, NOTHING, PRIVATE), heals=False, spoil=taken_by_neighbour,
             repair=given_back, most_writes=0),
    ]


def taken_by_neighbour(run):
    run.ckan.call("package_create", {"name": run.name, "title": "山口市", "owner_org": "35203"}, "neighbour")
    run.old = run.ckan.state(run.name)


def given_back(run):
    assert run.ckan.state(run.name) == run.old


# --- Other people and the state of the catalogue
def others() -> list:
    def withdrawn(run):
        run.ckan.call("package_delete", {"id": run.name}, "colleague")
        run.old = run.ckan.state(run.name)

    def without_file(run):
        package = run.ckan.call("package_show", {"id": run.name})
        run.ckan.call("resource_delete", {"id": package["resources"][1]["id"]}, "colleague")
        run.old = run.ckan.state(run.name)

    def hidden(run):
        run.ckan.call("package_patch", {"id": run.name, "private": True}, "colleague")
        run.old = run.ckan.state(run.name)
        run.wanted = run.wanted | {"private": True}

    def other_hash(run):
        package = run.ckan.call("package_show", {"id": run.name})
        run.ckan.call("resource_patch", {"id": package["resources"][0]["id"], "hash": "sha256:" + "0" * 64}, "colleague")
        run.old = run.ckan.state(run.name)

    return [
        Case("a colleague deleted the dataset before", (0, 4), (OLD,), True, spoil=withdrawn, heals=False),
        Case("a colleague deleted one of its files before", (0,), (OLD,), True, spoil=without_file),
        Case("a colleague made it private before: it stays so", (0,), (OLD,), True, spoil=hidden, heals=False),
        Case("a wrong hash stands in the catalogue", (0,), (OLD,), True, spoil=other_hash),
    ]


# --- Servers set up otherwise
THERE = []  # addresses of those that were started


def beside(**settings):
    """Another web server over the same data; it goes at the end of the case."""

    def spoil(run):
        run.server = run.ckan.beside(**settings)
        run.other = run.server.__enter__()
        THERE.append(run.other)

    return spoil


def other_server(run):
    return run.other


def stop_beside(run):
    run.server.__exit__(None, None, None)


def servers() -> list:
    def too_large(run):
        beside(ckan__max_resource_size="1")(run)
        run.package.rows += [[f"B{n}", "長い" * 200, "安全", "34.1", "131.9", "1"] for n in range(3000)]
        run.package.write()

    def small_again(run):
        stop_beside(run)
        del run.package.rows[12:]
        run.package.write()

    def while_writing(action: str, request: str, remains, changed: bool, exits=(3,)):
        """Its search engine goes down just before this write: the server without one gets it."""
        return Case(f"the search engine (Solr) goes down before {request}", exits, remains, changed,
                    spoil=beside(solr_url="http://127.0.0.1:9/solr/ckan"), repair=stop_beside,
                    rule=lambda: lambda seen: Elsewhere(THERE[-1]) if seen.action == action else None)

    plugins = "activity text_view image_view datatables_view resource_proxy geo_view geojson_view"
    return [
        Case("the search engine (Solr) is down, new dataset", (3,), (NOTHING,), to=other_server, repair=stop_beside,
             spoil=beside(solr_url="http://127.0.0.1:9/solr/ckan")),
        Case("the search engine (Solr) is down, published dataset", (3,), (OLD,), True, to=other_server,
             repair=stop_beside, spoil=beside(solr_url="http://127.0.0.1:9/solr/ckan")),
        # CKAN 2.12 keeps what it could not index: the publisher finds its own half there and completes it.
        while_writing("package_create", "the dataset is made", (NOTHING,), False, (0, 3)),
        while_writing("package_revise", "the files of a new dataset are sent", (PRIVATE,), False),
        while_writing("package_revise", "a published dataset is updated", (OLD, BYTES), True),
        Case("a file larger than the catalogue takes, new dataset", (3, 4), (NOTHING, PRIVATE), to=other_server,
             spoil=too_large, repair=small_again),
        Case("a file larger than the catalogue takes, published dataset", (3, 4), (OLD,), True, to=other_server,
             spoil=too_large, repair=small_again),
        Case("a search that lags behind every write", (0,), (NOTHING,), to=other_server, repair=stop_beside,
             spoil=beside(ckan__search__solr_commit="false")),
        Case("a search that lags behind, published dataset", (0,), (OLD,), True, to=other_server, repair=stop_beside,
             spoil=beside(ckan__search__solr_commit="false")),
        Case("`--datastore` where the catalogue has none: the plan says so", (0,), (NOTHING,), to=other_server,
             words=lambda run: ("--datastore",),
             repair=stop_beside, spoil=beside(ckan__plugins=plugins)),
        Case("a catalogue that hides its version", (0,), (NOTHING,), to=other_server, repair=stop_beside,
             spoil=beside(ckan__hide_version="true")),
    ]


# --- TLS
def certificate(folder):
    """Signed by nobody but itself, for 127.0.0.1."""
    pem = folder / "server.pem"
    if not pem.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", pem.with_suffix(".key"), "-out", pem],
                       check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, pem.with_suffix(".key"))
    return context


def tls_server(run):
    run.tls = FaultProxy(run.ckan.url, tls=certificate(run.work.folder))
    return run.tls.__enter__().url


def stop_tls(run):
    run.tls.__exit__()


def tls() -> list:
    pem = "server.pem"  # in the folder that the program runs in
    return [
        Case("a certificate that nobody vouches for", (3,), (NOTHING,), to=tls_server, repair=stop_tls),
        Case("the same with `--insecure`", (0,), (NOTHING,), to=tls_server, words=("--insecure",), repair=stop_tls),
        Case("the same with `--ca-bundle`", (0,), (NOTHING,), to=tls_server, words=("--ca-bundle", pem), repair=stop_tls),
        Case("`--ca-bundle` names a file that is not there", (2, 3, 4), (NOTHING,), to=tls_server,
             words=("--ca-bundle", "none.pem"), repair=stop_tls),
    ]


def all_cases() -> list:
    return [*packages(), *rights(), *others(), *servers(), *tls()]
