#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws docs/picture.svg, the map that the README shows, from what `anzenmap convert` makes of a sample.

  make_picture.py [--check]     --check writes nothing and fails when the picture is not the one of today

Colours are the ones of the profile; shapes differ too, so that nobody needs to tell colours apart. No background map:
the picture holds nothing but the sample's own records. $ANZENMAP is the program, build/anzenmap by default."""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
SAMPLE = ROOT / "samples" / "syuuyou-excel" / "周陽小安全マップ.xlsx"
TITLE = "周陽小学校 4年生の安全マップ（見本）"

WIDTH, HEIGHT = 960, 620
MAP = (24, 64, 700, 532)  # x, y, width, height
LEGEND_X = 748
MARGIN = 70  # free space around the outermost places, for their labels
METRES_PER_DEGREE = 111_320.0  # at the equator; good to 0.5 % for a scale bar

# Shape by 区分; the colour comes from the profile.
SHAPES = {
    "危険": '<path d="M0,-11 L10.5,8 L-10.5,8 Z"{paint}/>',
    "安全": '<circle r="9"{paint}/>',
    "施設": '<rect x="-8.5" y="-8.5" width="17" height="17"{paint}/>',
    "通学路": '<path d="M0,-11 L11,0 L0,11 L-11,0 Z"{paint}/>',
}


def anzenmap(*arguments: str) -> str:
    program = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode("utf-8", "replace"))
    return done.stdout.decode()


def features() -> list:
    with tempfile.TemporaryDirectory(prefix="anzenmap-picture-") as folder:
        anzenmap("convert", str(SAMPLE), "--name", "map", "--format", "geojson", "--output", folder, "--quiet")
        return json.loads((pathlib.Path(folder) / "map.geojson").read_text())["features"]


def colours() -> dict:
    categories = json.loads(anzenmap("profile", "show", "safety-map", "--json"))
    categories = categories.get("profile", categories)["categories"]["区分"]
    return {label["label"]: label["colour"] for label in categories}


class Projection:
    """Equirectangular around the middle of the places: straight enough for a school district."""

    def __init__(self, places: list):
        west, east = min(p[0] for p in places), max(p[0] for p in places)
        south, north = min(p[1] for p in places), max(p[1] for p in places)
        self.middle = ((west + east) / 2, (south + north) / 2)
        self.shrink = math.cos(math.radians(self.middle[1]))
        x, y, width, height = MAP
        self.scale = min((width - 2 * MARGIN) / max((east - west) * self.shrink, 1e-6),
                         (height - 2 * MARGIN) / max(north - south, 1e-6))
        self.centre = (x + width / 2, y + height / 2)

    def __call__(self, place: list) -> tuple:
        return (self.centre[0] + (place[0] - self.middle[0]) * self.shrink * self.scale,
                self.centre[1] - (place[1] - self.middle[1]) * self.scale)

    def pixels(self, metres: float) -> float:
        return metres / METRES_PER_DEGREE * self.scale


def width_of(text: str, size: float) -> float:
    return sum(size if ord(c) > 0x2E7F else size * 0.55 for c in text)


def overlap(a: tuple, b: tuple) -> float:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return max(across, 0) * max(down, 0)


def place_labels(points: list, size: float) -> list:
    """[(x, y, anchor)]: right, left, above or below of the mark, where the least is hidden."""
    marks = [(x - 12, y - 12, x + 12, y + 12) for x, y, _ in points]
    taken, spots = list(marks), []
    x0, y0, width, height = MAP
    for x, y, text in points:
        long = width_of(text, size)
        best = None
        for anchor, left, base in (("start", x + 15, y + 5), ("end", x - 15 - long, y + 5),
                                   ("middle", x - long / 2, y - 16), ("middle", x - long / 2, y + 25)):
            box = (left, base - size, left + long, base + 4)
            outside = box[0] < x0 or box[2] > x0 + width or box[1] < y0 or box[3] > y0 + height
            cost = sum(overlap(box, other) for other in taken) + (1e6 if outside else 0)
            if best is None or cost < best[0]:
                at = {"start": left, "end": left + long, "middle": left + long / 2}[anchor]
                best = (cost, at, base, anchor, box)
        taken.append(best[4])
        spots.append(best[1:4])
    return spots


