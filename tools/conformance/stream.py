"""The characters of a page in the order in which the PDF shows them, of which elements take theirs."""

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
        self._cross_out(start, length)
        self.cursor = start + length
        return self.characters[start : start + length]

    def take_mark(self, text):
        """The red one of the places at which the text stands, else the topmost; an empty list where there is none.

        LibreOffice shows a mark behind all other text: what comes next is sought from where it was sought before.
        """
        find = self.find_lines if self.find_lines(text) >= 0 else self.find
        places, at = [], find(text)
        while at >= 0:
            places.append(at)
            at = find(text, at + 1)
        if not places:
            return []
        first = min(places, key=lambda at: (not self.characters[at].red, self.characters[at].baseline))
        self._cross_out(first, len(text))
        return self.characters[first : first + len(text)]

    def find(self, text, start=0):
        """Where the text stands; -1 where it does not."""
        return self.text.find(text, start)

    def find_lines(self, text, start=0):
        """Where the text stands as a whole run of lines; -1 where it does not."""
        at = self.text.find(text, start)
        while at >= 0 and not (self._parted(at) and self._parted(at + len(text))):
            at = self.text.find(text, at + 1)
        return at

    def is_lowest(self, start, length):
        """Whether nothing stands below these characters: what goes on over a page's end stands lowest on it."""
        taken = self.characters[start : start + length]
        last = taken[-1]
        left, right = min(c.left for c in taken), max(c.right for c in taken)
        below = (c for c in self.characters if c.baseline > last.baseline + last.size * standard.POINT / 2)
        return not any(c.left < right and left < c.right for c in below)

    def _cross_out(self, start, length):
        self.text = self.text[:start] + "\0" * length + self.text[start + length :]

    def _parted(self, at):
        """Whether a line or cell ends before the character at `at`."""
        if not 0 < at < len(self.characters) or "\0" in self.text[at - 1 : at + 1]:
            return True
        before, after = self.characters[at - 1], self.characters[at]
        em = after.size * standard.POINT
        return abs(before.baseline - after.baseline) > em / 2 or not -em < after.left - before.right < GAP * em
