"""The peer at work: fills the template with each of the week's papers. python render.py TEMPLATE FOLDER"""

import pathlib
import sys

import week
from docxtpl import DocxTemplate


def main(template, folder):
    for name, context in week.papers().items():
        paper = DocxTemplate(template)
        paper.render(context, autoescape=True)
        paper.save(pathlib.Path(folder) / f"{name}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
