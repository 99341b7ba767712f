"""Types into Word files as a program does, has LibreOffice lay them out again, and says what is then gone or covered.

    edits.py FOLDER|PAPER.docx…

Of every paper one copy for each kind of text that it has, with twelve more characters in the first and in the last
paragraph of that kind. Prints what is wrong; exit status 1 where anything is.
"""

import collections
import concurrent.futures
import dataclasses
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import pdfplumber
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from conformance import libreoffice, measured, paper, standard  # noqa: E402
from conformance.clause import FAIL  # noqa: E402
from conformance.laid import IMPRINT  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# No paper has these, and the free fonts do.
TYPED = "蟋蟀鹦鹉蜻蜓蝌蚪蜈蚣鹧鸪"
# LibreOffice 7.4.7 does not always draw a mark that it hangs beyond a line's end.
HUNG = "，。、；：！？"
EMPTY_CELL, PAGE_NUMBER = "EmptyCell", "PageNumber"
# What stays in its place whatever is typed into the text.
PLACES = [
    "page.paper_size", "page.table_text", "page.nothing_below", "letter.second_place", "letter.two",
    "page_number.written", "page_number.side", "page_number.outer_end", "page_number.dash",
]  # fmt: skip
# So many papers' copies LibreOffice lays out in one run: of a thousand files it leaves some out.
AT_ONCE = 12
# Squares of characters that share more than this much of their width and height cover one another.
SHARED = 0.35


@dataclasses.dataclass(frozen=True)
class Edit:
    """A copy of a paper with more text in it."""

    name: str
    kind: str
    docx: pathlib.Path


@dataclasses.dataclass(frozen=True)
class Edited:
    """How an edited copy came out: what is wrong, and in how many places it was typed into."""

    wrong: list
    places: int


def copies(docx, name, folder):
    """One edited copy for each kind of text, written into `folder`."""
    with zipfile.ZipFile(docx) as package:
        parts = {info: package.read(info) for info in package.infolist()}
    for kind in _kinds(parts):
        copy = folder / f"{docx.stem}-{kind}.docx"
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as package:
            for info, content in parts.items():
                package.writestr(info, _typed(info.filename, content, kind))
        yield Edit(name, kind, copy)


def _kinds(parts):
    """What the paper has to type into: its styles, its empty cells, its page number."""
    kinds = set()
    for info, content in parts.items():
        if _is_text(info.filename):
            kinds |= set(_places(info.filename, etree.fromstring(content)))
    return sorted(kinds)


def _is_text(part):
    return part == "word/document.xml" or part.startswith("word/footer")


def _places(part, root):
    """By kind, the paragraphs to type into."""
    found = collections.defaultdict(list)
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        style = None if style is None else style.get(f"{W}val")
        if next(paragraph.iter(f"{W}t"), None) is not None:
            found[PAGE_NUMBER if part != "word/document.xml" else style].append(paragraph)
        elif style in ("TableText", "TableHead"):
            found[EMPTY_CELL].append(paragraph)
    return found


def _typed(part, content, kind):
    if not _is_text(part):
        return content
    root = etree.fromstring(content)
    paragraphs = _places(part, root).get(kind, [])
    for paragraph in {id(p): p for p in paragraphs[:1] + paragraphs[-1:]}.values():
        texts = list(paragraph.iter(f"{W}t"))
        if not texts:
            run = etree.SubElement(paragraph, f"{W}r")
            texts = [etree.SubElement(run, f"{W}t")]
        # In the first and in the last text, of a line that tabs part into two.
        for text in {id(t): t for t in (texts[0], texts[-1])}.values():
            old = text.text or ""
            text.text = old[:-1] + TYPED + old[-1:]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def findings(edit, pdf):
    """What is wrong with an edited copy as LibreOffice laid it out; empty where nothing is."""
    with zipfile.ZipFile(edit.docx) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    wanted = collections.Counter(c for t in document.iter(f"{W}t") for c in t.text or "" if not c.isspace())
    wanted -= collections.Counter({mark: wanted[mark] for mark in HUNG})
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True).stdout
    gone = wanted - collections.Counter(shown)
    if gone:
        yield f"gone: {''.join(gone.elements())[:40]}"
    with pdfplumber.open(pdf) as pages:
        for page in pages.pages:
            yield from _covered(page)
    # With a page number that is none any more, its line would count as text.
    if edit.kind != PAGE_NUMBER:
        yield from _moved(edit, pdf)


