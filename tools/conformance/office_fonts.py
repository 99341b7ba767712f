"""Stand-ins for the fonts that offices have, so that a Word file can be laid out with their widths.

What src/layout/fonts/named.rs says of the widths of 仿宋_GB2312, 楷体_GB2312, 黑体, 宋体 and 方正小标宋简体 is said here a second
time, so that one may be wrong without the other: ASCII half an em, what GB 2312 has besides one em. Shapes are the free
fonts'. For measuring, never for shipping.
"""

import pathlib

from fontTools.ttLib import TTFont

FREE = pathlib.Path.home() / ".local/share/fonts/zhoubao"
# The families that Word files name: the free face whose shapes serve.
FACES = {
    "仿宋_GB2312": "FandolFang-Regular.otf",
    "仿宋": "FandolFang-Regular.otf",
    "楷体_GB2312": "FandolKai-Regular.otf",
    "楷体": "FandolKai-Regular.otf",
    "黑体": "FandolHei-Regular.otf",
    "宋体": "FandolSong-Regular.otf",
    "方正小标宋简体": "FandolSong-Bold.otf",
}
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <dir>{free}</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""
# Of the two marks Python's codec knows the look-alikes only.
BESIDES = "·—"


def configuration(folder, free=FREE):
    """Makes the stand-ins in a folder; returns the fontconfig file that finds them, and the free fonts beside them."""
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for number, (family, file) in enumerate(FACES.items()):
        _stand_in(free / file, family).save(folder / f"office-{number}.otf")
    written = folder / "fonts.conf"
    written.write_text(CONFIGURATION.format(folder=folder, free=free), encoding="utf-8")
    return written


def _stand_in(source, family):
    font = TTFont(source)
    em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    for code, glyph in font.getBestCmap().items():
        if (width := _width(chr(code))) is not None:
            widths[glyph] = (round(width * em), widths[glyph][1])
    font["name"].names = []
    for kind, text in {1: family, 2: "Regular", 4: family, 6: f"Office{source.stem}"}.items():
        font["name"].setName(text, kind, 3, 1, 0x409)
    font["OS/2"].usWeightClass, font["OS/2"].fsSelection, font["head"].macStyle = 400, 0x40, 0
    return font


def _width(character):
    """In em; None where the free font's own holds."""
    if " " <= character <= "~":
        return 0.5
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return 1.0 if character in BESIDES else None
    return 1.0
