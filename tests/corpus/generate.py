#!/usr/bin/env python3
"""Writes a data folder whose papers have every form and element of GB/T 9704-2012.

    generate.py FOLDER [--seed N]     then: zhoubao build FOLDER --out OUT

The same seed gives the same files. Seed 1 is the corpus of the tests; other seeds give other texts.
"""

import argparse
import pathlib
import sys

import attachments
import forms
import lengths
import records
import tables

OFFICES = [
    forms.elements, forms.upward, forms.joint, forms.letters, forms.orders, forms.minutes, forms.bulletins, forms.plain,
    forms.marks, tables.office, attachments.office, lengths.ends, lengths.table_ends, lengths.long, records.Records,
]  # fmt: skip


def generate(folder, seed=1):
    """Writes all offices into a folder that is empty or not yet there."""
    for office in OFFICES:
        office(seed).write(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.folder.exists() and any(given.folder.iterdir()):
        sys.exit(f"{given.folder} is not empty")
    generate(given.folder, given.seed)


if __name__ == "__main__":
    main()
