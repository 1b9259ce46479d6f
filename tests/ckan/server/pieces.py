# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL, Redis and Solr: what CKAN stands on, each on a loopback port and waited for by its own answer."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess

from home import HERE, Failure, Place, database_folder
from installing import class_path
from processes import answer, run, start, wait_for


# --- PostgreSQL
def program(name: str) -> str:
    """Debian keeps a server's programs out of PATH, a folder a version; the newest is taken."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    for folder in reversed(folders):
        if (folder / name).exists():
            return str(folder / name)
    found = shutil.which(name)
    if not found:
        raise Failure(f"PostgreSQL's {name} is not installed")
    return found


def as_database_user(words: list) -> list:
    if os.geteuid() != 0:
        return words
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *words]


def start_postgres(place: Place, state: dict) -> dict:
    log = place.log("postgres")
    data = pathlib.Path(state.setdefault("database", str(database_folder(place))))
    if not (data / "PG_VERSION").exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(data, "postgres", "postgres")
        run(as_database_user([program("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                              "--locale=C.UTF-8", "--no-sync"]), log, cwd="/")
    # Data of tests need not outlive a power cut.
    settings = {"port": state["ports"]["postgres"], "listen_addresses": "127.0.0.1", "unix_socket_directories": "",
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    words = [program("postgres"), "-D", data]
    for name, value in settings.items():
        words += ["-c", f"{name}={value}"]
    (data / "postmaster.pid").unlink(missing_ok=True)  # `up` has made sure that it is not running
    process = start(as_database_user(words), log, cwd="/")

    def ready() -> bool:
        return subprocess.run([program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(state["ports"]["postgres"])],
                              check=False).returncode == 0

    wait_for("PostgreSQL", ready, process, log, 60)
    return process


def sql(place: Place, state: dict, database: str, text: str) -> None:
    words = [program("psql"), "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", state["ports"]["postgres"], "-U",
             "postgres", "-d", database]
    run(words, place.log("psql"), text=text)


def make_databases(place: Place, state: dict) -> None:
    for role in ("ckan", "datastore_ro"):
        sql(place, state, "postgres", f"CREATE ROLE {role} LOGIN")
    for database in ("ckan", "datastore"):
        sql(place, state, "postgres", f"CREATE DATABASE {database} OWNER ckan")


# --- Redis
def start_redis(place: Place, state: dict) -> dict:
    log = place.log("redis")
    port = state["ports"]["redis"]
    process = start(["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir",
                     place.root], log)

    def ready() -> bool:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")

    wait_for("Redis", ready, process, log, 30)
    return process


# --- Solr
def make_solr_home(place: Place) -> pathlib.Path:
    folder = place.root / "solr"
    configuration = folder / "ckan/conf"
    if not configuration.exists():
        configuration.mkdir(parents=True)
        (folder / "solr.xml").write_text("<solr/>\n", encoding="utf-8")
        (folder / "ckan/core.properties").write_text("name=ckan\n", encoding="utf-8")
        # CKAN's schema names them.
        for name in ("synonyms.txt", "protwords.txt"):
            (configuration / name).touch()
        shutil.copy(HERE / "solr/solrconfig.xml", configuration)
        schema = next(place.venv.glob("lib/python3*/site-packages/ckan/config/solr/schema.xml"))
        shutil.copy(schema, configuration)
    return folder


def start_solr(place: Place, state: dict) -> dict:
    return start(["java", "-Xmx384m", "-XX:TieredStopAtLevel=1", f"-Dsolr.log.dir={place.logs}", "-cp",
                  class_path(place), "RunSolr", make_solr_home(place), state["ports"]["solr"]], place.log("solr"),
                 cwd=place.root)


def wait_for_solr(place: Place, state: dict, process: dict) -> None:
    url = f"http://127.0.0.1:{state['ports']['solr']}/solr/ckan/select?q=*:*&rows=0"
    wait_for("Solr", lambda: b"numFound" in answer(url), process, place.log("solr"), 120)


# How each piece is asked to end.
ENDING = {"web": signal.SIGTERM, "solr": signal.SIGTERM, "redis": signal.SIGTERM, "postgres": signal.SIGINT}