def mark(kind: str, colour: str, x: float, y: float) -> str:
    paint = f' fill="{colour}" stroke="#ffffff" stroke-width="1.5"'
    shape = SHAPES.get(kind, SHAPES["安全"]).format(paint=paint)
    return f'<g transform="translate({x:.1f},{y:.1f})">{shape}</g>'


def text(x: float, y: float, words: str, size: float, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{more}>{escape(words)}</text>'


def legend(counts: dict, colour: dict) -> list:
    out = [text(LEGEND_X, 90, "区分", 17, ' font-weight="bold"')]
    y = 122
    for kind in SHAPES:
        if kind not in counts:
            continue
        out.append(mark(kind, colour[kind], LEGEND_X + 12, y - 5))
        out.append(text(LEGEND_X + 34, y, f"{kind}（{counts[kind]}か所）", 16))
        y += 34
    return out


def scale_bar(projection: Projection) -> list:
    metres = next(m for m in (1000, 500, 200, 100, 50, 20, 10) if projection.pixels(m) <= 180 or m == 10)
    long, x, y = projection.pixels(metres), LEGEND_X, MAP[1] + MAP[3] - 18
    bar = f'<path d="M{x},{y - 8} v8 h{long:.1f} v-8" fill="none" stroke="#333333" stroke-width="2"/>'
    return [bar, text(x, y - 16, f"{metres} m", 14)]


def north_arrow() -> list:
    x, y = LEGEND_X + 20, MAP[1] + MAP[3] - 100
    arrow = f'<path d="M{x},{y - 44} l11,38 l-11,-8 l-11,8 Z" fill="#333333"/>'
    return [arrow, text(x, y - 50, "北", 15, ' text-anchor="middle"')]


def draw() -> str:
    records, colour = features(), colours()
    projection = Projection([record["geometry"]["coordinates"] for record in records])
    points = [(*projection(record["geometry"]["coordinates"]), record["properties"]["名称"]) for record in records]
    kinds = [record["properties"]["区分"] for record in records]
    x, y, width, height = MAP
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="\'Noto Sans JP\', \'Noto Sans CJK JP\', \'Hiragino Sans\', \'Yu Gothic\', Meiryo, sans-serif" '
        'fill="#222222" role="img" aria-labelledby="title description">',
        "<!-- Made by docs/make_picture.py; do not edit. -->",
        f'<title id="title">{escape(TITLE)}</title>',
        f'<desc id="description">学級の調査から作った地図。{len(records)}か所を区分ごとに色と形を変えて示す。'
        f'A map made of a class survey: {len(records)} places, with a colour and a shape for each kind.</desc>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(24, 42, TITLE, 22, ' font-weight="bold"'),
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="#f6f4ee" stroke="#c9c4b5"/>',
    ]
    out += [mark(kind, colour[kind], px, py) for kind, (px, py, _) in zip(kinds, points)]
    halo = ' stroke="#f6f4ee" stroke-width="4" stroke-linejoin="round" paint-order="stroke" text-anchor="{}"'
    out += [text(lx, ly, name, 15, halo.format(anchor))
            for (lx, ly, anchor), (_, _, name) in zip(place_labels(points, 15), points)]
    out += legend({kind: kinds.count(kind) for kind in kinds}, colour) + north_arrow() + scale_bar(projection)
    return "\n".join(out) + "\n</svg>\n"


def main() -> int:
    picture = draw()
    if "--check" in sys.argv[1:]:
        if PICTURE.exists() and PICTURE.read_text() == picture:
            return 0
        print("stale picture; make it with: docs/make_picture.py")
        return 1
    PICTURE.write_text(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
