"""10.1: 信函."""

from .. import standard
from ..box import around
from ..clause import WARN, Measure, clause, holds, near
from ..styles import Style
from .head import number_line

# The two rules of a double one are nearer to each other than this, in mm.
DOUBLE = 2.5


def double_rules(laid):
    """The red double rules of the first page: for each its rules."""
    if laid.form != "信函":
        return []
    groups = []
    for rule in laid.red_rules:
        if groups and rule.y - groups[-1][-1].y < DOUBLE:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def box_of(group):
    return around(rule.box for rule in group)


@clause("10.1", "信函红色双线两条")
def two(laid):
    if laid.form == "信函":
        groups = double_rules(laid)
        found = "、".join(f"{box_of(group).middle:.0f} mm处{len(group)}线" for group in groups) or "没有"
        yield holds([len(group) for group in groups] == [2, 2], "首页两条双线", found, 1)


@clause("10.1", "信函双线长170 mm居中")
def ends(laid):
    for group in double_rules(laid):
        box = box_of(group)
        off = max(abs(box.left - standard.LETTER_LEFT), abs(box.right - standard.LETTER_RIGHT))
        found = f"{box.left:.1f} … {box.right:.1f}"
        yield Measure("20.0 … 190.0 ± 0.5", found, off - 0.5, 1, box)


@clause("10.1", "首条双线距标志4 mm")
def first_gap(laid):
    for group in double_rules(laid)[:1]:
        if laid.mark:
            yield near(box_of(group).top - laid.mark.bottom, standard.RED_LINE_GAP, 1, 1, box_of(group))


@clause("10.1", "末条双线距下页边20 mm")
def second_place(laid):
    for group in double_rules(laid)[1:2]:
        yield near(box_of(group).middle, standard.LETTER_SECOND, 0.5, 1, box_of(group))


@clause("10.1", "双线只在首页")
def only_first(laid):
    if laid.form == "信函":
        for sheet in laid.sheets[1:]:
            red = [rule for rule in sheet.rules if rule.red]
            yield holds(not red, "没有红线", f"{len(red)} 条红线" if red else "没有", sheet.number, red[0].box if red else None)


@clause("10.1", "双线上粗下细、上细下粗", WARN)
def thickness(laid):
    for index, group in enumerate(double_rules(laid)[:2]):
        if len(group) == 2:
            upper, lower = (rule.weight for rule in group)
            fits = upper > lower if index == 0 else upper < lower
            required = "上粗下细" if index == 0 else "上细下粗"
            yield holds(fits, required, f"{upper:.2f} / {lower:.2f}", 1, box_of(group))


@clause("10.1", "首页不显示页码")
def no_number(laid):
    if laid.form == "信函":
        line = laid.sheets[0].page_number
        yield holds(not line, "没有", line.text if line else "没有", 1, line and line.ink)


@clause("10.1", "发文字号顶格居版心右缘")
def number_right(laid):
    line = number_line(laid)
    if line and laid.form == "信函":
        yield near(line.right, laid.right(1), 1, line.page, line.ink)


@clause("10.1", "首个要素距首条双线7/8字高", WARN)
def first_element(laid):
    groups = double_rules(laid)
    heads = laid.of(Style.CopyNumber, Style.Secrecy, Style.Urgency, Style.DocumentNumber)
    if groups and heads:
        first = min((part.first for part in heads), key=lambda line: line.ink.top)
        yield near(first.ink.top - box_of(groups[0]).bottom, standard.LEADING, 1.5, 1, first.ink)


@clause("10.1", "信函版记无印发机关和分隔线")
def imprint(laid):
    if laid.form == "信函":
        parts, rules = laid.of(Style.Imprint), laid.imprint_rules
        found = "、".join(["印发机关"] * bool(parts) + ["分隔线"] * bool(rules))
        yield holds(not found, "没有", f"有{found}" if found else "没有", len(laid.sheets))


@clause("10.1", "版记在版心最下方", WARN)
def imprint_bottom(laid):
    if laid.form == "信函":
        for part in laid.of(Style.CopiesTo)[-1:]:
            yield near(part.last.ink.bottom, standard.BOTTOM, 2.5, part.last.page, part.last.ink)
