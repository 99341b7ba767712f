"""5 and 6: the sheet, the text area, lines and characters, colour."""

import itertools
import statistics

from .. import standard
from ..clause import WARN, Measure, between, clause, holds, near
from ..laid import ENOUGH, FILLING, IMPRINT, RUNNING
from ..punctuation import CLOSING, OPENING
from ..sheet import lines_of
from ..styles import Style

# Elements at heights of their own, which the text area's top does not place.
FIXED = (Style.IssuerMark, Style.RuleLine, *IMPRINT)
# Elements whose lines stand on the grid.
ON_GRID = (*RUNNING, Style.Addressee, Style.Enclosure)
# What stands behind the text, and how many lines of a long paragraph go to the next page with it.
SIGNATURE, CARRIED = (Style.IssuingOrgan, Style.Stamp, Style.IssueDate), 2
# Where a line's ink begins depends on its characters by some tenths of a mm: it counts as beginning no lower than so
# many mm below the top of the em box, which stands so many em above the baseline.
USUAL, ASCENT = 0.4, 0.88


def full_pages(laid):
    """Pages that a paragraph of the grid runs over, from top to bottom: for each its number and lines."""
    for sheet in laid.sheets[:-1]:
        on_page = laid.on(sheet.number)
        if not on_page or sheet.landscape:
            continue
        last, lines = on_page[-1]
        broken = last.style == Style.BodyText and last.last.page > sheet.number
        if broken and all(part.style in ON_GRID for part, _ in on_page):
            shown = lines_of([c for _, lines in on_page for line in lines for c in line.characters])
            is_short = shown[-1].ink.bottom < bottom_wanted(laid) - standard.PITCH
            if not (is_short and is_carried(laid, last)):
                yield sheet, shown


def is_carried(laid, part):
    """Whether the last lines of a paragraph stand on the next page only so that the signature does not stand there alone
    (7.3.5.4)."""
    carried = sum(line.page == part.last.page for line in part.lines)
    behind = laid.parts[laid.parts.index(part) + 1 :]
    return carried <= CARRIED and bool(behind) and behind[0].style in SIGNATURE and behind[0].page == part.last.page


def bottom_wanted(laid):
    return standard.SETUP_BOTTOM if laid.paper.page_setup else standard.BOTTOM


@clause("5.1", "A4幅面")
def paper_size(laid):
    for sheet in laid.sheets:
        wide, high = standard.WIDTH, standard.HEIGHT
        if sheet.landscape and laid.paper.landscape:
            wide, high = high, wide
        off = max(abs(sheet.width - wide), abs(sheet.height - high)) - 0.5
        found = f"{sheet.width:.1f} × {sheet.height:.1f}"
        yield Measure(f"{wide:.0f} × {high:.0f} ± 0.5", found, off, sheet.number)


@clause("—", "文字齐全")
def all_text(laid):
    for part in laid.all_parts:
        yield holds(part.lines, "Word文件的每段文字", "都有" if part.lines else f"缺“{part.element.text[:20]}”")


@clause("5.2.1", "Word页面设置的页边距", WARN)
def page_setup(laid):
    """By ink only what stands on the sheet counts."""
    if laid.paper.page_setup:
        names = {"top": "上", "bottom": "下", "left": "左", "right": "右"}
        for side, wanted in standard.SETUP.items():
            yield near(laid.paper.margins[side], wanted, standard.SETUP_OFF, what=f"{names[side]} ")


@clause("5.2.1", "天头")
def top(laid):
    for sheet in laid.sheets:
        on_page = [(part, lines) for part, lines in laid.on(sheet.number) if part.style not in FIXED]
        if not on_page or (sheet.number == 1 and laid.mark and not before_mark(laid)):
            continue
        line = lines_of([c for _, lines in on_page for line in lines for c in line.characters])[0]
        box, upper = line.ink, ink_top(line)
        rules = [rule.box for rule in sheet.rules if standard.LEFT - 2 < rule.box.top < upper and rule.width > 20]
        table = min(rules, key=lambda rule: rule.top, default=None)
        if sheet.landscape:
            # The standard says where its head is and not how far from the edge: it is the sheet's left margin.
            upper, box = (table.top, table) if table else (upper, box)
            yield near(upper, standard.LEFT, 1, sheet.number, box, what="横排页 ", mild=True)
            continue
        if table:
            yield between(table.top, standard.LINE_TOP - 1, standard.TOP + 1, sheet.number, table, what="表格 ")
            continue
        wanted, tolerance = (standard.SETUP_TOP, 1.5) if laid.paper.page_setup else (standard.TOP, 1)
        if sheet.number == 1 and laid.of(Style.Secrecy) and not laid.of(Style.CopyNumber):
            # 7.2.2: on the second line, whether or not a 份号 stands on the first.
            yield near(upper, wanted + standard.PITCH, tolerance, sheet.number, box, what="密级第二行 ")
        else:
            yield near(upper, wanted, tolerance, sheet.number, box)


def ink_top(line):
    em = max(c.size for c in line.characters) * standard.POINT
    return min(line.ink.top, line.baseline - ASCENT * em + USUAL)


