#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Brings the npm packages of the map page here and writes the C++ file that holds the page's parts.

  web_parts.py fetch LOCK FOLDER       downloads what the lock file names, checks its hashes, unpacks what is used;
                                       nothing is asked of the network when it is all there already
  web_parts.py embed ASSETS FOLDER OUT.cpp [--without]
                                       --without: this machine could not fetch; the program then tells so

The registry is the one that npm is set up with (NPM_CONFIG_REGISTRY, .npmrc, `npm config`), else npm's own."""
import base64
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request

NPM_DEFAULT = "https://registry.npmjs.org/"
USED = re.compile(r"^[^/]+/(dist/leaflet\.(js|css)|icons/[\w-]+\.svg|LICEN[CS]E[\w.]*)$")
TIMEOUT = 60


def registry() -> str:
    for name in ("NPM_CONFIG_REGISTRY", "npm_config_registry"):
        if os.environ.get(name):
            return os.environ[name]
    for folder in (pathlib.Path.cwd(), pathlib.Path.home()):
        settings = folder / ".npmrc"
        if settings.is_file():
            found = re.search(r"^\s*registry\s*=\s*(\S+)", settings.read_text(errors="replace"), re.M)
            if found:
                return found.group(1)
    if shutil.which("npm"):
        said = subprocess.run(["npm", "config", "get", "registry"], capture_output=True, text=True, check=False).stdout.strip()
        if re.match(r"https?://", said):
            return said
    return NPM_DEFAULT


def packages(lock: pathlib.Path) -> list:
    """Name, version and hash of each package of the lock file."""
    entries = json.loads(lock.read_text())["packages"]
    return [(path.removeprefix("node_modules/"), entry["version"], entry["integrity"])
            for path, entry in sorted(entries.items()) if path]


def check(name: str, data: bytes, integrity: str) -> None:
    algorithm, _, wanted = integrity.partition("-")
    if algorithm != "sha512" or base64.b64encode(hashlib.sha512(data).digest()).decode() != wanted:
        sys.exit(f"web_parts: what came as {name} is not what the lock file names")


def unpack(data: bytes, folder: pathlib.Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        for member in archive.getmembers():
            if not member.isfile() or not USED.match(member.name):
                continue
            target = folder / member.name.split("/", 1)[1]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.extractfile(member).read())


def fetch(lock: pathlib.Path, folder: pathlib.Path) -> None:
    wanted = packages(lock)
    mark = folder / "fetched.json"
    state = json.dumps(wanted)
    if mark.is_file() and mark.read_text() == state:
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    base = registry().rstrip("/")
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".web-parts-") as work:
        made = pathlib.Path(work) / "parts"
        for name, version, integrity in wanted:
            address = f"{base}/{name}/-/{name.split('/')[-1]}-{version}.tgz"
            try:
                with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
                    data = answer.read()
            except OSError as fault:
                sys.exit(f"web_parts: cannot fetch {name} {version} from the npm registry: {fault}")
            check(name, data, integrity)
            unpack(data, made / name)
        (made / "fetched.json").write_text(state)
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


# --- Embedding ---------------------------------------------------------------------------------------------------
def compact(path: pathlib.Path) -> str:
    """JSON without blanks, in the file's order; a broken file stops the build here."""
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":"))


def for_script(json_text: str) -> str:
    return json_text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def paths_of(file: pathlib.Path) -> list:
    return re.findall(r'<path[^>]*?\sd="([^"]+)"', re.sub(r"&#x[0-9A-Fa-f]+;|\s+", " ", file.read_text()))


def icons(assets: pathlib.Path, parts: pathlib.Path) -> str:
    wanted = json.loads((assets / "icons.json").read_text())
    maki = parts / "@mapbox/maki/icons"
    temaki = parts / "@rapideditor/temaki/icons"
    found = {file.stem: paths_of(file) for file in maki.glob("*.svg")} if wanted["maki"] == "all" else {}
    for name, source in wanted["temaki"].items():
        found[name] = paths_of(temaki / f"{source}.svg")
    found |= {name: [path] for name, path in wanted["own"].items()}
    return "\n".join(f"{name}\t{json.dumps(found[name])}" for name in sorted(found) if found[name])


