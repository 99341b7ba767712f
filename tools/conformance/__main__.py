"""Measures papers against GB/T 9704-2012: `python -m conformance PAPER.docx|FOLDER…`, with `tools` on PYTHONPATH.

Each Word file is laid out by LibreOffice and measured; where a PDF of the same name stands beside it, that is measured
too, and both are compared. Exit status: 0 where nothing fails, 1 where something does, 2 for a wrong call.
"""

import argparse
import collections
import dataclasses
import json
import pathlib
import sys
import tempfile

from . import clause, libreoffice, measured, office_fonts, paper, parity, pictures, report


def main(arguments=None, out=None):
    options = _options(arguments)
    files = list(_word_files(options.papers))
    missing = [file for file in files if not file.is_file()]
    if missing or not files:
        print(f"没有文件 {missing[0]}" if missing else "没有找到Word文件", file=sys.stderr)
        return 2
    out = out or sys.stdout
    table = report.Table(out, colour=out.isatty(), brief=options.brief)
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        folders = [pathlib.Path(folder) / name for name in ("free", "office", "stand-ins")]
        for one in folders:
            one.mkdir()
        free, office, stand_ins = folders
        relaid = libreoffice.to_pdf(files, free)
        with_office_fonts = libreoffice.to_pdf(files, office, office_fonts.configuration(stand_ins))
        return _report(options, table, files, zip(relaid, with_office_fonts, strict=True))


def _options(arguments):
    parser = argparse.ArgumentParser(prog="conformance", description="按GB/T 9704-2012测量公文版面")
    parser.add_argument("papers", nargs="+", type=pathlib.Path, help="Word文件，或存放文件的目录")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="全部测量结果写入此文件")
    parser.add_argument("--pictures", type=pathlib.Path, metavar="FOLDER", help="画有测量框的页面图写入此目录")
    lines = "zhoubao build --fragile --message-format json的输出"
    parser.add_argument("--lines", type=pathlib.Path, metavar="FILE", help=lines)
    parser.add_argument("--brief", action="store_true", help="只列提醒和不合格的条款")
    return parser.parse_args(arguments)


def _word_files(places):
    for place in places:
        yield from sorted(place.rglob("*.docx")) if place.is_dir() else [place]


def _report(options, table, files, relaid):
    counts = {key: collections.Counter() for key in (measured.PDF, measured.WORD)}
    jobs = [
        _Job(file, *word_pdfs, _name(file, options.papers), options.pictures, f"{index:03}-{file.stem}")
        for index, (file, word_pdfs) in enumerate(zip(files, relaid, strict=True))
    ]
    data, agreement, in_offices = [], parity.Parity(), parity.Parity()
    for one, in_office in measured.each(_measured, jobs):
        table.paper(one.name, one.form, one.results)
        for key, found in one.results.items():
            counts[key].update(result.verdict for result in found)
        agreement += one.parity
        in_offices += in_office
        data.append(_data(one))
    pairs = ((agreement, ""), (in_offices, "（办公室的字宽）"))
    figures = [figure for one, behind in pairs if one.papers for figure in one.figures(behind)] + _line_figures(options)
    table.totals({key: count for key, count in counts.items() if count})
    differences = agreement.differences + in_offices.differences
    table.figures(figures, differences)
    failed = any(count[clause.FAIL] for count in counts.values()) or not all(figure.enough for figure in figures)
    if options.json:
        whole = {"papers": data, "parity": [vars(figure) for figure in figures], "failed": failed}
        whole["differences"] = differences
        options.json.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    return int(failed)


@dataclasses.dataclass(frozen=True)
class _Job:
    """One paper to be measured, by a process of its own."""

    file: pathlib.Path
    word_pdf: pathlib.Path
    office_pdf: pathlib.Path
    name: str
    pictures: pathlib.Path | None
    stem: str


def _measured(job):
    read = paper.read(job.file, job.name)
    paths = {measured.PDF: job.file.with_suffix(".pdf"), measured.WORD: job.word_pdf}
    paths = {key: path for key, path in paths.items() if path.is_file()}
    laid = measured.laid_out(read, paths)
    found = measured.measure(read, laid)
    if job.pictures:
        job.pictures.mkdir(parents=True, exist_ok=True)
        for key, one in laid.items():
            pictures.draw(one, found.results[key], paths[key], job.pictures, f"{job.stem}-{key}")
    return found, _parity(read, job.file.with_suffix(".pdf"), job.office_pdf)


def _parity(read, pdf, word_pdf):
    """How our PDF agrees with the Word file as offices' fonts lay it out."""
    if not pdf.is_file():
        return parity.Parity()
    laid = measured.laid_out(read, {measured.PDF: pdf, measured.WORD: word_pdf})
    return measured.measure(read, laid).parity


def _line_figures(options):
    return parity.line_figures(options.lines) if options.lines else []


def _name(file, places):
    """The file as the folder that was asked for holds it."""
    for place in places:
        if place.is_dir() and file.is_relative_to(place):
            return str(file.relative_to(place).with_suffix(""))
    return file.stem


def _data(one):
    files = {
        key: {"pages": one.pages[key], "clauses": [report.as_data(result) for result in found]}
        for key, found in one.results.items()
    }
    return {"name": one.name, "form": one.form, "files": files}


if __name__ == "__main__":
    sys.exit(main())
