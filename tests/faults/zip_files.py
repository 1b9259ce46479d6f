# SPDX-License-Identifier: Apache-2.0
"""ZIP files written byte by byte, so that they may be what no program would write: bombs, lies about sizes, wrong
checksums. And the parts of a small workbook to put into them."""
import dataclasses
import struct
import zlib

DEFLATED = 8
MIB = 1 << 20
BLOCK = 32 * MIB  # packs the better, the longer


@dataclasses.dataclass
class Part:
    name: str
    packed: bytes
    size: int
    crc: int
    method: int = DEFLATED
    flags: int = 0x800  # names are UTF-8


def part(name, text, **more):
    text = text if isinstance(text, bytes) else text.encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Part(name, packer.compress(text) + packer.flush(), len(text), zlib.crc32(text), **more)


def bomb(name, start, piece, mib, end, told=None):
    """`start`, `piece` as often as fills `mib` MiB, `end`; made in no time, as a full flush makes packed blocks that
    may be repeated. `told`: the size that the directory tells instead. Past 64 MiB nobody reads to the check sum."""
    block = piece.encode() * (min(BLOCK, mib * MIB) // len(piece.encode()))
    times = max(1, mib * MIB // BLOCK)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(start.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(end.encode()) + packer.flush()
    size = len(start.encode()) + len(block) * times + len(end.encode())
    check = zlib.crc32(start.encode() + block * times + end.encode()) if mib <= 64 else 0
    return Part(name, head + middle * times + tail, size if told is None else told, check)


def zip_file(parts):
    out, directory = bytearray(), bytearray()
    for one in parts:
        name = one.name.encode()
        fields = struct.pack("<HHHHHIIIHH", 20, one.flags, one.method, 0, 0x21, one.crc, len(one.packed), one.size,
                             len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += b"PK\3\4" + fields + name + one.packed
    at = len(out)
    return bytes(out + directory) + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory),
                                                           at, 0)


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_START = f'<worksheet xmlns="{MAIN}"><sheetData>'
SHEET_END = "</sheetData></worksheet>"
STRINGS_START = f'<sst xmlns="{MAIN}"><si><t>名称</t></si>'


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number, *cells):
    return f'<row r="{number}">' + "".join(text_cell(f"{chr(65 + i)}{number}", cell) for i, cell in
                                           enumerate(cells)) + "</row>"


HEADER_ROW = row(1, "名称", "区分", "緯度", "経度")
RECORD_ROW = row(2, "正門", "安全", "34.04", "131.80")
SHEET = SHEET_START + HEADER_ROW + RECORD_ROW + SHEET_END


def workbook(sheet=None, strings=None, more=(), target="worksheets/sheet1.xml"):
    """The parts of a workbook with one sheet; `sheet` and `strings` are parts of their own or XML."""
    sheet = sheet if isinstance(sheet, Part) else part("xl/worksheets/sheet1.xml", sheet or SHEET)
    parts = [
        part("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>'),
        part("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        part("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="調査" '
                                'sheetId="1" r:id="rId1"/></sheets></workbook>'),
        part("xl/_rels/workbook.xml.rels",
             f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" '
             f'Target="{target}"/><Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" '
             'Target="sharedStrings.xml"/></Relationships>'),
        sheet,
    ]
    if strings is not None:
        parts.append(strings if isinstance(strings, Part) else part("xl/sharedStrings.xml", strings))
    return [*parts, *more]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def ods(table):
    """An ODS file whose table holds these rows (XML)."""
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    content = (f'<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0" '
               f'xmlns:text="{OFFICE}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
               f'<table:table table:name="調査">{table}</table:table></office:spreadsheet></office:body>'
               "</office:document-content>")
    return zip_file([Part("mimetype", mimetype, len(mimetype), zlib.crc32(mimetype), method=0),
                     part("content.xml", content)])


def ods_row(*cells, repeated=1):
    return f'<table:table-row table:number-rows-repeated="{repeated}">' + "".join(cells) + "</table:table-row>"


def ods_cell(text, repeated=1):
    return (f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
            f"<text:p>{text}</text:p></table:table-cell>")


ODS_HEADER = ods_row(*(ods_cell(text) for text in ("名称", "区分", "緯度", "経度")))
ODS_RECORD = (ods_cell("正門"), ods_cell("安全"), ods_cell("34.04"), ods_cell("131.80"))
