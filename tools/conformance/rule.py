"""The horizontal rules of a page, from its vector graphics: strokes, filled rectangles and thin outlines."""

import dataclasses

from . import standard
from .box import Box

# What is higher than this, in mm, is an area and no rule.
HEAVIEST = 2.0
SHORTEST = 5.0
# Pieces of one rule: cells of a table draw their own.
SAME_HEIGHT, TOUCHING = 0.15, 0.5


@dataclasses.dataclass(frozen=True)
class Rule:
    """A horizontal rule; `y` is its middle, lengths in mm."""

    page: int
    left: float
    right: float
    y: float
    weight: float
    red: bool = False

    @property
    def box(self):
        return Box(self.left, self.y - self.weight / 2, self.right, self.y + self.weight / 2)

    @property
    def width(self):
        return self.right - self.left


def rules_of(page, print_):
    """From top to bottom."""
    found = []
    for piece in sorted(_pieces(page), key=lambda rule: (round(rule.y, 1), rule.left)):
        if found and _continues(found[-1], piece):
            found[-1] = dataclasses.replace(found[-1], right=max(found[-1].right, piece.right))
        else:
            found.append(piece)
    return [_coloured(rule, print_) for rule in sorted(found, key=lambda r: r.y) if rule.width >= SHORTEST]


def _continues(rule, piece):
    same = abs(rule.y - piece.y) < SAME_HEIGHT and abs(rule.weight - piece.weight) < SAME_HEIGHT
    return same and piece.left - rule.right < TOUCHING


def _pieces(page):
    for drawn in (*page.lines, *page.rects, *page.curves):
        left, right, top, bottom = (drawn[k] * standard.POINT for k in ("x0", "x1", "top", "bottom"))
        weight = bottom - top
        if drawn.get("stroke") and weight < SAME_HEIGHT:
            # 1 pt where the page sets none (ISO 32000-1, table 52); pdfplumber then says 0.
            weight += (drawn.get("linewidth") or 1) * standard.POINT
        if 0 < weight < HEAVIEST and right - left > weight:
            yield Rule(page.page_number, left, right, (top + bottom) / 2, weight)


def _coloured(rule, print_):
    middle = (rule.left + rule.right) / 2
    red = print_.ink(Box(middle - 1, rule.y - 0.2, middle + 1, rule.y + 0.2), red=True)
    return dataclasses.replace(rule, red=bool(red))
