"""Distances that several clauses ask for."""

from . import standard
from .clause import between

# Ink does not reach the edges of its line: at most so much, in mm, comes to a number of blank lines.
LEADING = 6.5


def blank_lines(laid, line, count, *, mild=False):
    """空一行, 空二行: between a line and the nearest ink above it on its page; nothing at the top of a page."""
    above = laid.above(line)
    if above is not None:
        low = count * standard.PITCH
        what = f"空{'零一二'[count]}行 "
        yield between(line.ink.top - above, low - 1, low + LEADING, line.page, line.ink, what=what, mild=mild)


def indent(characters):
    """The width of so many characters of the body, in mm."""
    return characters * standard.CELL
