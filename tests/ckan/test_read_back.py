#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a real CKAN holds comes back whole: members, extras, keys, Table Schema and bytes; what others added does not
get in the way; a file that was replaced or lost on the server is found."""
import json
import subprocess
import sys
import uuid

from catalogue import running
from publishing import Workplace
from test_directory import FRICTIONLESS, tree

CKAN = running()
TOKEN = CKAN.tokens["editor"]
NAME = "static-read-back"
METADATA = {
    "version": "2.1", "homepage": "https://example.jp/anzen", "frequency": "ANNUAL",
    "contributors": [{"title": "生活安全課", "email": "s@example.jp", "role": "author"},
                     {"title": "情報管理課", "email": "j@example.jp", "role": "maintainer"}],
    "sources": [{"title": "国土数値情報", "attribution": "「国土数値情報」を加工して作成"}],
    "spatial": {"bbox": [131.5, 33.9, 132.25, 34.1]}, "temporal": {"start": "2024-04-01", "end": "2025-03-31"},
    "ckan": {"extras": {"担当": "防災係", "改行": "一\n二 <&\"'>"}},
}


def upload(dataset: str, file_name: str, data: bytes, **fields) -> dict:
    """As somebody does in the browser, or with another program."""
    boundary = uuid.uuid4().hex
    body = b""
    for key, value in {"package_id": dataset, **fields}.items():
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
    body += f'--{boundary}\r\nContent-Disposition: form-data; name="upload"; filename="{file_name}"\r\n\r\n'.encode()
    body += data + f"\r\n--{boundary}--\r\n".encode()
    action = "resource_patch" if "id" in fields else "resource_create"
    done = subprocess.run(["curl", "-sS", "--noproxy", "*", "-H", "Authorization: " + TOKEN, "-H",
                           f"Content-Type: multipart/form-data; boundary={boundary}", "--data-binary", "@-",
                           f"{CKAN.url}/api/3/action/{action}"], input=body, capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["success"], answer
    return answer["result"]


def pull(work: Workplace, to: str, exit: int = 0):
    done = work.run("catalogue", "pull", NAME, "--from", CKAN.url, "--output", to, "--json", token=TOKEN)
    assert done.exit == exit, done.told()
    return work.folder / to / NAME


def check(work: Workplace):
    return work.run("catalogue", "check", NAME, "--from", CKAN.url, "--json", token=TOKEN)


def comes_back(work: Workplace, package):
    folder = pull(work, "first")
    made = json.loads((folder / "datapackage.json").read_text("utf-8"))
    went = json.loads((package.folder / "datapackage.json").read_text("utf-8"))
    for member in ("title", "description", "version", "homepage", "contributors", "spatial", "temporal", "frequency"):
        assert made[member] == went[member], member
    assert sorted(made["keywords"]) == sorted(went["keywords"])
    assert made["licenses"][0]["name"] == went["licenses"][0]["name"]
    assert made["ckan"]["organization"] == went["ckan"]["organization"]
    extras = {extra["key"]: extra["value"] for extra in made["ckan"]["extras"]}
    assert extras["改行"] == METADATA["ckan"]["extras"]["改行"] and extras["担当"] == "防災係", extras
    assert extras["出典"] == "「国土数値情報」を加工して作成"
    for one, other in zip(made["resources"], went["resources"]):
        assert (folder / one["path"]).read_bytes() == (package.folder / other["path"]).read_bytes()
        for member in ("name", "title", "encoding", "mediatype", "bytes", "hash"):
            assert one[member] == other[member], member
        assert one["format"] == other["format"].lower()
    assert made["resources"][0]["schema"] == went["resources"][0]["schema"]
    if FRICTIONLESS.exists():
        done = subprocess.run([FRICTIONLESS, "validate", folder / "datapackage.json"], capture_output=True)
        assert done.returncode == 0, done.stdout.decode()
    again = work.run("publish", folder, "--to", CKAN.url, "--dry-run", "--detailed-exitcode", token=TOKEN)
    assert again.exit == 0, again.told()
    assert tree(pull(work, "second")) == tree(folder)
    pull(work, "second", exit=4)  # there are files now


def others_beside(work: Workplace, package):
    """Names as other people and programs leave them; a link to another site."""
    upload(NAME, "../../../../evil.csv", b"evil", name="よそのもの")
    upload(NAME, "避難所.csv", b"half a name", name="名前の半分")
    upload(NAME, "datapackage.json", b"{}", name="うそ")
    upload(NAME, "map.csv", b"same name", name="同じ名前")
    CKAN.call("resource_create", {"package_id": NAME, "name": "リンク", "url": "https://example.com/a.csv"})
    before = {path for path in work.folder.rglob("*")}
    folder = pull(work, "third")
    made = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert len(made["resources"]) == 6, made["resources"]
    assert len({resource["name"] for resource in made["resources"]}) == 6
    for resource in made["resources"]:
        assert (folder / resource["path"]).read_bytes(), resource
    came = {path for path in work.folder.rglob("*")} - before - {folder.parent, folder}
    assert all(path.parent == folder for path in came) and len(came) == 7, came
    again = work.run("publish", package.folder, "--to", CKAN.url, "--audience", "public", "--dry-run",
                     "--detailed-exitcode", token=TOKEN)
    assert again.exit == 0, again.told()


def spoiled(work: Workplace):
    """The bytes on the server are others, their description is not: as after a write that CKAN refused too late."""
    assert check(work).exit == 0
    resource = next(one for one in CKAN.call("package_show", {"id": NAME})["resources"] if one["format"] == "CSV")
    upload(NAME, "map.csv", b"ID\r\nspoiled\r\n", id=resource["id"], hash=resource["hash"])
    done = check(work)
    assert done.exit == 1, done.told()
    assert "CK978" in done.out, done.told()
    pull(work, "fourth", exit=3)
    assert not list((work.folder).glob("fourth/**/*.csv")), list((work.folder / "fourth").rglob("*"))


def main() -> int:
    CKAN.purge([NAME])
    with Workplace() as work:
        package = work.package(NAME, "packages", metadata=METADATA)
        done = work.publish([package], CKAN.url, token=TOKEN)
        assert done.exit == 0, done.told()
        comes_back(work, package)
        others_beside(work, package)
        spoiled(work)
    CKAN.purge([NAME])
    return 0


if __name__ == "__main__":
    sys.exit(main())