def before_mark(laid):
    """What stands on the first lines of the text area, above the mark."""
    return [] if laid.form == "信函" else laid.of(Style.CopyNumber, Style.Secrecy, Style.Urgency)


@clause("5.2.1", "订口")
def left(laid):
    for sheet in laid.sheets:
        edge = standard.HEIGHT - standard.BOTTOM if sheet.landscape else standard.LEFT
        flush = [line for line in flush_left(laid, sheet.number) if line.ink]
        if flush:
            line = min(flush, key=begins)
            yield near(begins(line), edge, 1, sheet.number, line.ink)


def begins(line):
    """Where a line's first character begins: an opening mark has the left half of its cell blank."""
    return line.left if line.text[0] in OPENING else line.ink.left


def flush_left(laid, number):
    """Lines that begin at the text area's left edge."""
    for part, lines in laid.on(number):
        if part.style in FILLING:
            yield from (line for line in lines if part.style == Style.Addressee or line is not part.first)
        elif part.style in (Style.AttachmentNumber, Style.CopyNumber, Style.Secrecy, Style.Urgency):
            yield from lines


@clause("5.2.1", "版心右缘")
def right(laid):
    for sheet in laid.sheets:
        edge = standard.HEIGHT - standard.TOP if sheet.landscape else standard.RIGHT
        boxes = [line.ink for part, lines in laid.on(sheet.number) if part.style != Style.IssuerMark for line in lines]
        if boxes:
            box = max(boxes, key=lambda box: box.right)
            yield between(box.right, 0, edge + 0.5, sheet.number, box)


@clause("5.2.1", "表格在版心内")
def tables(laid):
    for sheet in laid.sheets:
        parts = [lines for part, lines in laid.on(sheet.number) if part.style in (Style.TableText, Style.TableHead)]
        if not parts:
            continue
        tops = [line.ink.top for lines in parts for line in lines]
        bottoms = [line.ink.bottom for lines in parts for line in lines]
        low, high = laid.area(sheet.number)
        for rule in sheet.rules:
            if min(tops) - standard.PITCH < rule.y < max(bottoms) + standard.PITCH and not rule.red:
                off = max(low - rule.left, rule.right - high) - 0.5
                found = f"{rule.left:.1f} … {rule.right:.1f}"
                yield Measure(f"{low:.1f} … {high:.1f} ± 0.5", found, off, sheet.number, rule.box)


@clause("5.2.1", "表格文字在表线内")
def table_text(laid):
    for part in laid.of(Style.TableText, Style.TableHead):
        for line in part.lines:
            rules = [r for r in laid.sheet(line.page).rules if r.left < line.right and line.left < r.right]
            crossed = any(line.ink.top < rule.y < line.ink.bottom for rule in rules)
            outside = all(rule.y < line.ink.bottom for rule in rules)
            found = "压线" if crossed else "在表外" if outside else "在线内"
            yield holds(not crossed and not outside, "在线内", found, line.page, line.ink)


@clause("5.2.1", "版心下缘", WARN)
def bottom(laid):
    wanted = bottom_wanted(laid)
    for sheet, lines in full_pages(laid):
        yield near(lines[-1].ink.bottom, wanted, 1.5 if laid.paper.page_setup else 1, sheet.number, lines[-1].ink)


@clause("5.2.1", "文字不低于版心下缘")
def nothing_below(laid):
    for sheet in laid.sheets:
        edge = standard.RIGHT if sheet.landscape else standard.BOTTOM
        boxes = [line.ink for _, lines in laid.on(sheet.number) for line in lines]
        if boxes:
            box = max(boxes, key=lambda box: box.bottom)
            yield between(box.bottom, 0, edge + 1, sheet.number, box)


@clause("5.2.3", "每面22行", WARN)
def lines_a_page(laid):
    for sheet, lines in full_pages(laid):
        steps = [b.baseline - a.baseline for a, b in itertools.pairwise(lines)]
        count = round((lines[-1].baseline - lines[0].baseline) / statistics.median(steps)) + 1 if steps else 1
        yield holds(count == standard.LINES, f"{standard.LINES} 行", f"{count} 行", sheet.number)


@clause("5.2.3", "每行28字", WARN)
def characters_a_line(laid):
    counts = [
        standard.CHARACTERS if len(line.text) == standard.CHARACTERS - 1 and _bound(after.text) else len(line.text)
        for part in laid.of(Style.BodyText)
        for line, after in itertools.pairwise(part.lines[1:])
        if all(c > "\u2e7f" for c in line.text)
    ]
    if len(counts) >= ENOUGH:
        usual = statistics.mode(counts)
        yield holds(usual == standard.CHARACTERS, f"{standard.CHARACTERS} 字", f"{usual} 字（{len(counts)} 行的众数）")


def _bound(text):
    """Whether the first character of a line could not stand at the end of the line before."""
    return text[0] in OPENING or text[1:2] in tuple(CLOSING)


@clause("5.2.4", "文字颜色")
def black(laid):
    for part in laid.parts:
        red = [line for line in part.lines if any(c.red for c in line.characters)]
        if part.style != Style.IssuerMark:
            found = f"“{red[0].text[:12]}”为红色" if red else "黑色"
            yield holds(not red, "除发文机关标志外黑色", found, part.page, red[0].ink if red else None)
