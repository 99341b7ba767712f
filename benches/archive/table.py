"""One table: what was measured beside what it must not exceed."""

import dataclasses


@dataclasses.dataclass
class Row:
    what: str
    figure: str
    bar: str
    met: bool | None
    """None where the row only shows."""

    def told(self, widths):
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        cells = [verdict, self.what, self.figure, self.bar]
        return " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


class Table:
    """Rows as they come, printed together at the end."""

    def __init__(self):
        self.rows = []

    def show(self, what, figure):
        self.rows.append(Row(what, figure, "", None))

    def most(self, what, value, bar, unit, digits=0):
        """The value must not be more than the bar."""
        self.rows.append(Row(what, f"{value:.{digits}f} {unit}", f"≤ {bar:g} {unit}", value <= bar))

    def least(self, what, value, bar, unit, digits=0):
        """The value must not be less than the bar."""
        self.rows.append(Row(what, f"{value:.{digits}f} {unit}", f"≥ {bar:g} {unit}", value >= bar))

    def failed(self, what, reason):
        self.rows.append(Row(what, str(reason), "", False))

    def good(self):
        return all(row.met is not False for row in self.rows)

    def told(self):
        head = Row("what", "figure", "bar", None)
        cells = [["", row.what, row.figure, row.bar] for row in [head, *self.rows]]
        widths = [6, *(max(len(row[at]) for row in cells) for at in (1, 2, 3))]
        return "\n".join(row.told(widths) for row in [head, *self.rows])
