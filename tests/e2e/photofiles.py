# SPDX-License-Identifier: Apache-2.0
"""Photos made byte by byte: a JPEG of one grey pixel or a HEIC without a picture, with the Exif (2.32) and XMP that a test
wants, 0/0 and missing marks included."""
import pathlib
import struct

# A grey JPEG of 1 x 1, without any metadata.
PIXEL = bytes.fromhex(
    "ffdb004300" + "01" * 64 + "ffc0000b080001000101011100"
    "ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    "ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f024336272"
    "82090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868"
    "788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9"
    "eaf1f2f3f4f5f6f7f8f9fa" "ffda0008010100003f00d2" "cf20" "ffd9")
ASCII, SHORT, LONG, RATIONAL, UNDEFINED, BYTE = 2, 3, 4, 5, 7, 1


def entry(tag: int, kind: int, value):
    """(tag, type, count, bytes) of one IFD entry."""
    if kind == RATIONAL:
        return tag, kind, len(value), b"".join(struct.pack("<II", *part) for part in value)
    if kind == LONG:
        return tag, kind, 1, struct.pack("<I", value)
    data = value if isinstance(value, bytes) else value.encode() + b"\0"
    return tag, kind, len(data), data


def ifd(entries: list, at: int) -> bytes:
    entries = sorted(entries)
    head, body = struct.pack("<H", len(entries)), b""
    after = at + 2 + 12 * len(entries) + 4
    for tag, kind, count, data in entries:
        if len(data) <= 4:
            head += struct.pack("<HHI", tag, kind, count) + data.ljust(4, b"\0")
        else:
            head += struct.pack("<HHII", tag, kind, count, after + len(body))
            body += data + b"\0" * (len(data) % 2)
    return head + struct.pack("<I", 0) + body


def tiff(image=(), photo=(), gps=()) -> bytes:
    """A little-endian TIFF of the three directories."""
    image = list(image)
    size = 8 + len(ifd(image + [entry(0x8769, LONG, 0), entry(0x8825, LONG, 0)], 8))
    photo_bytes = ifd(list(photo), size)
    gps_bytes = ifd(list(gps), size + len(photo_bytes))
    main = ifd(image + [entry(0x8769, LONG, size), entry(0x8825, LONG, size + len(photo_bytes))], 8)
    return b"II*\0" + struct.pack("<I", 8) + main + photo_bytes + gps_bytes


def degrees(value: float) -> list:
    """Degrees, minutes and seconds with five decimals, as phones write them: exact to 1e-9 of a degree."""
    whole = round(abs(value) * 3600 * 100_000)
    return [(whole // (3600 * 100_000), 1), (whole // (60 * 100_000) % 60, 1), (whole % (60 * 100_000), 100_000)]


def gps(lon=None, lat=None, datum="WGS-84", more=(), refs=("N", "E")) -> list:
    out = list(more)
    if datum is not None:
        out.append(entry(0x12, ASCII, datum))
    if lat is not None:
        out += [entry(0x02, RATIONAL, lat if isinstance(lat, list) else degrees(lat)),
                entry(0x04, RATIONAL, lon if isinstance(lon, list) else degrees(lon))]
        if refs:
            out += [entry(0x01, ASCII, refs[0]), entry(0x03, ASCII, refs[1])]
    return out


def taken(clock: str, offset: str = "") -> list:
    return [entry(0x9003, ASCII, clock)] + ([entry(0x9011, ASCII, offset)] if offset else [])


def xmp(title="", description="", words=()) -> bytes:
    from xml.sax.saxutils import escape

    def alt(name, text):
        return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></dc:{name}>' if text else ""
    bag = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in words)
    return (f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{alt("title", title)}{alt("description", description)}'
            f"<dc:subject><rdf:Bag>{bag}</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
            ).encode()


def jpeg(path: pathlib.Path, exif: bytes = b"", packet: bytes = b"") -> pathlib.Path:
    def segment(data):
        return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xd8" + (segment(b"Exif\0\0" + exif) if exif else b"") +
                     (segment(b"http://ns.adobe.com/xap/1.0/\0" + packet) if packet else b"") + PIXEL)
    return path


def heic(path: pathlib.Path, exif: bytes) -> pathlib.Path:
    """ISO/IEC 23008-12 with one item of type Exif."""
    def box(kind, data):
        return struct.pack(">I4s", 8 + len(data), kind) + data

    def full(kind, data, version=0):
        return box(kind, struct.pack(">I", version << 24) + data)
    item = struct.pack(">I", 6) + b"Exif\0\0" + exif
    start = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")

    def meta(at):
        infe = full(b"infe", struct.pack(">HH4s", 1, 0, b"Exif") + b"\0", 2)
        iloc = full(b"iloc", struct.pack(">BBH", 0x44, 0x00, 1) + struct.pack(">HHHII", 1, 0, 1, at, len(item)))
        return full(b"meta", full(b"hdlr", bytes(4) + b"pict" + bytes(13)) + full(b"pitm", struct.pack(">H", 1)) +
                    full(b"iinf", struct.pack(">H", 1) + infe) + iloc)
    at = len(start) + len(meta(0)) + 8
    path.write_bytes(start + meta(at) + box(b"mdat", item))
    return path
