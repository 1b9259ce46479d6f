#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A file of 1 GiB goes up, is checked and comes back in less than 64 MiB of memory."""
import hashlib
import json
import os

from catalogue import running
from publishing import Workplace, publish_words

CKAN = running()
TOKEN = CKAN.tokens["editor"]
BYTES = 1 << 30
LIMIT = 64 << 20


def peak(work: Workplace, *words) -> int:
    """Runs to the end; the most memory that it held, in bytes."""
    with open(work.folder / "out.txt", "wb") as out:
        process = work.start(*words, token=TOKEN, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (work.folder / "out.txt").read_text("utf-8")
    return usage.ru_maxrss * 1024


def large_package(work: Workplace):
    package = work.package("srv-large")
    file = package.folder / "points.bin"
    with file.open("wb") as stream:
        stream.truncate(BYTES)  # a hole: no disk is filled here
    digest = hashlib.sha256()
    for _ in range(BYTES >> 20):
        digest.update(bytes(1 << 20))
    descriptor = json.loads((package.folder / "datapackage.json").read_text("utf-8"))
    descriptor["resources"].append({"name": "points", "path": file.name, "format": "BIN", "bytes": BYTES,
                                    "hash": "sha256:" + digest.hexdigest(), "mediatype": "application/octet-stream"})
    (package.folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    return package, digest.hexdigest()


def main():
    with Workplace() as work:
        CKAN.purge(["srv-large"])
        package, digest = large_package(work)
        with CKAN.beside(ckan__max_resource_size="1100") as url:
            up = peak(work, *publish_words([package], url, "--verify", "full"))
            down = peak(work, "catalogue", "pull", "srv-large", "--from", url, "--output", work.folder / "pulled")
        pulled = next(file for file in (work.folder / "pulled" / "srv-large").iterdir() if file.stat().st_size == BYTES)
        with pulled.open("rb") as stream:
            assert hashlib.file_digest(stream, "sha256").hexdigest() == digest
        print(f"memory: {up >> 20} MiB to publish, {down >> 20} MiB to pull {BYTES >> 20} MiB")
        assert up < LIMIT and down < LIMIT
        free_disk()


def free_disk():
    """Purging leaves the file on CKAN's disk."""
    shown = CKAN.call("package_show", {"id": "srv-large"})
    for resource in shown["resources"]:
        file = CKAN.place.storage / "resources" / resource["id"][:3] / resource["id"][3:6] / resource["id"][6:]
        if resource["size"] == BYTES:
            file.unlink()
    CKAN.purge(["srv-large"])


if __name__ == "__main__":
    main()
