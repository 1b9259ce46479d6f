#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""ctest's set-up and clean-up: fixture.py up|down. What was running before is left running."""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "server"))
from home import Failure, Place  # noqa: E402
from pieces import program  # noqa: E402
from server import down, is_up, up  # noqa: E402

VERSION = os.environ.get("ANZENMAP_CKAN_VERSION") or "2.11.6"


def missing() -> list:
    """What only the system can give, and ./dev installs."""
    names = [name for name in ("redis-server", "java", "javac", "mvn", "psql") if not shutil.which(name)]
    try:
        program("initdb")
    except Failure:
        names.append("initdb")
    return names


def main() -> int:
    place = Place(VERSION)
    ours = place.home / f"started-by-tests-{VERSION}"
    if sys.argv[1] == "down":
        if ours.exists():
            down(place)
            ours.unlink()
        return 0
    if is_up(place.state()):
        return 0
    names = missing()
    if names or sys.platform != "linux":
        print(f"SKIP: a CKAN cannot be started here, for want of {', '.join(names) or 'Linux'}")
        return 77
    try:
        print(up(place, fresh=False)["url"])
    except (Failure, OSError, subprocess.SubprocessError) as failure:
        print(f"CKAN {VERSION} did not start: {failure}")
        return 1
    ours.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