SCRIPTS = ("language", "places", "symbols", "ground", "points", "details", "panel", "sheet", "main")


def uncommented(script: str) -> str:
    """Without lines that are comments alone and without indentation: a page is not where the code is read."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def style(*files: pathlib.Path) -> str:
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.S)).strip() + "\n"


def made_parts(assets: pathlib.Path, parts: pathlib.Path) -> dict:
    leaflet = parts / "leaflet"
    sources = [(assets / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    library = re.sub(r"\n//# sourceMappingURL=\S*", "", (leaflet / "dist/leaflet.js").read_text(encoding="utf-8")).strip() + "\n"
    application = uncommented("'use strict';\n(() => {\n" + "\n".join(sources) + "\n})();\n") + "\n"
    library_style = re.sub(r"url\((?!data:)[^)]*\)", "none", (leaflet / "dist/leaflet.css").read_text(encoding="utf-8"))
    look = style(assets / "style/page.css")
    page_style = re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", library_style, flags=re.S)).strip() + "\n" + look + \
        style(assets / "style/map.css", assets / "style/sheet.css")
    for text in (library, application, page_style):
        assert "</script" not in text and "</style" not in text
    licence = "Leaflet " + json.loads((parts / "fetched.json").read_text())[-1][1] + "\n" + (leaflet / "LICENSE").read_text()
    return {
        "leaflet.js": library,
        "map.js": application,
        "map.css": page_style,
        "icons": icons(assets, parts),
        "licences": licence + "\nMaki, Temaki: CC0 1.0\n",
    }


def own_parts(assets: pathlib.Path) -> dict:
    return {
        "map.html": (assets / "map.html").read_text(encoding="utf-8"),
        "page.css": style(assets / "style/page.css"),
        "report.css": style(assets / "style/page.css", assets / "style/report.css"),
        "words.json": for_script(compact(assets / "words.json")),
        "glossary.json": for_script(compact(assets / "glossary.json")),
        "tiles.json": compact(assets / "tiles.json"),
    }


def hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def literal(text: str) -> str:
    """Raw literals of at most some KiB each: what compilers surely take. With sv none counts the characters again:
    clang gives up on a constant of that many steps."""
    data = [text[at : at + 8000] for at in range(0, len(text), 8000)] or [""]
    return "\n".join(f'R"anzenmap~({piece})anzenmap~"' for piece in data) + "sv"


TEMPLATE = """// Made by cmake/web_parts.py; change exporters/web/assets/ instead.
#include "exporters/web/web_parts.hpp"

namespace anzenmap {{
namespace {{

using std::string_view_literals::operator""sv;

struct Part {{
  std::string_view name;
  std::string_view text;
  std::string_view hash;
}};

constexpr Part kParts[] = {{
{parts}
}};

}}  // namespace

bool web_parts_present() {{ return {present}; }}

std::string_view web_part(std::string_view name) {{
  for (const Part& part : kParts)
    if (part.name == name) return part.text;
  return {{}};
}}

std::string_view web_part_hash(std::string_view name) {{
  for (const Part& part : kParts)
    if (part.name == name) return part.hash;
  return {{}};
}}

}}  // namespace anzenmap
"""


def embed(assets: pathlib.Path, parts: pathlib.Path, out: pathlib.Path, without: bool) -> None:
    made = own_parts(assets)
    if not without:
        made |= made_parts(assets, parts)
    rows = ",\n".join(f'{{"{name}",\n{literal(text)},\n"{hash_of(text)}"}}' for name, text in made.items())
    out.parent.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(parts=rows, present="false" if without else "true")
    if not out.is_file() or out.read_text(encoding="utf-8") != text:
        out.write_text(text, encoding="utf-8")
    else:
        out.touch()


def main() -> None:
    if sys.argv[1] == "fetch":
        fetch(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    else:
        embed(*(pathlib.Path(argument) for argument in sys.argv[2:5]), without="--without" in sys.argv[5:])


if __name__ == "__main__":
    main()
