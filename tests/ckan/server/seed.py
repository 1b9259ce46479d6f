# SPDX-License-Identifier: Apache-2.0
"""Users, organisations, a group and tokens, all in one process, since each `ckan` command starts for seconds. Run by
the Python that has CKAN: seed.py INI TOKEN_FOLDER."""
import os
import pathlib
import sys

from ckan import model
from ckan.cli import CKANConfigLoader
from ckan.config.middleware import make_app
from ckan.plugins.toolkit import get_action

ORGANIZATIONS = {"35215": "周南市", "35203": "山口市"}
# Who may edit where. The editor publishes; the colleague edits the same organisation by hand; the neighbour must not.
EDITORS = {"editor": "35215", "colleague": "35215", "neighbour": "35203"}


def seed(tokens: pathlib.Path) -> None:
    site = get_action("get_site_user")({"ignore_auth": True}, {})["name"]

    def act(action: str, /, **arguments):
        return get_action(action)({"user": site, "ignore_auth": True}, arguments)

    tokens.mkdir(mode=0o700, exist_ok=True)
    for name in [*EDITORS, "sysadmin"]:
        act("user_create", name=name, email=f"{name}@example.jp", password="anzenmap-" + name)
    model.User.get("sysadmin").sysadmin = True
    model.repo.commit()
    for name, title in ORGANIZATIONS.items():
        act("organization_create", name=name, title=title)
    for name, organization in EDITORS.items():
        act("organization_member_create", id=organization, username=name, role="editor")
    act("group_create", name="bousai", title="防災・安全")
    for name in [*EDITORS, "sysadmin"]:
        file = tokens / name
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(act("api_token_create", user=name, name="tests")["token"])


with make_app(CKANConfigLoader(sys.argv[1]).get_config())._wsgi_app.test_request_context():
    seed(pathlib.Path(sys.argv[2]))
