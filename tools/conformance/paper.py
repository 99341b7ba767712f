"""What is on a paper, from its Word file: the form, and each element with its text."""

import dataclasses
import pathlib
import zipfile

from lxml import etree

from . import standard

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"

# How many twips are a mm.
TWIP = 25.4 / 1440


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
    margins: dict = dataclasses.field(default_factory=dict)
    """What Word's page set-up shows of the first section, in mm, by side: top, bottom, left and right."""

    @property
    def page_setup(self):
        """The margins above and below are those of the standard as clerks set them; else they are measured by ink."""
        found = [self.margins.get(side, 0.0) for side in ("top", "bottom")]
        wanted = (standard.SETUP["top"], standard.SETUP["bottom"])
        return all(abs(a - b) <= standard.SETUP_OFF for a, b in zip(found, wanted, strict=True))


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
        margins=_margins(document.find(f".//{W}pgMar")),
    )


def _margins(set):
    return {} if set is None else {side: int(set.get(f"{W}{side}")) * TWIP for side in standard.SETUP}


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
