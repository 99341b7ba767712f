#!/usr/bin/env python3
"""Makes the corpus, lays its Word files out with LibreOffice, and says how far they agree with our PDFs.

    run.py [--seed N] [--folder FOLDER] [--first N] [--only TEXT]

Prints the first differences and failing clauses of each paper, then at which breaks lines part, then the figures that
the corpus is held to. FOLDER (else a temporary one) keeps `data`, `papers`, `relaid` and `lines.json`; `data` that is
there already is built as it is. Needs the judges' Python (`make judges`) and a release build. Exit status 1 where a figure does not
suffice or a clause fails.
"""

import argparse
import collections
import pathlib
import sys
import tempfile

from corpus import Corpus
from side_by_side import measured, total

from conformance import parity


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=pathlib.Path, help="where to keep data, papers and LibreOffice's PDFs")
    parser.add_argument("--first", type=int, default=5, help="how many differences and failures to list of each paper")
    parser.add_argument("--only", default="", help="only papers with this text in their names")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corpus-") as temporary:
        corpus = Corpus(given.folder or pathlib.Path(temporary), given.seed)
        corpus.build()
        papers = [paper for paper in corpus.papers if given.only in paper.name]
        corpus.lay_out(papers)
        sys.exit(told(measured(papers), corpus.lines, given.first))


def told(found, lines, first):
    """Prints what was found; 0 if it suffices, else 1."""
    for paper in found:
        wrong = [*paper.differences, *paper.failures]
        if wrong:
            print(f"{paper.name}: {len(wrong)}")
        for line in wrong[:first]:
            print(f"    {line}")
    partings = collections.Counter(parting for paper in found for parting in paper.partings)
    if partings:
        print("\nwhere lines part first:")
    for parting, count in partings.most_common(40):
        print(f"{count:5}  {parting}")
    figures = [*total(found).figures(), *parity.line_figures(lines)]
    print()
    for figure in figures:
        enough = "ok  " if figure.enough else "FAIL"
        print(f"{enough} {figure.name} {figure.value:.2f} {figure.unit} ({figure.of or '—'}; {figure.required})")
    failed = [paper.name for paper in found if paper.failures]
    print(f"{'FAIL' if failed else 'ok  '} papers with a clause of GB/T 9704 that fails: {len(failed)}")
    return int(bool(failed) or not all(figure.enough for figure in figures))


if __name__ == "__main__":
    main()
