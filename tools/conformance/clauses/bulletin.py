"""简报: practice, not in the standard, so that all of it only warns."""

import re

from ..clause import WARN, clause, holds, near
from ..styles import Style

ISSUE = re.compile(r"（(总)?第[1-9]\d*期）")
DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$")


@clause("简报", "期号", WARN)
def issue(laid):
    for part in laid.of(Style.IssueNumber):
        yield holds(ISSUE.fullmatch(part.text), "（第N期）", part.text, part.page, part.ink)
        yield near(part.first.centre, laid.centre(part.page), 1, part.page, part.ink, what="居中 ")


@clause("简报", "编印单位和日期一行", WARN)
def editor(laid):
    for part in laid.of(Style.Editor):
        yield holds(len(part.lines) == 1, "一行", f"{len(part.lines)} 行", part.page, part.ink)
        yield holds(DATE.search(part.text), "以日期结尾", f"…{part.text[-8:]}", part.page, part.ink)


@clause("简报", "红色分隔线", WARN)
def red_line(laid):
    if laid.form == "简报":
        yield holds(laid.red_line, "有", "有" if laid.red_line else "没有", 1, laid.red_line)
