"""7.5: page numbers. On landscape pages they are measured on the sheet turned upright."""

from .. import standard
from ..clause import WARN, clause, holds, near
from ..laid import IMPRINT


def numbered(laid):
    """The pages that must have a number."""
    return [sheet for sheet in laid.sheets if not unnumbered(laid, sheet) and not _first_of_letter(laid, sheet)]


def unnumbered(laid, sheet):
    """Blank pages, and that of the 版记 behind a blank one (7.5)."""
    shown = laid.on(sheet.number)
    behind_blank = sheet.number > 1 and not laid.on(sheet.number - 1)
    return not shown or (behind_blank and all(part.style in IMPRINT for part, _ in shown))


def _first_of_letter(laid, sheet):
    return laid.form == "信函" and sheet.number == 1


def _box(sheet):
    return None if sheet.landscape else sheet.page_number.ink


@clause("7.5", "有页码")
def present(laid):
    for sheet in numbered(laid):
        found = "有" if sheet.page_number else "没有"
        yield holds(sheet.page_number, "有", found, sheet.number)


@clause("7.5", "空白面无页码")
def absent(laid):
    for sheet in laid.sheets:
        if unnumbered(laid, sheet):
            found = sheet.page_number.text if sheet.page_number else "没有"
            yield holds(not sheet.page_number, "没有", found, sheet.number)


@clause("7.5", "页码写法和次序")
def written(laid):
    for sheet in numbered(laid):
        if line := sheet.page_number:
            yield holds(line.text == f"—{sheet.number}—", f"— {sheet.number} —", line.text, sheet.number, _box(sheet))


@clause("7.5", "单页码居右双页码居左")
def side(laid):
    for sheet in numbered(laid):
        if line := sheet.page_number:
            right = line.ink.centre > standard.WIDTH / 2
            found = "右" if right else "左"
            yield holds(right == bool(sheet.number % 2), "单右双左", f"第{sheet.number}面在{found}", sheet.number, _box(sheet))


@clause("7.5", "页码空一字", WARN)
def outer_end(laid):
    for sheet in numbered(laid):
        if line := sheet.page_number:
            # On the wrong side is another clause's.
            right = line.ink.centre > standard.WIDTH / 2
            found, wanted = (line.ink.right, standard.NUMBER_RIGHT) if right else (line.ink.left, standard.NUMBER_LEFT)
            yield near(found, wanted, 1.5, sheet.number, _box(sheet), what="右端 " if right else "左端 ")


@clause("7.5", "一字线距版心下缘7 mm", WARN)
def dash(laid):
    for sheet in numbered(laid):
        line = sheet.page_number
        dashes = [c.ink for c in line.characters if c.text in "—–" and c.ink] if line else []
        if dashes:
            yield near(dashes[0].middle, standard.DASH, 1, sheet.number, _box(sheet))
