"""Our PDF of each paper and LibreOffice's, measured side by side on all cores."""

import concurrent.futures
import dataclasses

from conformance import paper, parity
from conformance.laid import Laid
from parting import partings


@dataclasses.dataclass(frozen=True)
class Measured:
    """What one paper adds to the figures, and where its lines part."""

    name: str
    parity: parity.Parity
    partings: list

    @property
    def differences(self):
        return [difference.removeprefix(f"{self.name}：") for difference in self.parity.differences]


def measured(papers):
    """One `Measured` a paper, in their order."""
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return list(pool.map(_one, papers))


def _one(files):
    read = paper.read(files.docx, files.name)
    ours, theirs = Laid(read, files.pdf), Laid(read, files.relaid)
    agreement = parity.Parity()
    agreement.add(ours, theirs)
    return Measured(files.name, agreement, partings(ours, theirs))


def total(found):
    """All papers' figures as one."""
    whole = parity.Parity()
    for field in dataclasses.fields(whole):
        values = [getattr(one.parity, field.name) for one in found]
        setattr(whole, field.name, sum(values, start=type(getattr(whole, field.name))()))
    return whole
