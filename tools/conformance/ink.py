"""A page as it prints: where its black and its red ink stands. The standard measures ink, not a font's boxes."""

from PIL import ImageChops

from .box import Box

DPI = 300
DOTS = DPI / 25.4
# A channel below this counts as dark; antialiasing leaves paler edges.
DARK = 128


class Print:
    """A rendered page, as one mask of black ink and one of red."""

    def __init__(self, page):
        self.image = page.render(scale=DPI / 72).to_pil().convert("RGB")
        red, green, blue = self.image.split()
        without_red = ImageChops.lighter(green, blue).point(lambda value: 255 if value < DARK else 0)
        self.black = ImageChops.darker(without_red, red.point(lambda value: 255 if value < DARK else 0))
        self.red = ImageChops.darker(without_red, red.point(lambda value: 255 if value >= DARK else 0))

    def ink(self, area):
        """The box around the ink in an area, and whether it is red; None where there is none."""
        dots = tuple(round(side * DOTS) for side in (area.left, area.top, area.right, area.bottom))
        found = {}
        for colour, mask in (("black", self.black), ("red", self.red)):
            part = mask.crop(dots)
            if box := part.getbbox():
                found[colour] = box, part.histogram()[255]
        if not found:
            return None, False
        # A red seal may lie under black text; what is wholly red is red.
        colour = "black" if "black" in found and found["black"][1] * 4 > sum(n for _, n in found.values()) else "red"
        if colour not in found:
            return None, False
        left, top, right, bottom = found[colour][0]
        x, y = dots[0], dots[1]
        return Box((x + left) / DOTS, (y + top) / DOTS, (x + right) / DOTS, (y + bottom) / DOTS), colour == "red"
