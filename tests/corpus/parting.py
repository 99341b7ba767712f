"""Where lines part: the first line of a paragraph that ends elsewhere in LibreOffice than with us.

All later lines of the paragraph differ because this one does, so that it alone tells the reason.
"""

import dataclasses
import itertools

# How many characters to tell on each side of a break.
AROUND = 2


@dataclasses.dataclass(frozen=True)
class Parting:
    """A paragraph's style, and the kinds of characters around our break and theirs."""

    style: str
    ours: str
    theirs: str

    def __str__(self):
        return f"{self.style}: ours {self.ours}, LibreOffice {self.theirs}"


def partings(ours, theirs):
    """One for each paragraph whose lines differ."""
    pairs = zip(ours.all_parts, theirs.all_parts, strict=True)
    found = (_parting(a, b) for a, b in pairs if a.lines and b.lines)
    return [parting for parting in found if parting]


def _parting(a, b):
    ends = (itertools.accumulate(len(line.text) for line in part.lines) for part in (a, b))
    for ours, theirs in zip(*ends, strict=False):
        if ours != theirs:
            return Parting(a.style, _around(a.text, ours), _around(b.text, theirs))
    return None


def _around(text, at):
    return f"{_kinds(text[max(0, at - AROUND):at])}|{_kinds(text[at:at + AROUND])}"


def _kinds(text):
    """Marks as they are; all Han characters, Latin letters and digits as one of their kind."""
    return "".join(map(_kind, text))


def _kind(character):
    if character.isascii() and character.isalnum():
        return "0" if character.isdigit() else "a"
    return "汉" if character.isalpha() else character
