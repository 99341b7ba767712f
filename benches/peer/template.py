"""Makes the peer's Word template with python-docx: python template.py FILE

The page is that of GB/T 9704-2012; the fonts are the free ones, so that LibreOffice needs no substitution.
"""

import sys

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

STYLES = {
    "Normal": ("FandolFang R", 16),
    "Title": ("FandolSong", 22),
    "Heading 1": ("FandolHei", 16),
    "Heading 2": ("FandolKai", 16),
}


def main(path):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(34.58), Mm(32.58)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, (font, size) in STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.paragraph_format.line_spacing = Pt(29.6 if size == 16 else 36)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)

    def paragraph(text, style="Normal", indent=True, align=None):
        made = document.add_paragraph(text, style)
        made.alignment = align
        made.paragraph_format.first_line_indent = Pt(31.5 if indent else 0)

    paragraph("{{ title }}", "Title", indent=False, align=WD_ALIGN_PARAGRAPH.CENTER)
    paragraph("{{ addressee }}", indent=False)
    paragraph("{%p for block in blocks %}")
    paragraph("{%p if block.level == 1 %}")
    paragraph("{{ block.text }}", "Heading 1")
    paragraph("{%p elif block.level == 2 %}")
    paragraph("{{ block.text }}", "Heading 2")
    paragraph("{%p else %}")
    paragraph("{{ block.text }}", align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    paragraph("{%p endif %}")
    paragraph("{%p endfor %}")
    paragraph("{{ organ }}", align=WD_ALIGN_PARAGRAPH.RIGHT)
    paragraph("{{ date }}", align=WD_ALIGN_PARAGRAPH.RIGHT)
    document.save(path)


if __name__ == "__main__":
    main(sys.argv[1])
