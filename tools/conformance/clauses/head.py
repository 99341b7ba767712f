"""7.2: 版头, from 份号 to the red line."""

import re

from .. import standard
from ..box import around
from ..clause import WARN, Measure, between, clause, holds, near
from ..distance import blank_lines, indent
from ..sheet import Line
from ..styles import Style
from ..typeface import name_of, of_other_family

NUMBER = re.compile(r"\S+〔\d{4}〕[1-9]\d*号")
# 10.2 names a 令号 and not its form: orders are numbered through an office's term, or as other papers are.
ORDER_NUMBER = re.compile(rf"第[1-9]\d*号|{NUMBER.pattern}")
COPY_NUMBER = re.compile(r"\d{6}")
SIGNER = "签发人："
# A mark may be wider than the text area by so much, in mm: as much as a rule.
WIDER = 0.5
# Forms whose head is practice and not in the standard.
PRACTICE = ("简报",)
RED_LINE_FORMS = ("公文", "上行文")


def number_line(laid):
    """The line of the 发文字号, without what stands beside it, or None."""
    for part in laid.of(Style.DocumentNumber):
        beside = part.last.pieces()
        # In a 信函 the 密级 may stand on its left, in an upward paper 签发人 stand on its right.
        return beside[-1 if laid.form == "信函" else 0]
    return None


def signer_names(laid):
    """The names of 签发人 on the line of the 发文字号, or None."""
    for part in laid.of(Style.DocumentNumber):
        beside = part.last.pieces()
        if laid.form == "上行文" and len(beside) > 1:
            names = [c for line in beside[1:] for c in line.characters]
            label = len(SIGNER) if "".join(c.text for c in names).startswith(SIGNER) else 0
            return Line(tuple(names[label:])) if names[label:] else None
    return None


@clause("7.2.1", "份号、密级、紧急程度")
def above_mark(laid):
    for part in laid.of(Style.CopyNumber):
        yield holds(COPY_NUMBER.fullmatch(part.text), "6位数字", part.text, part.page, part.ink)
    for part in laid.of(Style.CopyNumber, Style.Secrecy, Style.Urgency):
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
        yield between(laid.mark.width, 0, wide + WIDER, 1, laid.mark, what="宽 ")


@clause("7.2.4", "发文机关标志红色")
def mark_red(laid):
    for part in laid.of(Style.IssuerMark):
        red = all(c.red for c in part.characters if c.ink)
        yield holds(red, "红色", "红色" if red else "不是红色", part.page, part.ink)


@clause("7.2.5", "发文字号写法")
def number_pattern(laid):
    pattern = ORDER_NUMBER if laid.form == "命令" else NUMBER
    for line in filter(None, [number_line(laid)]):
        required = "第N号或×〔2021〕N号" if laid.form == "命令" else "×〔2021〕N号"
        yield holds(pattern.fullmatch(line.text), required, line.text, line.page, line.ink)


@clause("7.2.5", "发文字号空二行")
def number_below_mark(laid):
    line = number_line(laid)
    if line and laid.mark and laid.form in ("公文", "命令"):
        yield from blank_lines(laid, line, 2)
    signed = laid.of(Style.Signers, Style.DocumentNumber)
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
        found = [part for part in laid.of(Style.DocumentNumber, Style.Signers) if SIGNER in part.text]
        box = found[0].ink if found else None
        yield holds(found, "签发人：姓名", found[0].text if found else "没有签发人", 1, box)


@clause("7.2.6", "签发人居右空一字")
def signer_place(laid):
    """The names stand under each other, two a row: the longest row ends there."""
    if laid.form == "上行文":
        names = signer_names(laid)
        lines = [names] if names else []
        lines += [line for part in laid.of(Style.Signers) for line in part.lines]
        if lines:
            last = max(lines, key=lambda line: line.right)
            yield near(last.right, laid.right(1) - indent(1), 1, last.page, last.ink)


@clause("7.2.6", "签发人与发文字号同行")
def signer_line(laid):
    number, names = number_line(laid), signer_names(laid)
    signers = [line for part in laid.of(Style.Signers) for line in part.lines]
    if laid.form == "上行文" and number and (names or signers):
        last = names or max(signers, key=lambda line: line.baseline)
        yield near(last.baseline - number.baseline, 0, 0.5, number.page, last.ink, what="相差 ")


@clause("7.2.6", "签发人姓名楷体", WARN)
def signer_face(laid):
    if names := signer_names(laid):
        other = of_other_family(names.characters, "楷体")
        yield holds(not other, "楷体", "、".join(other) or name_of(names.characters[0]), names.page, names.ink)


def red_line_mild(laid):
    return laid.form not in RED_LINE_FORMS


def above_red_line(laid):
    """The element that the red line stands below, as one box, or None."""
    line = laid.red_line
    if not line:
        return None
    above = [p for p in laid.of(Style.DocumentNumber, Style.Signers, Style.Editor, Style.IssueNumber) if p.page == 1]
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
