"""A PDF's lines as a reader sees them, and whether two PDFs have the same."""

import dataclasses
import difflib
import re

import pdfplumber

PAGE_NUMBER = re.compile(r"[—－-]\d+[—－-]")
# Characters whose middles are farther apart than this stand on lines of their own; lines are 29 pt apart.
SAME_LINE = 6.0


def of_page(page):
    """The page's lines from top to bottom, white space dropped, without the page number."""
    rows, last = [], None
    characters = (c for c in page.chars if c["text"].strip())
    for c in sorted(characters, key=lambda c: c["top"] + c["bottom"]):
        middle = (c["top"] + c["bottom"]) / 2
        if last is None or middle - last > SAME_LINE:
            rows.append([])
        rows[-1].append(c)
        last = middle
    texts = ("".join(c["text"] for c in sorted(row, key=lambda c: c["x0"])) for row in rows)
    return [text for text in texts if not PAGE_NUMBER.fullmatch(text)]


def of_pdf(path):
    """The lines of each page."""
    with pdfplumber.open(path) as pdf:
        return [of_page(page) for page in pdf.pages]


@dataclasses.dataclass(frozen=True)
class Comparison:
    """How the lines of two PDFs compare; `differences` is empty only where all lines and pages are alike."""

    alike: int
    total: int
    differences: list[str]


def compare(ours, theirs):
    """Compares the pages of lines of two PDFs."""
    a, b = ([line for page in pages for line in page] for pages in (ours, theirs))
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    differences = [
        f"{' / '.join(a[i:j]) or '(nothing)'}\n    but {' / '.join(b[k:l]) or '(nothing)'}"
        for kind, i, j, k, l in matcher.get_opcodes()
        if kind != "equal"
    ]
    lengths = [[len(page) for page in pages] for pages in (ours, theirs)]
    if lengths[0] != lengths[1]:
        differences.append(f"lines on each page: {lengths[0]} but {lengths[1]}")
    alike = sum(block.size for block in matcher.get_matching_blocks())
    return Comparison(alike, max(len(a), len(b)), differences)
