"""The peers, given the text of our own papers: docxtpl with LibreOffice, and the typst program."""

import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from . import measure

HERE = pathlib.Path(__file__).resolve().parent
TEMPLATE = HERE.parent / "peer/template.py"
TYPST = measure.ROOT / "target/typst/bin/typst"
# The form that our PDFs have.
PDF = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"}}'


def word(room, papers):
    """Seconds a paper of docxtpl and LibreOffice: one process fills all templates, one converts all files.

    LibreOffice's profile is warm, and its files are in the cache.
    """
    template = room / "template.docx"
    subprocess.run([sys.executable, TEMPLATE, template], check=True)
    contexts = room / "papers.json"
    out = room / "peer"

    def made(papers):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        contexts.write_text(json.dumps([paper.context() for paper in papers]), encoding="utf-8")
        fill = measure.run([sys.executable, HERE / "fill.py", template, contexts, out], room)
        files = sorted(out.glob("*.docx"))
        profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
        convert = measure.run(["soffice", profile, "--headless", "--convert-to", PDF, "--outdir", out, *files], room)
        if (len(files), len(list(out.glob("*.pdf")))) != (len(papers), len(papers)):
            raise measure.Failed("docxtpl 或 LibreOffice 没有做出全部文件")
        return fill.seconds + convert.seconds

    made(papers[:1])
    return made(papers) / len(papers)


def _quoted(text):
    return json.dumps(text, ensure_ascii=False)


def source(paper):
    """The paper in Typst."""
    head = ", ".join(f"{key}: {_quoted(getattr(paper, key))}" for key in ("title", "addressee", "organ", "date"))
    lines = ['#import "/paper.typ": paper', f"#show: paper.with({head})"]
    for level, text in paper.blocks:
        lines.append(f"#heading(level: {level}, {_quoted(text)})" if level else f"#par({_quoted(text)})")
    return "\n".join(lines) + "\n"


def fonts_folder(room):
    """Where our own fonts lie, as the program says it: the peer need not look anywhere else."""
    done = measure.run([measure.PROGRAM, "fonts"], room)
    listed = (room / "printed").read_text(encoding="utf-8")
    faces = [line.split("\t")[-1] for line in listed.splitlines() if line.count("\t") == 2]
    folders = {str(pathlib.Path(face).parent) for face in faces}
    if done.status or not folders:
        raise measure.Failed("zhoubao fonts 没有说出字体在哪里")
    return os.pathsep.join(sorted(folders))


def typst(room, papers):
    """Seconds a paper of the typst program: a process a paper, as many at once as there are cores."""
    if not TYPST.is_file():
        raise measure.Failed("没有 typst 程序，请运行 make typst")
    sources = room / "typst"
    sources.mkdir()
    shutil.copy(HERE / "paper.typ", sources)
    for paper in papers:
        (sources / f"{paper.name}.typ").write_text(source(paper), encoding="utf-8")
    command = [TYPST, "compile", "--root", sources, "--ignore-system-fonts", "--font-path", fonts_folder(room)]
    command += ["--pdf-standard", "a-2a,ua-1"]

    def made(paper):
        file = sources / f"{paper.name}.typ"
        done = subprocess.run([*command, file, file.with_suffix(".pdf")], capture_output=True, text=True, check=False)
        if done.returncode:
            raise measure.Failed(f"typst：{done.stderr.strip()[:400]}")

    made(papers[0])
    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(measure.CORES) as pool:
        list(pool.map(made, papers))
    return (time.perf_counter() - started) / len(papers)
