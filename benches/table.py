"""One table: what was measured beside what it must not exceed."""

import dataclasses
import operator


@dataclasses.dataclass
class Row:
    what: str
    figure: str
    value: float = 0.0
    bar: float | None = None
    """None where the row only shows."""
    unit: str = ""
    within: object = None
    """How the value must stand to the bar: `operator.le` or `operator.ge`."""
    scaled: bool = False
    """Whether the bar is a time on the machine for which bars are stated."""
    failed: bool = False

    def limit(self, scale):
        return self.bar * scale if self.scaled else self.bar

    def met(self, scale):
        """Whether the bar is met; None where there is none."""
        if self.bar is None:
            return False if self.failed else None
        return self.within(self.value, self.limit(scale))

    def cells(self, scale):
        verdict = {True: "met", False: "MISSED", None: ""}[self.met(scale)]
        bar = ""
        if self.bar is not None:
            sign = "≤" if self.within is operator.le else "≥"
            bar = f"{sign} {self.limit(scale):.3g} {self.unit}"
            if self.scaled:
                bar += f" ({self.bar:g} × {scale:.2f})"
        return [verdict, self.what, self.figure, bar]


class Table:
    """Rows as they come, printed together at the end, when it is known how fast the machine was."""

    def __init__(self):
        self.rows = []

    def show(self, what, figure):
        self.rows.append(Row(what, figure))

    def _add(self, what, value, bar, unit, digits, **how):
        self.rows.append(Row(what, f"{value:.{digits}f} {unit}", value, bar, unit, **how))

    def fastest(self, what, value, bar, unit, digits=0):
        """A time that must not be more than the bar, which is scaled by the fixed work."""
        self._add(what, value, bar, unit, digits, within=operator.le, scaled=True)

    def most(self, what, value, bar, unit, digits=0):
        """The value must not be more than the bar."""
        self._add(what, value, bar, unit, digits, within=operator.le)

    def least(self, what, value, bar, unit, digits=0):
        """The value must not be less than the bar."""
        self._add(what, value, bar, unit, digits, within=operator.ge)

    def failed(self, what, reason):
        self.rows.append(Row(what, str(reason), failed=True))

    def close(self, fixed_work):
        """Prints the rows and how quiet the machine was; returns the exit status."""
        scale = fixed_work.scale()
        cells = [["", "what", "figure", "bar"], *(row.cells(scale) for row in self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(4)]
        for row in cells:
            print(" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        print(fixed_work.told())
        return 1 if any(row.met(scale) is False for row in self.rows) else 0
