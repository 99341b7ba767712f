"""Whether our PDF and LibreOffice's PDF of the Word file agree: lines, pages, and where paragraphs begin."""

import dataclasses
import difflib
import json

# What must be reached, in % or, for the widest spacing, in pt.
LINES_ALIKE, PAGES_EQUAL, BEGINNINGS_EQUAL = 99.5, 100.0, 100.0
# Under the widths of two fonts; with the found one's alone it was 0.5, 10 and 0.5.
FRAGILE, SPACED, WIDEST = 1.5, 12.0, 0.7


@dataclasses.dataclass
class Parity:
    """Counts over all papers."""

    papers: int = 0
    papers_with_equal_pages: int = 0
    lines: int = 0
    lines_alike: int = 0
    paragraphs: int = 0
    paragraphs_on_same_page: int = 0
    differences: list = dataclasses.field(default_factory=list)

    def __add__(self, other):
        """The counts of both."""
        fields = (field.name for field in dataclasses.fields(self))
        return Parity(**{name: getattr(self, name) + getattr(other, name) for name in fields})

    def add(self, ours, theirs):
        """A paper, as our PDF and as LibreOffice shows it."""
        name = ours.paper.name
        self.papers += 1
        if len(ours.sheets) == len(theirs.sheets):
            self.papers_with_equal_pages += 1
        else:
            self.differences.append(f"{name}：{len(ours.sheets)} 面，Word {len(theirs.sheets)} 面")
        # Paragraph by paragraph, so that cells beside each other are not mixed.
        self._add_lines(name, *([line.text for part in one.all_parts for line in part.lines] for one in (ours, theirs)))
        for a, b in zip(ours.all_parts, theirs.all_parts, strict=True):
            pages = [part.page if part.lines else None for part in (a, b)]
            self.paragraphs += 1
            if pages[0] == pages[1] is not None:
                self.paragraphs_on_same_page += 1
            else:
                places = "、".join("缺" if page is None else f"第{page}面" for page in pages)
                self.differences.append(f"{name}：“{a.element.text[:16]}”在{places}")

    def _add_lines(self, name, ours, theirs):
        matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
        self.lines += max(len(ours), len(theirs))
        self.lines_alike += sum(block.size for block in matcher.get_matching_blocks())
        for kind, i, j, k, l in matcher.get_opcodes():
            if kind != "equal":
                self.differences.append(f"{name}：{' / '.join(ours[i:j]) or '无'} ≠ {' / '.join(theirs[k:l]) or '无'}")

    def figures(self, behind=""):
        """Name, figure, unit, and whether it suffices, for each that has something to count; `behind` ends the names."""
        return [
            _share(f"折行相同的行{behind}", self.lines_alike, self.lines, LINES_ALIKE),
            _share(f"面数相同的文件{behind}", self.papers_with_equal_pages, self.papers, PAGES_EQUAL),
            _share(f"起于同面的段落{behind}", self.paragraphs_on_same_page, self.paragraphs, BEGINNINGS_EQUAL),
        ]


@dataclasses.dataclass(frozen=True)
class Figure:
    name: str
    value: float
    unit: str
    required: str
    enough: bool
    of: str = ""


def _share(name, part, whole, least):
    value = 100 * part / whole if whole else 100.0
    return Figure(name, value, "%", f"≥ {least:g} %", value >= least, f"{part}/{whole}")


def line_figures(path):
    """What the program itself says of its lines: `build --fragile --message-format json`."""
    lines, widest = dict.fromkeys(("lines", "fragile", "spaced"), 0), 0.0
    with open(path, encoding="utf-8") as file:
        for row in filter(str.strip, file):
            message = json.loads(row)
            if message.get("reason") == "lines":
                for key in lines:
                    lines[key] += message[key]
                widest = max(widest, message["widest"])
    if not lines["lines"]:
        return []
    shares = [("易变的行", "fragile", FRAGILE), ("另调字距的行", "spaced", SPACED)]
    found = []
    for name, key, most in shares:
        value = 100 * lines[key] / lines["lines"]
        found.append(Figure(name, value, "%", f"≤ {most:g} %", value <= most, f"{lines[key]}/{lines['lines']}"))
    return [*found, Figure("最大字距调整", widest, "pt", f"≤ {WIDEST:g} pt", widest <= WIDEST)]
