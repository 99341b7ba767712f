"""A paper as one PDF shows it: each element with its lines, and the text area that they really fill."""

import dataclasses
import functools
import statistics

from . import standard
from .box import Box, around
from .locate import locate
from .paper import Element
from .sheet import lines_of, sheets_of
from .styles import HEADINGS, Style

RUNNING = (Style.BodyText, *HEADINGS)
TABLE = (Style.Caption, Style.TableText, Style.TableHead)
IMPRINT = (Style.CopiesTo, Style.Imprint)
# Lines of these fill the text area from edge to edge, but for the last of each paragraph.
FILLING = (Style.BodyText, Style.Addressee)
# So many lines tell where the edges are.
ENOUGH = 3


@dataclasses.dataclass(frozen=True)
class Part:
    """An element with its lines, in order; one that was not found has none."""

    element: Element
    lines: tuple

    @property
    def style(self):
        return self.element.style

    @property
    def text(self):
        """As the PDF has it."""
        return "".join(line.text for line in self.lines)

    @property
    def first(self):
        return self.lines[0]

    @property
    def last(self):
        return self.lines[-1]

    @property
    def page(self):
        return self.first.page

    @property
    def characters(self):
        return [c for line in self.lines for c in line.characters]

    @property
    def ink(self):
        """Of the lines on its first page."""
        return around(line.ink for line in self.lines if line.page == self.page)


def part_of(element, characters):
    pages = sorted({c.page for c in characters})
    lines = (line for page in pages for line in lines_of([c for c in characters if c.page == page]))
    return Part(element, tuple(lines))


def _edge(found, wanted):
    """Where lines really end, if that is not where they should."""
    edge = statistics.median(found) if len(found) >= ENOUGH else wanted
    return wanted if abs(edge - wanted) <= 1 else edge


class Laid:
    """A paper in one PDF."""

    def __init__(self, paper, path):
        self.paper = paper
        self.sheets = sheets_of(path)
        placed = zip(paper.elements, locate(paper.elements, self.sheets), strict=True)
        self.all_parts = [part_of(element, characters) for element, characters in placed]
        self.parts = [part for part in self.all_parts if part.lines]

    @property
    def form(self):
        return self.paper.form

    def of(self, *styles):
        """The parts of these styles, in order."""
        return [part for part in self.parts if part.style in styles]

    def sheet(self, number):
        return self.sheets[number - 1]

    def on(self, number):
        """The parts that have lines on a page, and these lines."""
        shown = ((part, [line for line in part.lines if line.page == number]) for part in self.parts)
        return [(part, lines) for part, lines in shown if lines]

    @functools.cached_property
    def _edges(self):
        turnovers = [line for part in self.of(*FILLING) for line in part.lines[1:]]
        turnovers = [line for line in turnovers if not self.sheet(line.page).landscape]
        full = [line for part in self.of(*FILLING) for line in part.lines[:-1]]
        full = [line for line in full if not self.sheet(line.page).landscape]
        return (
            _edge([line.left for line in turnovers], standard.LEFT),
            _edge([line.right for line in full], standard.RIGHT),
        )

    def area(self, number):
        """Left and right edge of the text area of a page, by its lines: a shifted area is one fault, not many."""
        if self.sheet(number).landscape:
            return standard.HEIGHT - standard.BOTTOM, standard.HEIGHT - standard.TOP
        return self._edges

    def left(self, number):
        return self.area(number)[0]

    def right(self, number):
        return self.area(number)[1]

    def centre(self, number):
        return sum(self.area(number)) / 2

    def above(self, line):
        """The lower edge of the nearest ink, of text or of a rule, above a line; None at the top of a page."""
        sheet, top = self.sheet(line.page), line.ink.top
        texts = [c.ink.bottom for c in sheet.characters if c.ink and c.ink.bottom < top]
        rules = [rule.box.bottom for rule in sheet.rules if rule.box.bottom < top]
        return max((*texts, *rules), default=None)

    @functools.cached_property
    def red_rules(self):
        """Long red rules of the first page, from top to bottom; those of a double rule are one by one."""
        return [rule for rule in self.sheets[0].rules if rule.red and rule.width > 50]

    @functools.cached_property
    def red_line(self):
        """The red line of 版头 as a box: the first red rule of a page that is not 信函."""
        if self.form in ("信函", "白头") or not self.red_rules:
            return None
        return self.red_rules[0].box

    @functools.cached_property
    def mark(self):
        """The box around 发文机关标志, or None."""
        return around(line.ink for part in self.of(Style.IssuerMark) for line in part.lines if line.page == 1)

    @functools.cached_property
    def imprint_rules(self):
        """The rules of 版记: the long black ones from the one just above its first element to just below its last."""
        parts = self.of(*IMPRINT)
        if not parts:
            return []
        page, box = parts[-1].page, around(part.ink for part in parts if part.page == parts[-1].page)
        near = Box(0, box.top - standard.PITCH, standard.WIDTH, box.bottom + standard.PITCH)
        rules = self.sheet(page).rules
        rules = [rule for rule in rules if not rule.red and rule.width > 50 and near.meets(rule.box)]
        above = [rule for rule in rules if rule.y < box.top]
        # Those higher up are a table's that ends there.
        return above[-1:] + rules[len(above) :]
