"""7.4: 版记."""

import re

from .. import standard
from ..clause import WARN, Measure, clause, holds, near
from ..laid import IMPRINT
from ..styles import Style

PRINTED = re.compile(r"(.*?)(\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发)")
COPIES = "抄送："
# Of a rule's weight, in mm.
WEIGHT = 0.08


@clause("7.4", "版记在最后一面")
def last_page(laid):
    for part in laid.of(*IMPRINT):
        pages = len(laid.sheets)
        yield holds(part.page == pages, f"第{pages}面", f"第{part.page}面", part.page, part.ink)


@clause("7.4.1", "版记分隔线齐全")
def rules(laid):
    wanted = len(laid.of(*IMPRINT)) + 1
    if wanted > 1 and laid.form != "信函":
        found = len(laid.imprint_rules)
        yield holds(found == wanted, f"{wanted} 条", f"{found} 条", len(laid.sheets))


@clause("7.4.1", "末条分隔线与版心下缘重合")
def last_rule(laid):
    for rule in laid.imprint_rules[-1:]:
        yield near(rule.y, standard.BOTTOM, 0.5, rule.page, rule.box)


@clause("7.4.1", "版记分隔线与版心等宽")
def rule_width(laid):
    for rule in laid.imprint_rules:
        off = max(abs(rule.left - standard.LEFT), abs(rule.right - standard.RIGHT)) - 0.5
        found = f"{rule.left:.1f} … {rule.right:.1f}"
        yield Measure("28.0 … 184.0 ± 0.5", found, off, rule.page, rule.box)


@clause("7.4.1", "版记分隔线粗细", WARN)
def rule_weight(laid):
    rules = laid.imprint_rules
    for index, rule in enumerate(rules):
        wanted = standard.THICK if index in (0, len(rules) - 1) else standard.THIN
        yield near(rule.weight, wanted, WEIGHT, rule.page, rule.box, what="首末条 " if wanted > 0.3 else "中间 ")


@clause("7.4.2", "抄送机关")
def copies(laid):
    for part in laid.of(Style.CopiesTo):
        wanted = laid.left(part.page) + standard.SMALL_CELL
        yield near(part.first.left, wanted, 1, part.page, part.ink, what="左空一字 ")
        yield holds(part.text.startswith(COPIES), "抄送：…", part.text[:4], part.page, part.ink)
        yield holds(part.text.endswith("。"), "以“。”结尾", f"…{part.text[-3:]}", part.page, part.last.ink)


@clause("7.4.2", "抄送机关回行对齐", WARN)
def copies_turnover(laid):
    for part in laid.of(Style.CopiesTo):
        wanted = part.first.characters[min(len(COPIES), len(part.first.characters) - 1)].left
        for line in part.lines[1:]:
            yield near(line.left, wanted, 1, line.page, line.ink)


@clause("7.4.3", "印发机关和印发日期")
def printed(laid):
    for part in laid.of(Style.Imprint):
        fits = PRINTED.fullmatch(part.text)
        yield holds(fits, "机关 2021年1月15日印发", part.text, part.page, part.ink)
        left = laid.left(part.page) + standard.SMALL_CELL
        right = laid.right(part.page) - standard.SMALL_CELL
        yield near(part.first.left, left, 1, part.page, part.ink, what="左空一字 ")
        yield near(part.last.right, right, 1, part.page, part.ink, what="右空一字 ")
        yield holds(len(part.lines) == 1, "一行", f"{len(part.lines)} 行", part.page, part.ink)
