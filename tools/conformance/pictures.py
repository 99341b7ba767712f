"""Pictures of the pages with what was measured drawn on them."""

import pathlib

import pypdfium2
from PIL import ImageDraw, ImageFont

from . import standard
from .box import Box
from .clause import FAIL, WARN, verdict
from .styles import NAMES

DPI = 110
DOTS = DPI / 25.4
FONT = pathlib.Path("~/.local/share/fonts/zhoubao/FandolHei-Regular.otf").expanduser()
AREA, ELEMENT, RULE, PICTURE = "#9ad0ff", "#2a7a2a", "#8a2be2", "#00a0a0"
FAULTS = {WARN: "#e08000", FAIL: "#e00000"}


def draw(laid, results, path, folder, stem):
    """A PNG of each page: its text area, elements, rules and pictures, and what is not as it should be."""
    font = ImageFont.truetype(FONT, 11) if FONT.is_file() else ImageFont.load_default()
    document = pypdfium2.PdfDocument(path)
    try:
        for sheet in laid.sheets:
            image = document[sheet.number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
            _draw_page(_Pen(ImageDraw.Draw(image), font), laid, sheet, results)
            image.save(folder / f"{stem}-{sheet.number}.png")
    finally:
        document.close()


class _Pen:
    def __init__(self, canvas, font):
        self.canvas, self.font = canvas, font

    def box(self, box, colour, label="", width=1, below=False):
        left, top, right, bottom = (round(v * DOTS) for v in (box.left, box.top, box.right, box.bottom))
        self.canvas.rectangle((left, top, max(right, left + 1), max(bottom, top + 1)), outline=colour, width=width)
        if label:
            self.canvas.text((left, bottom + 1 if below else top - 12), label, fill=colour, font=self.font)


def _draw_page(pen, laid, sheet, results):
    pen.box(_area(sheet), AREA)
    for part, lines in laid.on(sheet.number):
        for line in lines:
            first = line is part.first
            name = NAMES.get(part.style, part.style) if first else ""
            pen.box(line.ink, ELEMENT, f"{name} {_places(line.ink)}" if first else "")
    for rule in sheet.rules:
        label = f"线 x {rule.left:.1f}–{rule.right:.1f} y {rule.y:.1f} 粗 {rule.weight:.2f}"
        pen.box(rule.box, RULE, label)
    for picture in sheet.pictures:
        pen.box(picture, PICTURE, f"图 {_places(picture)}")
    if number := sheet.page_number:
        box = number.ink
        label = f"页码 {_places(box)}"
        pen.box(_on_landscape(box, sheet) if sheet.landscape else box, ELEMENT, label)
    for result in results:
        for measure in result.measures:
            kind = verdict(result.clause, measure)
            if kind in FAULTS and measure.page == sheet.number and measure.box:
                label = f"{result.clause.number} {result.clause.name}：{measure.found}（{measure.required}）"
                pen.box(measure.box, FAULTS[kind], label, width=2, below=True)


def _places(box):
    return f"x {box.left:.1f}–{box.right:.1f} y {box.top:.1f}–{box.bottom:.1f}"


def _area(sheet):
    box = Box(standard.LEFT, standard.TOP, standard.RIGHT, standard.BOTTOM)
    return _on_landscape(box, sheet) if sheet.landscape else box


def _on_landscape(box, sheet):
    """A box of the upright sheet as it stands on the sheet turned clockwise."""
    return Box(sheet.width - box.bottom, box.left, sheet.width - box.top, box.right)