def _covered(page):
    """Characters that stand on others."""
    squares = collections.defaultdict(list)
    for c in page.chars:
        if c["text"].isspace():
            continue
        if not (0 <= c["x0"] and c["x1"] <= page.width and 0 <= c["top"] and c["bottom"] <= page.height):
            yield f"page {page.page_number}: {c['text']} beyond the sheet"
        # The square of the type round its baseline, whatever the font's own box.
        bottom = c["bottom"] if not c["upright"] else float(page.height) - c["matrix"][5] + 0.12 * c["size"]
        box = (c["x0"], bottom - 0.9 * c["size"], c["x1"], bottom, c["text"])
        if c["upright"]:
            squares[int(bottom // 40)].append(box)
    for row, boxes in squares.items():
        near = boxes + squares.get(row + 1, [])
        for one in boxes:
            for other in near:
                if one is not other and _share(one, other):
                    yield f"page {page.page_number}: {one[4]} on {other[4]}"
                    return


def _share(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    width, height = min(one[2] - one[0], other[2] - other[0]), min(one[3] - one[1], other[3] - other[1])
    return across > SHARED * width and down > SHARED * height


def _moved(edit, pdf):
    """What no longer stands in its place."""
    read = paper.read(edit.docx, edit.name)
    laid = measured.laid_out(read, {measured.WORD: pdf})
    if read.form != "信函" and any(element.style in IMPRINT for element in read.elements):
        black = [rule.y for rule in laid[measured.WORD].sheets[-1].rules if not rule.red and rule.width > 150]
        if not black or abs(max(black) - standard.BOTTOM) > 0.5:
            yield f"the last line of the 版记 at {max(black, default=0):.2f}"
    found = measured.measure(read, laid)
    for result in found.results[measured.WORD]:
        if result.clause.id in PLACES and result.verdict == FAIL:
            yield f"{result.clause.id}: {result.found} on page {result.page}"


def judge(papers):
    """How the edited copies of these papers came out, by paper and kind; `papers` is a list of name and Word file."""
    told = {}
    for start in range(0, len(papers), AT_ONCE):
        with tempfile.TemporaryDirectory(prefix="edits-") as folder:
            told |= _judge(papers[start : start + AT_ONCE], pathlib.Path(folder))
    return told


def _judge(papers, folder):
    edits = []
    for number, (name, docx) in enumerate(papers):
        (folder / str(number)).mkdir()
        edits += copies(docx, name, folder / str(number))
    laid = libreoffice.to_pdf([edit.docx for edit in edits], folder)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        found = pool.map(_listed, edits, laid)
        return {(edit.name, edit.kind): edited for edit, edited in zip(edits, found, strict=True)}


def _listed(edit, pdf):
    with zipfile.ZipFile(edit.docx) as package:
        parts = [package.read(part).decode() for part in package.namelist() if _is_text(part)]
    return Edited(list(findings(edit, pdf)), sum(part.count(TYPED) for part in parts))


def main(places):
    files = [f for p in map(pathlib.Path, places) for f in (sorted(p.rglob("*.docx")) if p.is_dir() else [p])]
    told = judge([("/".join(file.parts[-3:]), file) for file in files])
    for (name, kind), edited in told.items():
        for line in edited.wrong:
            print(f"{name} {kind}: {line}")
    wrong = sum(bool(edited.wrong) for edited in told.values())
    places = sum(edited.places for edited in told.values())
    print(
        f"typed into {places} places, in {len(told)} files of {len(files)} papers: "
        f"{wrong} files with something gone, covered or moved"
    )
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
