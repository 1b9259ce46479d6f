# SPDX-License-Identifier: Apache-2.0
"""CKAN itself: its settings and its web server."""
import json
import pathlib
import secrets

from home import HERE, Place
from processes import ENVIRONMENT, answer, run, start, wait_for

PLUGINS = "activity datastore text_view image_view datatables_view resource_proxy geo_view geojson_view"
# CKAN's commands ask for these sections.
LOGGING = """
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = WARNING
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = plain
[formatter_plain]
format = %(asctime)s %(levelname)s %(name)s %(message)s
"""


def settings(place: Place, state: dict) -> dict:
    ports, secret = state["ports"], state.setdefault("secret", secrets.token_urlsafe(32))
    database = f"@127.0.0.1:{ports['postgres']}"
    return {
        "use": "egg:ckan",
        "SECRET_KEY": secret,
        "beaker.session.secret": secret,
        "beaker.session.validate_key": secret,
        "WTF_CSRF_SECRET_KEY": secret,
        "api_token.jwt.encode.secret": "string:" + secret,
        "api_token.jwt.decode.secret": "string:" + secret,
        "sqlalchemy.url": f"postgresql://ckan{database}/ckan",
        "ckan.datastore.write_url": f"postgresql://ckan{database}/datastore",
        "ckan.datastore.read_url": f"postgresql://datastore_ro{database}/datastore",
        "solr_url": f"http://127.0.0.1:{ports['solr']}/solr/ckan",
        "ckan.redis.url": f"redis://127.0.0.1:{ports['redis']}/0",
        "ckan.site_id": "anzenmap",
        "ckan.site_title": "オープンデータカタログ",
        "ckan.site_url": f"http://127.0.0.1:{ports['web']}",  # without the mount path
        "ckan.root_path": "/ckan/{{LANG}}",
        "ckan.storage_path": str(place.storage),
        "ckan.locale_default": "ja",
        "ckan.locales_offered": "ja en",
        "ckan.max_resource_size": "100",
        "ckan.plugins": PLUGINS,
        "ckan.views.default_views": "image_view text_view datatables_view geojson_view",
        "ckan.auth.create_user_via_web": "false",
    }


def write_settings(file: pathlib.Path, values: dict) -> None:
    lines = ["[DEFAULT]", "debug = false", "[app:main]"] + [f"{name} = {value}" for name, value in values.items()]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text("\n".join(lines) + LOGGING, encoding="utf-8")


def make_site(place: Place, state: dict, sql) -> None:
    """Tables, rights, users and tokens of a new CKAN."""
    log = place.log("make")
    command = [place.venv / "bin/ckan", "-c", place.ini]
    run([*command, "db", "init"], log)
    sql(place, state, "datastore", run([*command, "datastore", "set-permissions"], log))
    run([place.venv / "bin/python", HERE / "seed.py", place.ini, place.tokens], log)


def start_web(place: Place, ini: pathlib.Path, port: int, name: str = "web") -> dict:
    log = place.log(name)
    # No control socket: it would lie in the home folder, one for all servers.
    process = start([place.venv / "bin/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "--timeout", "300",
                     "--no-control-socket", "--access-logfile", place.log(f"{name}-requests"), "--access-logformat",
                     "%(t)s %(m)s %(U)s %(s)s %(b)s bytes %(L)s s", "--chdir", HERE,
                     "wsgi:application"], log, env={**ENVIRONMENT, "CKAN_INI": str(ini)}, cwd=place.root)
    wait_for("CKAN", lambda: answers(f"http://127.0.0.1:{port}/ckan"), process, log, 120)
    return process


def answers(url: str) -> bool:
    return json.loads(answer(url + "/api/3/action/status_show"))["success"] is True
