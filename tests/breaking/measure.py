#!/usr/bin/env python3
"""Measures whether LibreOffice breaks lines where `breaking::lock` does, and where it puts their glyphs.

    measure.py [GROUP…] [--show] [--hold] [--keep FOLDER]

Each group of paragraphs becomes one Word file; all are laid out by one run of LibreOffice. Of every group it prints
the lines that break alike, those that are `fragile`, those with tracking of their own and the farthest of these, and
the median and the 99th percentile of the distances between our glyphs and LibreOffice's. `--show` prints the lines
that differ, `--hold` ends every fragile line with a break, `--keep` keeps the files.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
from collections import Counter

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "judges")]

import docx  # noqa: E402
import libreoffice  # noqa: E402
import pdfplumber  # noqa: E402
import texts  # noqa: E402
from house import ROOT  # noqa: E402

BODY = {"em": 320, "width": 8844, "first": 630, "tracking": -5}
SMALL = {"em": 280, "width": 8844 - 1400, "first": -840, "tracking": 0}
LEFT = 79.4  # pt of the text area's left edge on the page
CELL_WIDTHS = [(1200, 1900), (1500, 2400), (2000, 3000), (4000, 3600), (1300, 7500)]


def groups():
    """[(name, columns)]; a column is a measure and its texts. Tables have two."""
    body = lambda texts, **changed: [(BODY | changed, texts)]  # noqa: E731
    yield "week", body(texts.real_week())
    for seed in range(1, 7):
        yield f"hostile-{seed}", body(texts.hostile(seed))
    for seed in range(1, 4):
        yield f"western-{seed}", body(texts.western(seed))
    yield "latin", body(texts.latin(1))
    yield "small", [(SMALL, texts.hostile(11))]
    yield "hanging", body(texts.hostile(12), first=-945, width=8844 - 1575)
    yield "centred", body(texts.hostile(13, 40, 4, 20), first=0, align="center", tracking=0)
    yield "right", body(texts.hostile(14, 40, 4, 20), first=0, align="right")
    yield "narrower", body(texts.western(15), width=6000)
    for at, widths in enumerate(CELL_WIDTHS):
        columns = []
        for column, width in enumerate(widths):
            cell = {"em": 240, "width": width, "first": 0, "tracking": 0, "cell": column}
            columns.append((cell, texts.entries(100 + 2 * at + column)))
        yield f"cells-{widths[0]}-{widths[1]}", columns


def broken(columns):
    """The lines that the Rust code makes: for each column, for each paragraph its lines."""
    asked = [[measure | {"text": text} for text in paragraphs] for measure, paragraphs in columns]
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder) / "given.json", pathlib.Path(folder) / "made.json"
        given.write_text(json.dumps([each for column in asked for each in column]))
        command = ["cargo", "test", "--release", "--locked", "--quiet", "--test", "breaking", "for_measuring"]
        environment = os.environ | {"GIVEN": str(given), "MADE": str(made)}
        arguments = ["--", "--ignored", "--nocapture"]
        subprocess.run(command + arguments, env=environment, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        answers = iter(json.loads(made.read_text()))
    return [[next(answers) for _ in column] for column in asked]


def body_of(columns, answers, hold):
    """The group's paragraphs as Word has them; with `hold`, a break ends each fragile line."""
    written = []
    for (measure, paragraphs), column in zip(columns, answers):
        written.append([
            docx.paragraph(
                measure, text, answer["faces"],
                [line["tracking"] for line in answer["lines"] for _ in range(line["end"] - line["start"])],
                [line["end"] for line in answer["lines"] if hold and line["fragile"]],
            )
            for text, answer in zip(paragraphs, column)
        ])
    if len(columns) == 1:
        return "".join(written[0])
    return docx.table([measure["width"] for measure, _ in columns], written)


def rows_of(pdf_path, left, right):
    """Rows of glyphs between two edges, white space dropped: [[(text, x)]]."""
    rows = []
    with pdfplumber.open(pdf_path) as pdf:
        for page in pdf.pages:
            row, last = [], None
            inside = [c for c in page.chars if c["text"].strip() and left <= (c["x0"] + c["x1"]) / 2 < right]
            for c in sorted(inside, key=lambda c: c["top"] + c["bottom"]):
                middle = (c["top"] + c["bottom"]) / 2
                if last is not None and middle - last > 6:
                    rows.append(row)
                    row = []
                row.append(c)
                last = middle
            rows.append(row)
    return [sorted(((c["text"], c["x0"]) for c in row), key=lambda c: c[1]) for row in rows if row]


