"""A page as it prints: where its black and its red ink stands. The standard measures ink, not a font's boxes."""

from PIL import ImageChops

from .box import Box

DPI = 300
DOTS = DPI / 25.4
# A channel below this counts as dark; antialiasing leaves paler edges.
DARK = 128


def _dark(value):
    return 255 if value < DARK else 0


class Print:
    """A rendered page, as one mask of black ink and one of red."""

    def __init__(self, page):
        red, green, blue = page.render(scale=DPI / 72, rev_byteorder=True).to_pil().split()[:3]
        without_red = ImageChops.lighter(green, blue).point(_dark)
        self.black = ImageChops.darker(without_red, red.point(_dark))
        self.red = ImageChops.subtract(without_red, self.black)

    def ink(self, area, red):
        """The box around the black or the red ink in an area, None where there is none."""
        left, top, right, bottom = (round(side * DOTS) for side in (area.left, area.top, area.right, area.bottom))
        box = (self.red if red else self.black).crop((left, top, right, bottom)).getbbox()
        if not box:
            return None
        return Box((left + box[0]) / DOTS, (top + box[1]) / DOTS, (left + box[2]) / DOTS, (top + box[3]) / DOTS)
