"""7.2: 版头, from 份号 to the red line."""

import re

from .. import standard
from ..box import around
from ..clause import WARN, Measure, between, clause, holds, near
from ..distance import blank_lines, indent

NUMBER = re.compile(r"\S+〔\d{4}〕[1-9]\d*号")
ORDER_NUMBER = re.compile(r"第[1-9]\d*号")
COPY_NUMBER = re.compile(r"\d{6}")
SIGNER = "签发人："
# Forms whose head is practice and not in the standard.
PRACTICE = ("简报",)
RED_LINE_FORMS = ("公文", "上行文")


def number_line(laid):
    """The line of the 发文字号, without 签发人 on it, or None."""
    for part in laid.of("DocumentNumber"):
        characters, _, _ = _split(part)
        return type(part.last)(tuple(characters))
    return None


def _split(part):
    """The characters of the number, of 签发人： and of the names, in the last line of the 文号."""
    text, characters = part.last.text, list(part.last.characters)
    at = text.find(SIGNER)
    if at < 0:
        return characters, [], []
    return characters[:at], characters[at : at + len(SIGNER)], characters[at + len(SIGNER) :]


@clause("7.2.1", "份号、密级、紧急程度")
def above_mark(laid):
    for part in laid.of("CopyNumber"):
        yield holds(COPY_NUMBER.fullmatch(part.text), "6位数字", part.text, part.page, part.ink)
    for part in laid.of("CopyNumber", "Secrecy", "Urgency"):
        yield near(part.first.left, laid.left(part.page), 1, part.page, part.ink, what="顶格 ")


@clause("7.2.4", "发文机关标志上缘")
def mark_top(laid):
    if laid.mark and laid.form in standard.MARK_TOP:
        wanted = standard.MARK_TOP[laid.form]
        yield near(laid.mark.top, wanted, 1, 1, laid.mark, mild=laid.form in PRACTICE)


@clause("7.2.4", "发文机关标志居中")
def mark_centre(laid):
    if laid.mark:
        # 信函: the double lines are centred on the sheet, the mark on either.
        half = (laid.centre(1) - standard.WIDTH / 2) / 2 if laid.form == "信函" else 0
        yield near(laid.mark.centre, laid.centre(1) - half, 1 + half, 1, laid.mark)


@clause("7.2.4", "发文机关标志不超出版心")
def mark_width(laid):
    if laid.mark:
        wide = standard.RIGHT - standard.LEFT
        yield between(laid.mark.width, 0, wide, 1, laid.mark, what="宽 ")


@clause("7.2.4", "发文机关标志红色")
def mark_red(laid):
    for part in laid.of("IssuerMark"):
        red = all(c.red for c in part.characters if c.ink)
        yield holds(red, "红色", "红色" if red else "不是红色", part.page, part.ink)


@clause("7.2.5", "发文字号写法")
def number_pattern(laid):
    pattern = ORDER_NUMBER if laid.form == "命令" else NUMBER
    for line in filter(None, [number_line(laid)]):
        required = "第N号" if laid.form == "命令" else "×〔2021〕N号"
        yield holds(pattern.fullmatch(line.text), required, line.text, line.page, line.ink)


@clause("7.2.5", "发文字号空二行")
def number_below_mark(laid):
    line = number_line(laid)
    if line and laid.mark and laid.form in ("公文", "命令"):
        yield from blank_lines(laid, line, 2)
    signed = laid.of("Signers", "DocumentNumber")
    if signed and laid.mark and laid.form == "上行文":
        # The first line of 签发人 stands there, and the number on the last.
        yield from blank_lines(laid, min((p.first for p in signed), key=lambda line: line.ink.top), 2)


@clause("7.2.5", "发文字号位置")
def number_place(laid):
    line = number_line(laid)
    if not line or laid.form == "信函":
        return
    if laid.form == "上行文":
        wanted = laid.left(1) + indent(1)
        yield near(line.left, wanted, 1, line.page, line.ink, what="居左空一字 ")
    else:
        yield near(line.centre, laid.centre(1), 1, line.page, line.ink, what="居中 ")


@clause("7.2.6", "上行文标注签发人")
def signer(laid):
    if laid.form == "上行文":
        found = [part for part in laid.of("DocumentNumber", "Signers") if SIGNER in part.text]
        box = found[0].ink if found else None
        yield holds(found, "签发人：姓名", found[0].text if found else "没有签发人", 1, box)


@clause("7.2.6", "签发人居右空一字")
def signer_place(laid):
    if laid.form == "上行文":
        for part in laid.of("DocumentNumber"):
            _, label, names = _split(part)
            # The names of two signers a row stand under each other: the longest row ends there.
            ends = [names[-1].right] if names else []
            ends += [line.right for above in laid.of("Signers") for line in above.lines]
            if label and ends:
                wanted = laid.right(1) - indent(1)
                yield near(max(ends), wanted, 1, part.page, part.last.ink)


@clause("7.2.6", "签发人与发文字号同行")
def signer_line(laid):
    signers = [part for part in laid.of("Signers")]
    for part in laid.of("DocumentNumber"):
        number, _, names = _split(part)
        if laid.form == "上行文" and (names or signers):
            last = names[-1] if names else max((s.last for s in signers), key=lambda line: line.baseline)
            yield near(last.baseline - number[0].baseline, 0, 0.5, part.page, part.last.ink, what="相差 ")


@clause("7.2.6", "签发人姓名楷体", WARN)
def signer_face(laid):
    for part in laid.of("DocumentNumber"):
        _, _, names = _split(part)
        fonts = sorted({c.font.split("+")[-1] for c in names})
        if fonts:
            yield holds(all("Kai" in font or "楷" in font for font in fonts), "楷体", "、".join(fonts), part.page)


def red_line_mild(laid):
    return laid.form not in RED_LINE_FORMS


def above_red_line(laid):
    """The element that the red line stands below, as one box, or None."""
    line = laid.red_line
    if not line:
        return None
    above = [p for p in laid.of("DocumentNumber", "Signers", "Editor", "IssueNumber") if p.page == 1]
    above = [part for part in above if part.last.ink.bottom < line.bottom]
    lowest = max(above, key=lambda part: part.last.ink.bottom, default=None)
    return lowest and lowest.last.ink


@clause("7.2.7", "版头有红色分隔线")
def red_line(laid):
    if laid.form in RED_LINE_FORMS:
        yield holds(laid.red_line, "有", "有" if laid.red_line else "没有红线", 1, laid.red_line)


@clause("7.2.7", "红线起止")
def red_line_ends(laid):
    if line := laid.red_line:
        off = max(abs(line.left - standard.LEFT), abs(line.right - standard.RIGHT)) - 0.5
        found = f"{line.left:.1f} … {line.right:.1f}"
        mild = red_line_mild(laid)
        yield Measure("28.0 … 184.0 ± 0.5", found, off, 1, line, mild)


@clause("7.2.7", "红线与其上要素的距离")
def red_line_gap(laid):
    if above := above_red_line(laid):
        gap = laid.red_line.top - above.bottom
        box = around([above, laid.red_line])
        yield near(gap, standard.RED_LINE_GAP, 1, 1, box, mild=red_line_mild(laid))
