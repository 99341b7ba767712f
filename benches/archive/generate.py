"""An archive as folders of YAML: `python -m archive.generate --offices 129 --weeks 52 --seed 1 FOLDER`, from benches/."""

import argparse
import pathlib
import random
import sys

from weeks import calendar_cn
from weeks.generate import Series

from .office import make
from .week import ArchiveWriter

FIRST_YEAR, FIRST_YEAR_OF_MANY = 2011, 1950
MANY = 1000
"""More weeks than this begin in 1950: 5,200 are a century."""


def series(seed, number, weeks):
    """The office of that number under a seed, with so many weeks."""
    rng = random.Random(f"{seed}/{number}")
    office = make(rng, number)
    first = calendar_cn.day(f"{FIRST_YEAR if weeks <= MANY else FIRST_YEAR_OF_MANY}-01-01")
    while first.weekday() != office.style.first_weekday:
        first += calendar_cn.DAY
    writer = ArchiveWriter(rng, office, first)
    return Series(office, [writer.week() for _ in range(weeks)])


def write(folder, offices, weeks, seed=1):
    """Writes the archive; the same for the same numbers."""
    for number in range(offices):
        series(seed, number, weeks).write(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--offices", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    write(options.folder, options.offices, options.weeks, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
