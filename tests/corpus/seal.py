"""A round red seal as a PNG, drawn from nothing, so that no picture need be kept."""

import struct
import zlib

SIZE = 240


def png():
    """A red ring with a square star of rays in it, on a transparent ground."""
    rows = bytearray()
    for y in range(SIZE):
        rows.append(0)
        for x in range(SIZE):
            dx, dy = x - SIZE / 2 + 0.5, y - SIZE / 2 + 0.5
            radius = (dx * dx + dy * dy) ** 0.5
            inked = 108 < radius < 118 or (abs(dx * dy) < 260 and radius < 45)
            rows += b"\xd0\x10\x10\xff" if inked else b"\xff\xff\xff\x00"
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b"")]
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
