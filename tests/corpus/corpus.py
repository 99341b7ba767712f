"""The corpus as files: generated, built, and laid out by LibreOffice."""

import dataclasses
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ZHOUBAO", ROOT / "target/release/zhoubao")).resolve()
sys.path.insert(0, str(ROOT / "tools"))

from conformance import libreoffice  # noqa: E402
from generate import generate  # noqa: E402


@dataclasses.dataclass(frozen=True)
class Paper:
    """One paper's files; `relaid` is LibreOffice's PDF of the Word file."""

    name: str
    docx: pathlib.Path
    relaid: pathlib.Path

    @property
    def pdf(self):
        return self.docx.with_suffix(".pdf")


class Corpus:
    def __init__(self, folder, seed):
        self.folder, self.seed = folder.resolve(), seed
        self.lines = self.folder / "lines.json"
        self.messages, self.papers = [], []

    def build(self):
        """Generates the data and builds all papers. An error among what is said is one here too; of a warning, such as that
        a title of five lines leaves no text on page 1, the clauses judge."""
        data, out = self.folder / "data", self.folder / "papers"
        if not data.exists():
            generate(data, self.seed)
        command = [PROGRAM, "build", data, "--out", out, "--fragile", "--message-format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.messages = [json.loads(line) for line in done.stdout.splitlines()]
        findings = [f"{m['severity']}: {m['message']}" for m in self.messages if m["reason"] == "diagnostic"]
        if done.returncode:
            raise RuntimeError("\n".join([f"the build ended with {done.returncode}", done.stderr, *findings[:20]]))
        self.lines.write_text(done.stdout, encoding="utf-8")
        files = [m for m in self.messages if m["reason"] == "paper" and m["format"] == "docx"]
        for file in sorted(files, key=lambda m: m["path"]):
            docx = pathlib.Path(file["path"])
            name = str(docx.relative_to(out).with_suffix(""))
            self.papers.append(Paper(name, docx, self.folder / "relaid" / f"{name.replace('/', '_')}.pdf"))

    def lay_out(self, papers):
        """LibreOffice's PDFs of these papers."""
        made = self.folder / "relaid"
        made.mkdir(exist_ok=True)
        for paper, pdf in zip(papers, libreoffice.to_pdf([paper.docx for paper in papers], made), strict=True):
            pdf.rename(paper.relaid)
