"""The report as a table for people and as data for programs."""

import unicodedata

from .clause import FAIL, NONE, PASS, WARN, verdict

SIGNS = {PASS: "合格", WARN: "提醒", FAIL: "不合格", NONE: "—"}
COLOURS = {PASS: "32", WARN: "33", FAIL: "31", NONE: "2"}
WIDTHS = (9, 30, 28, 34, 34)
FILES = {"pdf": "PDF", "word": "Word（LibreOffice）"}


def columns(text):
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fitted(text, width):
    while columns(text) > width:
        text = text[:-2] + "…"
    return text + " " * (width - columns(text))


def row(*cells):
    return " ".join(fitted(cell, width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


class Table:
    """Prints a paper's clauses; `brief` leaves out what is as it should be."""

    def __init__(self, out, colour=False, brief=False):
        self.out, self.colour, self.brief = out, colour, brief

    def paper(self, name, form, results):
        """`results` by file: lists of the same clauses in the same order."""
        rows = []
        for side_by_side in zip(*results.values(), strict=True):
            verdicts = {result.verdict for result in side_by_side}
            if not self.brief or verdicts & {WARN, FAIL}:
                rows.append((side_by_side[0].clause, dict(zip(results, side_by_side, strict=True))))
        print(f"\n{name}（{form or '未注明文种'}）" + ("" if rows else "：没有问题"), file=self.out)
        if rows:
            print(row("条款", "项目", "要求", *(FILES[key] if key in results else "" for key in FILES)), file=self.out)
        for clause, found in rows:
            required = next((result.required for result in found.values() if result.required), "")
            cells = [self._cell(found.get(key), width) for key, width in zip(FILES, WIDTHS[3:], strict=True)]
            start = " ".join(map(fitted, (clause.number, clause.name, required), WIDTHS))
            print(start, *cells, file=self.out)

    def _cell(self, result, width):
        if result is None:
            return ""
        where = f" 第{result.page}面" if result.page and result.verdict in (WARN, FAIL) else ""
        text = fitted(f"{SIGNS[result.verdict]} {result.found}{where}", width)
        return f"\x1b[{COLOURS[result.verdict]}m{text}\x1b[0m" if self.colour else text

    def totals(self, counts):
        print(file=self.out)
        for key, count in counts.items():
            told = "，".join(f"{SIGNS[kind]} {count[kind]}" for kind in (PASS, WARN, FAIL))
            print(f"{FILES[key]}：{told}", file=self.out)

    def figures(self, figures, differences, shown=10):
        for figure in figures:
            sign = "合格" if figure.enough else "不合格"
            of = f"（{figure.of}）" if figure.of else ""
            print(f"{sign} {figure.name} {figure.value:.2f} {figure.unit}{of}，要求 {figure.required}", file=self.out)
        for difference in differences[:shown]:
            print(f"  {difference}", file=self.out)
        if len(differences) > shown:
            print(f"  ……共 {len(differences)} 处", file=self.out)


def as_data(result):
    """A result for JSON."""
    return {
        "id": result.clause.id,
        "clause": result.clause.number,
        "name": result.clause.name,
        "severity": result.clause.severity,
        "verdict": result.verdict,
        "required": result.required,
        "found": result.found,
        "page": result.page,
        "measures": [
            {
                "verdict": verdict(result.clause, m),
                "required": m.required,
                "found": m.found,
                "page": m.page,
                "box": [round(v, 2) for v in (m.box.left, m.box.top, m.box.right, m.box.bottom)] if m.box else None,
            }
            for m in result.measures
        ],
    }
