"""The sheets of a finished PDF: characters with their ink, rules, pictures, and the page's number."""

import dataclasses
import functools
import itertools
import re
import unicodedata

import pdfplumber
import pypdfium2

from . import standard
from .box import Box, around
from .ink import Print
from .rule import rules_of

# Of the em, above and below the baseline: Han glyphs stand within.
ABOVE, BELOW = 0.9, 0.14
# Characters whose baselines are farther apart than this, in mm, stand on lines of their own.
SAME_LINE = 1.5
# What stands farther apart than so many characters is not one element.
GAP = 2
NUMBER = re.compile(r"[—–―－─-]*\d{1,4}[—–―－─-]*")


@dataclasses.dataclass(frozen=True)
class Character:
    """A character: its place by advance width and baseline, and its ink, in mm."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    """From the top; of a turned character from the left."""
    size: float
    """In pt."""
    font: str
    upright: bool
    ink: Box | None = None
    red: bool = False


@dataclasses.dataclass(frozen=True)
class Line:
    """Characters that stand on one baseline, from left to right."""

    characters: tuple

    @functools.cached_property
    def text(self):
        return "".join(c.text for c in self.characters)

    @functools.cached_property
    def ink(self):
        """Blank glyphs have none; then the characters' cells."""
        first = self.characters[0]
        cell = Box(self.left, self.baseline - ABOVE * first.size * standard.POINT, self.right, self.baseline)
        return around(c.ink for c in self.characters) or cell

    def pieces(self):
        """The parts of the line that wide gaps part: elements beside each other."""
        pieces = [[self.characters[0]]]
        for before, after in itertools.pairwise(self.characters):
            if after.left - before.right > GAP * standard.CELL:
                pieces.append([])
            pieces[-1].append(after)
        return [Line(tuple(piece)) for piece in pieces]

    @property
    def page(self):
        return self.characters[0].page

    @property
    def left(self):
        return self.characters[0].left

    @property
    def right(self):
        return self.characters[-1].right

    @property
    def centre(self):
        return (self.left + self.right) / 2

    @property
    def baseline(self):
        return self.characters[0].baseline


@dataclasses.dataclass(frozen=True)
class Sheet:
    """A page as one looks at it; `number` counts from 1."""

    number: int
    width: float
    height: float
    characters: list
    rules: list
    pictures: list
    page_number: Line | None

    @property
    def landscape(self):
        return self.width > self.height


def lines_of(characters):
    """Groups characters into lines, from top to bottom."""
    rows = []
    for c in sorted(characters, key=lambda c: c.baseline):
        if not rows or c.baseline - rows[-1][-1].baseline > SAME_LINE:
            rows.append([])
        rows[-1].append(c)
    return [Line(tuple(sorted(row, key=lambda c: c.left))) for row in rows]


def sheets_of(path):
    """Every page of a PDF."""
    prints = pypdfium2.PdfDocument(path)
    try:
        with pdfplumber.open(path) as pdf:
            return [_sheet(page, Print(prints[page.page_number - 1])) for page in pdf.pages]
    finally:
        prints.close()


def _sheet(page, print_):
    width, height = (side * standard.POINT for side in (page.width, page.height))
    glyphs = (c for c in map(functools.partial(_character, page), page.chars) if c.text)
    characters = [_inked(c, print_) for glyph in glyphs for c in _apart(glyph)]
    pictures = [Box(*(i[k] * standard.POINT for k in ("x0", "top", "x1", "bottom"))) for i in page.images]
    number = _page_number(characters, width, height)
    taken = set(map(id, number[1])) if number else set()
    return Sheet(
        page.page_number,
        width,
        height,
        [c for c in characters if id(c) not in taken],
        rules_of(page, print_),
        pictures,
        number and number[0],
    )


def _character(page, char):
    a, _, _, _, x, y = char["matrix"]
    return Character(
        text="".join(_plain(c) for c in char["text"] if not c.isspace()),
        page=page.page_number,
        left=char["x0"] * standard.POINT,
        right=char["x1"] * standard.POINT,
        baseline=(float(page.height) - y if a else x) * standard.POINT,
        size=char["size"],
        font=char["fontname"],
        upright=bool(char["upright"]),
        ink=Box(*(char[k] * standard.POINT for k in ("x0", "top", "x1", "bottom"))),
        red=_is_red(char["non_stroking_color"]),
    )


def _apart(glyph):
    """A glyph for several characters, such as ﬁ, as one of each."""
    step = (glyph.right - glyph.left) / len(glyph.text)
    for index, text in enumerate(glyph.text):
        left = glyph.left + index * step
        yield dataclasses.replace(glyph, text=text, left=left, right=left + step)


def _is_red(colour):
    """Whether a fill colour in RGB or CMYK is red; what prints tells of others, but for black text under a red seal."""
    match colour:
        case (red, green, blue):
            return red > 0.5 > max(green, blue)
        case (cyan, magenta, yellow, _):
            return cyan < 0.5 < min(magenta, yellow)
    return False


def _plain(character):
    """Fonts that share a glyph between a Han character and a radical name the radical."""
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character)
    return character


def _inked(c, print_):
    area = c.ink
    if c.upright:
        em = c.size * standard.POINT
        area = Box(c.left, c.baseline - ABOVE * em, c.right, c.baseline + BELOW * em)
    for red in (c.red, not c.red):
        if ink := print_.ink(area, red):
            return dataclasses.replace(c, ink=ink, red=red)
    return dataclasses.replace(c, ink=None)


def _page_number(characters, width, height):
    """The line of the page's number as it stands on the upright sheet, and its characters.

    A landscape page is the sheet turned clockwise: the number stands turned at its left edge (7.5).
    """
    pairs = [(c, c) for c in characters if c.upright]
    if width > height:
        pairs = [(c, _turned(c, width)) for c in characters if not c.upright]
    below = {id(t): c for c, t in pairs if t.baseline > standard.BOTTOM + 1}
    for line in lines_of([t for _, t in pairs if id(t) in below]):
        if NUMBER.fullmatch(line.text):
            return line, [below[id(t)] for t in line.characters]
    return None


def _turned(c, width):
    """A character of a landscape page on the upright sheet."""
    box = c.ink or Box(c.left, 0, c.right, 0)
    upright = Box(box.top, width - box.right, box.bottom, width - box.left)
    return dataclasses.replace(
        c, left=upright.left, right=upright.right, baseline=width - c.baseline, upright=True, ink=upright
    )
