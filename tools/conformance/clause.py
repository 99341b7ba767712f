"""The register of clauses, and what a clause says of a paper."""

import dataclasses
import math
from collections.abc import Callable

FAIL, WARN, PASS, NONE = "fail", "warn", "pass", "n/a"
# Places are known to a dot of the rendering, 0.085 mm; half of it either way.
DOT = 0.05

CLAUSES = []


@dataclasses.dataclass(frozen=True)
class Clause:
    """One requirement; `check` yields a measure for everything that it holds for."""

    id: str
    number: str
    name: str
    severity: str
    check: Callable


@dataclasses.dataclass(frozen=True)
class Measure:
    """One thing measured. `off` tells how far outside the permitted it is; below 0, how far inside."""

    required: str
    found: str
    off: float
    page: int | None = None
    box: object = None
    mild: bool = False
    """Only warns, whatever the clause's severity."""


@dataclasses.dataclass(frozen=True)
class Result:
    """What a clause says of one PDF: the worst of its measures, and all of them."""

    clause: Clause
    verdict: str
    required: str
    found: str
    page: int | None
    measures: tuple


def clause(number, name, severity=FAIL):
    """Registers a function from a laid paper to measures; its file's and its own name are the clause's id."""

    def register(check):
        subject = check.__module__.rpartition(".")[2]
        CLAUSES.append(Clause(f"{subject}.{check.__name__}", number, name, severity, check))
        return check

    return register


def results(laid):
    """What every clause says, in the order of the register."""
    return [_result(clause, tuple(clause.check(laid))) for clause in CLAUSES]


def verdict(clause, measure):
    if measure.off <= 0:
        return PASS
    return WARN if measure.mild else clause.severity


def _result(clause, measures):
    if not measures:
        return Result(clause, NONE, "", "", None, ())
    rank = [PASS, WARN, FAIL]
    worst = max(measures, key=lambda m: (rank.index(verdict(clause, m)), m.off))
    return Result(clause, verdict(clause, worst), worst.required, worst.found, worst.page, measures)


def near(value, wanted, tolerance, page=None, box=None, *, what="", mild=False):
    """A length that must be `wanted`, within the tolerance, in mm."""
    found = f"{what}{value:.2f}"
    required = f"{what}{wanted:.1f} ± {tolerance:g}"
    return Measure(required, found, abs(value - wanted) - tolerance - DOT, page, box, mild)


def between(value, low, high, page=None, box=None, *, what="", mild=False):
    """A length that must lie between two, in mm."""
    off = max(low - value, value - high) - DOT
    return Measure(f"{what}{low:.1f} … {high:.1f}", f"{what}{value:.2f}", off, page, box, mild)


def holds(true, required, found, page=None, box=None, *, mild=False):
    """Something that is so or not."""
    return Measure(required, found, -math.inf if true else math.inf, page, box, mild)
