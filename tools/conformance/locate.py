"""Finds the elements of a paper among the characters of its pages.

Characters are taken in the order in which the PDF shows them: cells of a table and frames are then whole, whatever
stands beside them. An element that goes on over a page's end is found in pieces.
"""

from . import standard

# A gap in a line wider than this, in em, parts cells.
GAP = 0.7


class Stream:
    """The characters of one page that no element has taken yet."""

    def __init__(self, sheet):
        self.characters = [c for c in sheet.characters if c.upright]
        self.text = "".join(c.text for c in self.characters)
        self.cursor = 0

    def take(self, start, length):
        self.text = self.text[:start] + "\0" * length + self.text[start + length :]
        self.cursor = start + length
        return self.characters[start : start + length]

    def find(self, text, start=0):
        """Where the text stands, at best as a whole run of lines; -1 where it does not."""
        at = self.find_lines(text, start)
        return at if at >= 0 else self.text.find(text, start)

    def find_lines(self, text, start=0):
        """Where the text stands as a whole run of lines; -1 where it does not."""
        at = self.text.find(text, start)
        while at >= 0 and not (self._parted(at) and self._parted(at + len(text))):
            at = self.text.find(text, at + 1)
        return at

    def _parted(self, at):
        """Whether a line or cell ends before the character at `at`."""
        if not 0 < at < len(self.characters) or "\0" in self.text[at - 1 : at + 1]:
            return True
        before, after = self.characters[at - 1], self.characters[at]
        em = after.size * standard.POINT
        return abs(before.baseline - after.baseline) > em / 2 or not -em < after.left - before.right < GAP * em


def locate(elements, sheets):
    """The characters of each element, an empty list where it was not found."""
    streams = [Stream(sheet) for sheet in sheets]
    found, page = [], 0
    for element in elements:
        characters = _take(streams, element.text, page)
        if characters:
            page = max(page, characters[0].page - 1)
        found.append(characters)
    return found


def _take(streams, text, page):
    for index in (*range(page, len(streams)), *range(page)):
        stream = streams[index]
        at = stream.find(text, stream.cursor)
        if at < 0:
            at = stream.find(text)
        if at >= 0:
            return stream.take(at, len(text))
        if characters := _take_over_pages(streams, text, index):
            return characters
    return []


def _take_over_pages(streams, text, index):
    """The text in whole lines, from the end of page `index` on, where the next pages have all the rest of it."""
    if index + 1 == len(streams):
        return []
    stream, following = streams[index], streams[index + 1]
    for length in range(len(text) - 1, 0, -1):
        at = stream.find_lines(text[:length], stream.cursor)
        if at < 0:
            continue
        behind = following.find_lines(text[length:])
        rest = following.take(behind, len(text) - length) if behind >= 0 else []
        rest = rest or _take_over_pages(streams, text[length:], index + 1)
        return stream.take(at, length) + rest if rest else []
    return []
