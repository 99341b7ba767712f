"""Our PDF of each paper and LibreOffice's, measured side by side on all cores."""

import dataclasses

from conformance import measured as measuring
from conformance import paper
from conformance.clause import FAIL, verdict
from conformance.parity import Parity
from parting import partings


@dataclasses.dataclass(frozen=True)
class Measured:
    """What one paper adds to the figures, where its lines part, and what no paper may have."""

    name: str
    parity: Parity
    partings: list
    failures: list

    @property
    def differences(self):
        return [difference.removeprefix(f"{self.name}：") for difference in self.parity.differences]


def measured(papers):
    """One `Measured` a paper, in their order."""
    return list(measuring.each(_one, papers))


def _one(files):
    read = paper.read(files.docx, files.name)
    laid = measuring.laid_out(read, {measuring.PDF: files.pdf, measuring.WORD: files.relaid})
    found = measuring.measure(read, laid)
    parted = partings(laid[measuring.PDF], laid[measuring.WORD])
    return Measured(files.name, found.parity, parted, list(_failures(found.results)))


def _failures(results):
    """All measures that fail, worded with the file and the clause that they fail in."""
    for key, clauses in results.items():
        for result in clauses:
            for measure in result.measures:
                if verdict(result.clause, measure) == FAIL:
                    where = f"第{measure.page}面 " if measure.page else ""
                    told = f"要求 {measure.required}，测得 {measure.found}"
                    yield f"{key} {where}{result.clause.id} {result.clause.number} {result.clause.name}：{told}"


def total(found):
    """All papers' figures as one."""
    return sum((one.parity for one in found), start=Parity())