def by_paragraph(rows, paragraphs):
    """LibreOffice's rows given out to the paragraphs: for each the rows, and where in its text without white space
    each ends. LibreOffice loses a mark that hangs before a digit: such a one is skipped."""
    at = 0
    for text in paragraphs:
        text, position, taken = "".join(text.split()), 0, []
        while position < len(text) and at < len(rows):
            row = "".join(glyph for glyph, _ in rows[at])
            lost = next((lost for lost in range(3) if text.startswith(row, position + lost)), None)
            if lost is None:
                break
            if lost and taken:
                taken[-1] = (taken[-1][0], position + lost)
            position += lost + len(row)
            taken.append((rows[at], position))
            at += 1
        assert len(text) - position < 3, (text, position, "".join(g for g, _ in rows[at]) if at < len(rows) else "")
        yield taken


def compare(columns, answers, pdf, show):
    """Counts how the lines of a group compare."""
    count, distances, edge = Counter(), [], LEFT
    for (measure, paragraphs), column in zip(columns, answers):
        right = edge + measure["width"] / 20 if len(columns) > 1 else 1000
        rows = rows_of(pdf, edge - 30 if edge == LEFT else edge, right)
        for text, answer, theirs in zip(paragraphs, column, by_paragraph(rows, paragraphs)):
            ends = [0, *(end for _, end in theirs)]
            position, shown = 0, False
            for line in answer["lines"]:
                whole = text[line["start"]:line["end"]]
                ours = "".join(whole.split())
                begins, position = position, position + len(ours)
                alike = begins in ends and (not ours or position in ends[ends.index(begins) + 1:][:1])
                off = abs(line["tracking"] - measure["tracking"])
                count["lines"] += 1
                count["alike"] += alike
                count["fragile"] += line["fragile"]
                count["spaced"] += off > 0
                count["farthest"] = max(count["farthest"], off)
                count["wrong"] += not alike and not line["fragile"] and begins in ends
                row = theirs[ends.index(begins)][0] if begins in ends and begins < ends[-1] else []
                if alike and len(row) == len(ours) and "align" not in measure:
                    places = [x for x, c in zip(line["places"], whole) if not c.isspace()]
                    distances += [abs(ours - (x - edge)) for ours, (_, x) in zip(places, row)]
                elif not alike and begins in ends and show:
                    print(f"    {'?' if line['fragile'] else '!'} {line['tracking']:>3} {whole}")
                    print(f"          {''.join(g for g, _ in row)}")
        edge = right
    distances = sorted(distances) or [0]
    count["median"], count["99th"] = statistics.median(distances), distances[len(distances) * 99 // 100]
    return count


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("group", nargs="*")
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--hold", action="store_true")
    arguments.add_argument("--keep", type=pathlib.Path)
    arguments = arguments.parse_args()
    wanted = [(n, c) for n, c in groups() if not arguments.group or any(n.startswith(g) for g in arguments.group)]
    columns = [column for _, group in wanted for column in group]
    answers = broken(columns)
    with tempfile.TemporaryDirectory() as folder:
        folder = arguments.keep or pathlib.Path(folder)
        files, at, parted = [], 0, []
        for name, group in wanted:
            parted.append(answers[at:at + len(group)])
            at += len(group)
            files.append(folder / f"{name}.docx")
            docx.write(files[-1], body_of(group, parted[-1], arguments.hold))
        pdfs = libreoffice.to_pdf(files, folder)
        total = Counter()
        print(f"{'':16} lines  alike fragile spaced farthest wrong median 99%")
        for (name, group), answer, pdf in zip(wanted, parted, pdfs):
            count = compare(group, answer, pdf, arguments.show)
            lines = count["lines"]
            share = lambda key: f"{100 * count[key] / lines:6.2f}%"  # noqa: E731
            print(f"{name:16} {lines:5} {share('alike')} {share('fragile')} {share('spaced')} {count['farthest']:3} "
                  f"{count['wrong']:3} {count['median']:.3f} {count['99th']:.3f}", flush=True)
            total.update({k: v for k, v in count.items() if k not in ("farthest", "median", "99th")})
        lines = total["lines"]
        print(f"all: {lines} lines, alike {100 * total['alike'] / lines:.2f}%, fragile {100 * total['fragile'] / lines:.2f}%, "
              f"spaced {100 * total['spaced'] / lines:.2f}%, locked but wrong {total['wrong']}")


if __name__ == "__main__":
    main()
