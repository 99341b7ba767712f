"""7.3.1 to 7.3.4: the title, 主送机关, the body and 附件说明."""

import itertools
import re

from ..clause import WARN, clause, holds, near
from ..distance import blank_lines, indent
from ..laid import RUNNING
from ..punctuation import CLOSING, OPENING
from ..styles import Style

# Marks that no title has, but inside 《》.
UNFIT = re.compile(r"[，。；！？,.;!?]")
QUOTED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）")
ENCLOSURE = re.compile(r"(附件：)?(\d+[.．])?")
# How much longer a line of a shape must be than its neighbour, in mm.
STEP = 2.0


@clause("7.3.1", "标题居中")
def title_centre(laid):
    for part in laid.of(Style.Title):
        for line in part.lines:
            yield near(line.centre, laid.centre(line.page), 1, line.page, line.ink)


@clause("7.3.1", "标题空二行")
def title_gap(laid):
    for part in laid.of(Style.Title)[:1]:
        if laid.form in ("公文", "上行文", "信函"):
            yield from blank_lines(laid, part.first, 2)
        elif laid.form in ("纪要", "简报") and laid.red_line:
            yield from blank_lines(laid, part.first, 2, mild=True)


@clause("7.3.1", "标题标点", WARN)
def title_marks(laid):
    for part in laid.of(Style.Title):
        bare = QUOTED.sub("", part.text)
        bad = UNFIT.findall(bare)
        found = f"有“{''.join(bad)}”" if bad else "合适"
        yield holds(not bad, "除书名号、引号等外没有标点", found, part.page, part.ink)
        for before, after in itertools.pairwise(part.lines):
            torn = before.text[-1] in OPENING or after.text[0] in CLOSING
            found = f"{before.text[-2:]} / {after.text[:2]}"
            yield holds(not torn, "行首行尾标点合适", found, part.page, after.ink)


@clause("7.3.1", "标题梯形或菱形", WARN)
def title_shape(laid):
    for part in laid.of(Style.Title):
        widths = [line.right - line.left for line in part.lines]
        if len(widths) > 1:
            found = " / ".join(f"{width:.0f}" for width in widths)
            yield holds(_shaped(widths), "梯形或菱形", found, part.page, part.ink)


def _shaped(widths):
    """Growing, shrinking, or growing and then shrinking; not all alike."""
    longest = widths.index(max(widths))
    grows = all(a <= b + STEP for a, b in zip(widths[:longest], widths[1 : longest + 1], strict=True))
    shrinks = all(a >= b - STEP for a, b in zip(widths[longest:], widths[longest + 1 :], strict=False))
    return grows and shrinks and max(widths) - min(widths) > STEP


@clause("7.3.2", "主送机关空一行")
def addressee_gap(laid):
    for part in laid.of(Style.Addressee)[:1]:
        yield from blank_lines(laid, part.first, 1)


@clause("7.3.2", "主送机关顶格")
def addressee_place(laid):
    for part in laid.of(Style.Addressee):
        for line in part.lines:
            yield near(line.left, laid.left(line.page), 1, line.page, line.ink)


@clause("7.3.2", "主送机关后全角冒号")
def addressee_colon(laid):
    for part in laid.of(Style.Addressee)[-1:]:
        yield holds(part.text.endswith("："), "以“：”结尾", f"…{part.text[-4:]}", part.page, part.last.ink)


@clause("7.3.2", "报告只一个主送机关", WARN)
def one_addressee(laid):
    if laid.form == "上行文":
        for part in laid.of(Style.Addressee):
            yield holds(not re.search("[，、]", part.text), "一个", part.text, part.page, part.ink)


@clause("7.3.3", "首页有正文")
def text_on_first_page(laid):
    body = laid.of(*RUNNING)
    if body:
        first = min(part.page for part in body)
        yield holds(first == 1, "第1面", f"第{first}面", first)


@clause("7.3.3", "段首空二字")
def paragraph_indent(laid):
    for part in laid.of(*RUNNING):
        wanted = laid.left(part.page) + indent(2)
        yield near(part.first.left, wanted, 1, part.page, part.first.ink)


@clause("7.3.3", "回行顶格")
def turnover(laid):
    for part in laid.of(*RUNNING):
        for line in part.lines[1:]:
            yield near(line.left, laid.left(line.page), 1, line.page, line.ink)


@clause("7.3.4", "附件说明空一行")
def enclosure_gap(laid):
    for part in laid.of(Style.Enclosure)[:1]:
        yield from blank_lines(laid, part.first, 1)


@clause("7.3.4", "附件说明空二字")
def enclosure_place(laid):
    for part in laid.of(Style.Enclosure)[:1]:
        wanted = laid.left(part.page) + indent(2)
        yield near(part.first.left, wanted, 1, part.page, part.first.ink)


@clause("7.3.4", "附件名称后无标点")
def enclosure_marks(laid):
    for part in laid.of(Style.Enclosure):
        fits = part.text[-1] not in "，。、；：！？,.;"
        yield holds(fits, "无", f"…{part.text[-3:]}", part.page, part.last.ink)


@clause("7.3.4", "附件名称对齐", WARN)
def enclosure_turnover(laid):
    """Turnovers stand under the name's first character, further numbers under the first."""
    parts = laid.of(Style.Enclosure)
    for part in parts:
        name = part.first.characters[min(ENCLOSURE.match(part.text).end(), len(part.first.characters) - 1)]
        for line in part.lines[1:]:
            yield near(line.left, name.left, 1, line.page, line.ink, what="回行 ")
    if parts and parts[0].text.startswith("附件：") and len(parts[0].text) > 3:
        number = parts[0].first.characters[3].left
        for part in parts[1:]:
            yield near(part.first.left, number, 1, part.page, part.first.ink, what="序号 ")
