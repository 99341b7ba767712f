"""One paper of the corpus: its template, and the prose that the week's file holds for it."""

import dataclasses
import json


@dataclasses.dataclass(frozen=True)
class Heading:
    """Level 1 to 4, and its text."""

    level: int
    text: str


@dataclasses.dataclass(frozen=True)
class Prose:
    """Paragraphs, blank lines between them."""

    text: str


@dataclasses.dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is text, `Prose`, or one of `<` and `^`, which join it to the cell on its left or above."""

    rows: list
    head: int = 1
    widths: list | None = None
    landscape: bool = False
    caption: str | None = None
    # One of GFM's `---`, `:--`, `:-:` and `--:` for each column.
    alignments: list | None = None


@dataclasses.dataclass(frozen=True)
class Attachment:
    """Begins an 附件: what follows is its body."""

    name: str
    landscape: bool = False


@dataclasses.dataclass(frozen=True)
class Paper:
    kind: str
    front: dict
    body: list


def quoted(text):
    """A string as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


class Template:
    """A template as it is written; `sections` collects the (title, text) pairs that the week's file must hold."""

    def __init__(self, paper, sections):
        self.sections = sections
        front = [f"{key}: {quoted(value)}" for key, value in paper.front.items() if value]
        blocks = [self.block(block) for block in paper.body]
        self.text = "\n".join(["---", *front, "---", "", "\n\n".join(blocks), ""])

    def block(self, block):
        match block:
            case Heading(level, text):
                return f"{'#' * level} {{{{ sections[{self.section(title=text)}].title }}}}"
            case Prose(text):
                return self.prose(text)
            case Attachment(name, landscape):
                return "\n".join(["```附件", f"名称: {quoted(name)}", *(["横排: 是"] if landscape else []), "```"])
            case Table():
                return self.table(block)

    def section(self, title="正文", text="见上级标题。"):
        self.sections.append((title, text))
        return len(self.sections) - 1

    def prose(self, text):
        return f"{{{{ sections[{self.section(text=text)}].text }}}}"

    def table(self, table):
        columns = len(table.rows[0])
        settings = {"表头": str(table.head)}
        if table.widths:
            settings["宽"] = table.widths
        if table.landscape:
            settings["横排"] = "是"
        if table.caption:
            settings["题"] = table.caption
        rule = "|".join(table.alignments or ["---"] * columns)
        rows = [" | ".join(self.cell(cell) for cell in row) for row in table.rows]
        rows = [f"| {row} |" for row in rows]
        fence = ["```表", *(f"{key}: {quoted(value)}" for key, value in settings.items()), "```", ""]
        return "\n".join([*fence, rows[0], f"|{rule}|", *rows[1:]])

    def cell(self, cell):
        match cell:
            case Prose(text):
                return self.prose(text)
            case "<" | "^":
                return cell
            case _:
                # As an expression's value, so that nothing in it is markup.
                return f'{{{{ "{cell}" }}}}'
