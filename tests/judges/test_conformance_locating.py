"""The conformance tool finds each element where it stands, and not where the same text stands by chance."""

import pathlib
import sys
import types

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools")]

from conformance.box import Box  # noqa: E402
from conformance.clause import CLAUSES, FAIL, PASS, verdict  # noqa: E402
from conformance.laid import part_of  # noqa: E402
from conformance.locate import locate  # noqa: E402
from conformance.paper import Element  # noqa: E402
from conformance.rule import Rule  # noqa: E402
from conformance.sheet import Character, Sheet  # noqa: E402

WIDE = 5


def sheet(number, *lines):
    """A page with lines of text, each with its left edge and baseline and, if so, in red."""
    characters = [
        Character(c, number, left + WIDE * i, left + WIDE * (i + 1), baseline, 14, "", True, red=bool(red))
        for text, left, baseline, *red in lines
        for i, c in enumerate(text)
    ]
    return Sheet(number, 210, 297, characters, [], [], None)


def places(sheets, *elements):
    """Page, left edge and baseline of each element's first character."""
    found = locate([Element(*element) for element in elements], sheets)
    return [(c[0].page, c[0].left, c[0].baseline) if c else None for c in found]


def test_a_short_text_is_found_where_it_is_a_line():
    """The cell 8, and not the 8 at the end of the number before it."""
    assert places([sheet(1, ("18", 0, 10), ("8", 0, 20))], ("TableText", "8")) == [(1, 0, 20)]


def test_a_short_text_is_found_on_a_later_page_before_it_is_found_inside_another():
    sheets = [sheet(1, ("41.89%", 30, 50)), sheet(2, ("1", 30, 40), ("12", 50, 40))]
    cells = [("TableText", text) for text in ("41.89%", "1", "12")]
    assert places(sheets, *cells) == [(1, 30, 50), (2, 30, 40), (2, 50, 40)]


def test_a_text_that_stands_nowhere_else_is_found_inside_another():
    assert places([sheet(1, ("甲：乙", 30, 50))], ("", "乙"), ("", "丙")) == [(1, 40, 50), None]


def test_a_cell_goes_on_behind_the_repeated_head_of_its_table():
    first = sheet(1, ("单位", 30, 40), ("情况", 80, 40), ("某局", 30, 240), ("检查甲", 80, 240), ("乙丙丁", 80, 250))
    second = sheet(2, ("单位", 30, 40), ("情况", 80, 40), ("戊己庚", 80, 50), ("某队", 30, 60), ("无", 80, 60))
    texts = ["单位", "情况", "某局", "检查甲乙丙丁戊己庚", "某队", "无"]
    sheets = [first, second]
    assert [place[0] for place in places(sheets, *(("TableText", text) for text in texts))] == [1, 1, 1, 1, 2, 2]
    cell = locate([Element("TableText", texts[3])], sheets)[0]
    assert [(c.page, c.baseline) for c in cell[-4:]] == [(1, 250), (2, 50), (2, 50), (2, 50)]


def test_lines_that_make_up_a_cell_only_together_with_text_above_others_are_not_its_parts():
    """10 stands whole nowhere: 1 above another line and 0 on the next page do not make it up."""
    assert places([sheet(1, ("1", 30, 40), ("2", 30, 50)), sheet(2, ("0", 30, 40))], ("TableText", "10")) == [None]


def test_the_mark_is_the_red_one_though_it_is_shown_last():
    """As LibreOffice shows a mark in a frame, behind a title with the same line and a 署名 of the same name."""
    page = sheet(1, ("某中心", 50, 90), ("关于检查的函", 50, 100), ("某中心", 90, 200), ("某中心", 50, 35, "red"))
    elements = [("IssuerMark", "某中心"), ("Title", "某中心关于检查的函"), ("IssuingOrgan", "某中心")]
    assert places([page], *elements) == [(1, 50, 35), (1, 50, 90), (1, 90, 200)]


def test_a_mark_that_is_not_red_is_the_topmost():
    page = sheet(1, ("某中心", 90, 200), ("某中心", 50, 35))
    assert places([page], ("IssuerMark", "某中心"), ("IssuingOrgan", "某中心")) == [(1, 50, 35), (1, 90, 200)]


def verdict_on_cell(clause_id, top, bottom):
    """What a clause says of a cell whose ink stands between these, on a page with a table from 50 to 266 mm."""
    [clause] = [clause for clause in CLAUSES if clause.id == clause_id]
    character = Character("甲", 1, 30, 40, bottom, 12, "", True, ink=Box(30, top, 40, bottom))
    cell = part_of(Element("TableText", "甲"), [character])
    rules = [Rule(1, 28, 184, y, 0.18) for y in (50, 58, 266)]
    page = Sheet(1, 210, 297, [character], rules, [], None)
    laid = types.SimpleNamespace(
        of=lambda *styles: [cell], on=lambda number: [(cell, cell.lines)], sheet=lambda number: page, sheets=[page]
    )
    [measure] = clause.check(laid)
    return verdict(clause, measure)


def test_text_of_a_table_stands_between_its_rules():
    assert verdict_on_cell("page.table_text", 52, 56) == PASS
    assert verdict_on_cell("page.table_text", 56, 60) == FAIL
    assert verdict_on_cell("page.table_text", 267, 271) == FAIL


def test_no_text_stands_below_the_text_area():
    assert verdict_on_cell("page.nothing_below", 258.5, 262.5) == PASS
    assert verdict_on_cell("page.nothing_below", 259.5, 263.5) == FAIL
