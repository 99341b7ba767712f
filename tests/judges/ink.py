"""Where the ink of a page stands, in mm from its top left corner: what the standard measures, which is not what a
font's boxes say."""

import dataclasses

import pypdfium2
from PIL import ImageOps

DPI = 300
MM = DPI / 25.4
# How finely places are known: one dot, in mm.
DOT = 1 / MM
# Anything darker counts as ink; antialiasing leaves paler edges.
THRESHOLD = 128


@dataclasses.dataclass(frozen=True)
class Box:
    """A rectangle on the page, in mm."""

    left: float
    top: float
    right: float
    bottom: float


class Page:
    """A rendered page."""

    def __init__(self, page):
        grey = ImageOps.invert(page.render(scale=DPI / 72).to_pil().convert("L"))
        self.image = grey.point(lambda value: 255 if value > THRESHOLD else 0)
        self.width, self.height = self.image.width / MM, self.image.height / MM

    def ink(self, left=0.0, top=0.0, right=None, bottom=None):
        """The box around all ink within the given part of the page, or None where there is none."""
        right, bottom = right or self.width, bottom or self.height
        part = self.image.crop(tuple(round(side * MM) for side in (left, top, right, bottom)))
        box = part.getbbox()
        return box and Box(left + box[0] / MM, top + box[1] / MM, left + box[2] / MM, top + box[3] / MM)


def pages(path):
    """Every page of a PDF, rendered."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [Page(page) for page in document]
    finally:
        document.close()
