"""What programs see that read Word files paragraph by paragraph: every element of every form, as the office wrote it."""

import sys

import docx
import pytest
from docx2python import docx2python
from house import ROOT

sys.path[:0] = [str(ROOT / "tests/corpus")]

import corpus as files  # noqa: E402
import forms  # noqa: E402

SEED = 1
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICES = [
    forms.elements, forms.upward, forms.joint, forms.letters, forms.orders, forms.minutes, forms.bulletins, forms.plain,
    forms.marks,
]  # fmt: skip
# The bookmarks that name what stands in tables.
IN_TABLES = {"标志": "fawenjiguanbiaozhi", "标志后缀": "fawenjiguanbiaozhi", "抄送": "chaosongjiguan", "印发机关": "yinfajiguan"}


def listed(value):
    return value if isinstance(value, list) else [value]


def squeezed(text):
    return "".join(text.split())


def items(front):
    """What the office wrote of each element, item by item, and whether it is all of its paragraph."""
    for key in ["标志", "文号", "期号", "编印", "签发人", "标题", "主送", "署名", "职务", "日期", "附注", "抄送", "印发机关"]:
        for text in listed(front.get(key) or []):
            yield key, squeezed(text)


def stands_in_table(key, front):
    """The marks of several organs with 文件 beside them, and the 版记."""
    return key in ("抄送", "印发机关") or (key == "标志" and len(listed(front["标志"])) > 1 and front.get("标志后缀"))


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The papers of every form: name, front matter as the office wrote it, and the Word file."""
    made = files.Corpus(tmp_path_factory.mktemp("corpus"), seed=SEED)
    made.build()
    found = {paper.name: paper.docx for paper in made.papers}
    offices = [office(SEED) for office in OFFICES]
    return [
        (f"{office.folder}/{paper.kind}", paper.front, found[f"{office.folder}/2021-01-01/{paper.kind}"])
        for office in offices
        for paper in office.weeks[0]
    ]


def by_python_docx(path):
    return [squeezed(paragraph.text) for paragraph in docx.Document(path).paragraphs]


def cells(path):
    return [squeezed(cell.text) for table in docx.Document(path).tables for row in table.rows for cell in row.cells]


def bookmarked(path):
    """The texts of the bookmarks that stand within a paragraph, by name and number."""
    texts = {}
    for paragraph in docx.Document(path).element.iter(f"{W}p"):
        name = None
        for node in paragraph:
            if node.tag == f"{W}bookmarkStart":
                name = node.get(f"{W}name")
                texts[name] = ""
            elif node.tag == f"{W}bookmarkEnd":
                name = None
            elif name:
                texts[name] += squeezed("".join(text.text for text in node.iter(f"{W}t")))
    return texts


def test_every_element_is_the_text_of_a_paragraph_but_for_what_needs_a_table(papers):
    missing = []
    for name, front, path in papers:
        paragraphs, in_cells = by_python_docx(path), cells(path)
        for key, text in items(front):
            where = in_cells if stands_in_table(key, front) else paragraphs
            if not any(text in paragraph for paragraph in where):
                missing.append((name, key, text))
    assert missing == []
    assert len(papers) >= 40


def test_what_stands_in_tables_is_named_by_bookmarks(papers):
    missing = []
    for name, front, path in papers:
        texts = bookmarked(path)
        for key, text in items(front):
            field = IN_TABLES.get(key)
            if field and not any(mark.startswith(field) and text in said for mark, said in texts.items()):
                missing.append((name, key, text))
    assert missing == []


def test_docx2python_sees_every_element(papers):
    missing = []
    for name, front, path in papers:
        with docx2python(path) as read:
            text = squeezed(read.text)
        missing += [(name, key, item) for key, item in items(front) if item not in text]
    assert missing == []


def test_no_line_is_stretched_but_what_the_paragraph_is(papers):
    """A line that is justified by itself stays so wherever it comes to end when somebody types into it."""
    for name, _, path in papers:
        alignments = {node.get(f"{W}val") for node in docx.Document(path).element.iter(f"{W}jc")}
        assert alignments <= {"both", "left", "right", "center"}, name
