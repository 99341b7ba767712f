"""7.3.5 and 7.3.6: 署名, 成文日期, seals and stamps, 附注."""

import re

from .. import standard
from ..box import around
from ..clause import WARN, between, clause, holds, near
from ..distance import blank_lines, indent
from ..laid import RUNNING, TABLE
from ..styles import Style

DATE = re.compile(r"[1-9]\d{3}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
# In mm; the places of two elements count together.
TOLERANCE = 1.0


def width(line):
    """In 字, a digit being half of one: without the gaps that word processors set between Han and digits."""
    return sum(0.5 if c.isascii() else 1 for c in line.text)


def signature(laid):
    """The last line of the one 署名 and the date, on one page; None for joint issues and stamps."""
    organs, dates = laid.of(Style.IssuingOrgan), laid.of(Style.IssueDate)
    joint = len(organs) > 1 or any(len(line.pieces()) > 1 for part in organs for line in part.lines)
    if organs and dates and not joint and organs[0].last.page == dates[0].page:
        return organs[0].last, dates[0].first
    return None


def sealed_off(laid, organ, date):
    """How far the two are from where a seal wants them (7.3.5.1), as measures."""
    half = (date.right - date.left) / 2
    # A 署名 too long to be centred over it moves the date to the left.
    widest = max(line.right - line.left for line in laid.of(Style.IssuingOrgan)[0].lines)
    centre = min(laid.right(date.page) - indent(4) - half, laid.right(organ.page) - widest / 2)
    yield near(date.right, centre + half, TOLERANCE, date.page, date.ink, what="日期右空四字 ")
    yield near(organ.centre, date.centre, TOLERANCE, organ.page, organ.ink, what="署名以日期居中 ")


def unsealed_off(laid, _, date):
    """How far the two are from where they stand without a seal (7.3.5.2), as measures."""
    # Of a name in several lines, the one that begins farthest left.
    organ = min(laid.of(Style.IssuingOrgan)[0].lines, key=lambda line: line.left)
    edge = laid.right(date.page) - indent(2)
    organ_width, date_width = width(organ), width(date)
    what = "署名右空二字 " if date_width <= organ_width else "日期右空二字 "
    outer = organ if date_width <= organ_width else date
    yield near(outer.right, edge, TOLERANCE, outer.page, outer.ink, what=what)
    # What gaps add to the date or the organ moves its first character, as its right end is what is placed.
    spare = [max(0.0, line.right - line.left - indent(width(line))) for line in (organ, date)]
    wanted = organ.left + indent(2)
    low, high = wanted - TOLERANCE - spare[1], wanted + TOLERANCE + spare[0]
    yield between(date.left, low, high, date.page, date.ink, what="日期首字比署名首字右移二字 ")


@clause("7.3.5", "署名和成文日期位置")
def signature_place(laid):
    if lines := signature(laid):
        ways = [list(way(laid, *lines)) for way in (unsealed_off, sealed_off)]
        yield from min(ways, key=lambda way: sum(max(0.0, measure.off) for measure in way))


@clause("7.3.5.2", "署名空一行")
def signature_gap(laid):
    if lines := signature(laid):
        sealed, unsealed = (sum(max(0.0, m.off) for m in way(laid, *lines)) for way in (sealed_off, unsealed_off))
        if unsealed <= sealed:
            yield from blank_lines(laid, laid.of(Style.IssuingOrgan)[0].first, 1)


@clause("7.3.5.1", "印章压署名和日期")
def seal(laid):
    if lines := signature(laid):
        organ, date = lines
        for picture in laid.sheet(date.page).pictures:
            if not picture.meets(around([organ.ink, date.ink])):
                continue
            presses = picture.meets(organ.ink) and picture.meets(date.ink)
            yield holds(presses, "下压署名和日期", "下压" if presses else "没有压住", date.page, picture)
            yield near(picture.centre, organ.centre, 2, date.page, picture, what="居中 ")
            text = [line.ink.bottom for part, lines in laid.on(date.page) if part.style in RUNNING for line in lines]
            if text:
                # 印章顶端应当上距正文一行之内.
                yield between(picture.top - max(text), -50, standard.PITCH + 1, date.page, picture, what="距正文 ")


@clause("7.3.5.3", "签名章位置")
def stamp(laid):
    for part in laid.of(Style.Stamp)[-1:]:
        below = [p for p in laid.sheet(part.page).pictures if p.meets(part.ink) or p.left > part.last.right - 5]
        end = max([part.last.right, *(picture.right for picture in below)])
        yield near(end, laid.right(part.page) - indent(4), 1.5, part.page, part.ink, what="右空四字 ")
        if not below:
            yield from blank_lines(laid, part.first, 2)
        for date in laid.of(Style.IssueDate):
            yield near(date.last.right, laid.right(date.page) - indent(4), 1, date.page, date.ink, what="日期右空四字 ")


@clause("7.3.5", "成文日期写法")
def date_pattern(laid):
    for part in laid.of(Style.IssueDate):
        yield holds(DATE.fullmatch(part.text), "2021年1月15日，不编虚位", part.text, part.page, part.ink)


@clause("7.3.5", "署名与正文同面")
def signature_with_text(laid):
    for part in laid.of(Style.IssuingOrgan, Style.IssueDate, Style.Stamp):
        company = [p for p, _ in laid.on(part.page) if p.style in (*RUNNING, *TABLE, Style.Enclosure, Style.Attendance)]
        yield holds(company, "同面有正文", "有" if company else "没有", part.page, part.ink)


@clause("7.3.6", "附注空二字加圆括号")
def note(laid):
    for part in laid.of(Style.SupplementaryNote):
        wanted = laid.left(part.page) + indent(2)
        yield near(part.first.left, wanted, 1, part.page, part.ink, what="居左空二字 ")
        inside = part.text.startswith("（") and part.text.endswith("）")
        yield holds(inside, "（……）", part.text, part.page, part.ink)


@clause("7.3.6", "附注在日期下一行")
def note_gap(laid):
    dates = laid.of(Style.IssueDate)
    for part in laid.of(Style.SupplementaryNote)[:1]:
        if dates and dates[-1].page == part.page:
            gap = part.first.baseline - dates[-1].last.baseline
            yield near(gap, standard.PITCH, 1, part.page, part.first.ink, what="行距 ")


@clause("7.3.5", "成文日期与发文机关署名齐全", WARN)
def signature_whole(laid):
    organs, stamps, dates = (laid.of(style) for style in (Style.IssuingOrgan, Style.Stamp, Style.IssueDate))
    if organs or stamps:
        yield holds(dates, "有成文日期", "有" if dates else "没有")
