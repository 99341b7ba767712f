"""The peer at work: fills the template with each of the papers. python fill.py TEMPLATE PAPERS.json FOLDER"""

import json
import pathlib
import sys

from docxtpl import DocxTemplate


def main(template, papers, folder):
    for context in json.loads(pathlib.Path(papers).read_text(encoding="utf-8")):
        paper = DocxTemplate(template)
        paper.render(context, autoescape=True)
        paper.save(pathlib.Path(folder) / f"{context['name']}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
