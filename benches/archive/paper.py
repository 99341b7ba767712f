"""The text of one of our papers, as peers are given it."""

import dataclasses

import docx
from docx.oxml.ns import qn

STYLES = {"Heading 1": 1, "Heading 2": 2, "Body Text": 0}


@dataclasses.dataclass
class Paper:
    name: str
    title: str
    addressee: str
    blocks: list
    """Headings and paragraphs: level (0 is a paragraph) and text."""
    organ: str
    date: str

    def context(self):
        """What fills the template of benches/peer/template.py."""
        blocks = [{"level": level, "text": text} for level, text in self.blocks]
        return dataclasses.asdict(self) | {"blocks": blocks}


def of(name, path):
    """What the docx says, without its head and imprint."""
    parts, blocks = {"Title": "", "主送机关": "", "发文机关署名": "", "成文日期": ""}, []
    document = docx.Document(path)
    names = {style.style_id: style.name for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(run.text or "" for run in paragraph.iter(qn("w:t"))).strip()
        style = names.get(paragraph.style, "")
        if not text:
            continue
        if style in STYLES:
            blocks.append((STYLES[style], text))
        elif style in parts:
            parts[style] += text
    return Paper(name, parts["Title"], parts["主送机关"], blocks, parts["发文机关署名"], parts["成文日期"])
