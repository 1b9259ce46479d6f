# SPDX-License-Identifier: Apache-2.0
"""Writes the survey of make_rows as KML (as Google My Maps exports it: each answer in ExtendedData and again in the
description) and as GPX waypoints."""
import csv
from xml.sax.saxutils import escape

PLACES = ("緯度", "経度")


def kml(rows, out):
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
              '<Style id="icon-1899-0288D1-normal"><IconStyle><color>ffd18802</color></IconStyle></Style>\n'
              '<StyleMap id="icon-1899-0288D1"><Pair><key>normal</key><styleUrl>#icon-1899-0288D1-normal</styleUrl></Pair>'
              "</StyleMap>\n<Folder><name>1班</name>\n")
    for row in rows:
        fields = [(key, value) for key, value in row.items() if key not in PLACES and key != "名称"]
        described = "<br>".join(f"{key}: {value}" for key, value in fields).replace("\n", "<br>").replace("]]>", "")
        data = "".join(f'<Data name="{key}"><value>{escape(value)}</value></Data>' for key, value in fields)
        out.write(f"<Placemark><name>{escape(row['名称'])}</name>\n<description><![CDATA[{described}]]></description>\n"
                  f"<styleUrl>#icon-1899-0288D1</styleUrl>\n<ExtendedData>{data}</ExtendedData>\n"
                  f"<Point><coordinates>{row['経度']},{row['緯度']},0</coordinates></Point></Placemark>\n")
    out.write("</Folder></Document></kml>\n")


def gpx(rows, out):
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="bench" '
              'xmlns="http://www.topografix.com/GPX/1/1">\n')
    for row in rows:
        out.write(f'<wpt lat="{row["緯度"]}" lon="{row["経度"]}"><time>{row["調査日"]}T09:00:00+09:00</time>'
                  f"<name>{escape(row['名称'])}</name><desc>{escape(row['コメント'])}</desc>"
                  f"<type>{row['区分']}</type></wpt>\n")
    out.write("</gpx>\n")


def write(source, path):
    with open(source, encoding="utf-8-sig", newline="") as table, open(path, "w", encoding="utf-8") as out:
        (kml if str(path).endswith("kml") else gpx)(csv.DictReader(table), out)
