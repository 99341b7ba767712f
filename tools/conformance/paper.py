"""What is on a paper, from its Word file: the form, and each element with its text."""

import dataclasses
import pathlib
import zipfile

from lxml import etree

from .styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"

# In twips: 37 mm above and 35 mm below, and how far off that may be.
SETUP_TOP, SETUP_BOTTOM, SETUP_OFF = 2098, 1984, 12


@dataclasses.dataclass(frozen=True)
class Element:
    """A paragraph with text; white space is dropped."""

    style: str
    text: str


@dataclasses.dataclass(frozen=True)
class Paper:
    name: str
    form: str
    elements: tuple
    landscape: bool = False
    """Some of its pages are turned."""
    page_setup: bool = False
    """Word's page set-up shows 37, 35, 28 and 26 mm."""


def read(path, name=None):
    """The paper of a Word file."""
    path = pathlib.Path(path)
    with zipfile.ZipFile(path) as package:
        core = etree.fromstring(package.read("docProps/core.xml"))
        document = etree.fromstring(package.read("word/document.xml"))
    sizes = list(document.iter(f"{W}pgSz"))
    return Paper(
        name=name or path.stem,
        form=(core.findtext(CATEGORY) or "").strip(),
        elements=tuple(e for e in _elements(_paragraphs(document)) if e.text),
        landscape=any(size.get(f"{W}orient") == "landscape" for size in sizes),
        page_setup=_page_setup(document.find(f".//{W}pgMar")),
    )


def _page_setup(margins):
    found = [int(margins.get(f"{W}{side}")) for side in ("top", "bottom")]
    return all(abs(a - b) <= SETUP_OFF for a, b in zip(found, (SETUP_TOP, SETUP_BOTTOM), strict=True))


def _paragraphs(node):
    """In the order of the file; text boxes stand twice in it, once for readers that know only the older kind."""
    for child in node:
        if child.tag == FALLBACK:
            continue
        if child.tag == f"{W}p":
            yield child
        yield from _paragraphs(child)


def _elements(paragraphs):
    for paragraph in paragraphs:
        yield Element(_style(paragraph), "".join("".join(_texts(paragraph)).split()))


def _style(paragraph):
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _texts(node):
    """The text of a paragraph, without that of text boxes anchored to it."""
    for child in node:
        if child.tag in (FALLBACK, f"{W}txbxContent", f"{W}p"):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _texts(child)
