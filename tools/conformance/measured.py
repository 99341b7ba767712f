"""Papers as all clauses measure them, in our PDF and as LibreOffice lays out the Word file."""

import concurrent.futures
import dataclasses

from . import clauses
from .laid import Laid
from .parity import Parity

PDF, WORD = "pdf", "word"


@dataclasses.dataclass(frozen=True)
class Measured:
    """What was found in one paper's files, by `PDF` and `WORD`."""

    name: str
    form: str
    pages: dict
    results: dict
    parity: Parity


def laid_out(paper, paths):
    """The paper as each of these PDFs shows it."""
    return {key: Laid(paper, path) for key, path in paths.items()}


def measure(paper, laid):
    parity = Parity()
    if PDF in laid:
        parity.add(laid[PDF], laid[WORD])
    pages = {key: len(one.sheets) for key, one in laid.items()}
    results = {key: clauses.results(one) for key, one in laid.items()}
    return Measured(paper.name, paper.form, pages, results, parity)


def each(one, jobs):
    """What `one` makes of each job, in their order, on all cores."""
    with concurrent.futures.ProcessPoolExecutor() as pool:
        yield from pool.map(one, jobs)
